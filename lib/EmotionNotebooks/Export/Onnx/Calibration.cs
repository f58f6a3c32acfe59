using System.Runtime.InteropServices;
using EmotionNotebooks.Data;

namespace EmotionNotebooks.Export.Onnx;

/// <summary>
/// Finds a range for every value of a model from faces: the one with the least mean squared error, from a histogram between the least and the
/// greatest number seen. Few numbers beyond it are cut off, and the others get finer steps.
/// </summary>
internal static class Calibration
{
    private const int Bins = 2048;
    private const float Narrowest = 0.3f, Step = 0.01f; // of the whole range

    /// <summary>Measures.</summary>
    /// <param name="model">A model in float32.</param>
    /// <param name="faces">Faces to measure on, which must not be those that judge it.</param>
    /// <returns>The range of each value.</returns>
    public static Dictionary<string, ActivationRange> Measure(OnnxModel model, FaceSet faces)
    {
        using var evaluator = new OnnxEvaluator(model);
        var histograms = new Dictionary<string, Histogram>();
        Pass((histogram, values) => histogram.Widen(values));
        Pass((histogram, values) => histogram.Count(values));
        return histograms.ToDictionary(entry => entry.Key, entry => entry.Value.Best());

        void Pass(Seen seen) => OnnxEvaluator.InBatches(faces, (_, input) =>
        {
            using var result = evaluator.Run(input, (name, value) =>
            {
                using var plain = value.contiguous();
                if (!histograms.TryGetValue(name, out var histogram))
                {
                    histograms[name] = histogram = new();
                }

                seen(histogram, MemoryMarshal.Cast<byte, float>(plain.bytes));
            });
        });
    }

    private delegate void Seen(Histogram histogram, ReadOnlySpan<float> values);

    private sealed class Histogram
    {
        private readonly long[] _counts = new long[Bins];
        private float _least;
        private float _greatest;

        private float Width => (_greatest - _least) / Bins;

        public void Widen(ReadOnlySpan<float> values)
        {
            foreach (var value in values)
            {
                _least = Math.Min(_least, value);
                _greatest = Math.Max(_greatest, value);
            }
        }

        public void Count(ReadOnlySpan<float> values)
        {
            if (_greatest <= _least)
            {
                return;
            }

            var perBin = 1 / Width;
            foreach (var value in values)
            {
                _counts[Math.Clamp((int)((value - _least) * perBin), 0, Bins - 1)]++;
            }
        }

        public ActivationRange Best()
        {
            var (best, leastError) = (ActivationRange.Of(_least, _greatest), double.PositiveInfinity);
            for (var share = 1f; share >= Narrowest; share -= Step)
            {
                var range = ActivationRange.Of(_least * share, _greatest * share);
                var error = Error(_least * share, _greatest * share, range.Scale);
                if (error < leastError)
                {
                    (best, leastError) = (range, error);
                }
            }

            return best;
        }

        // Within the range a step's rounding, evenly spread; beyond it the distance to the edge.
        private double Error(double low, double high, double scale)
        {
            var within = scale * scale / 12;
            var sum = 0.0;
            for (var bin = 0; bin < Bins; bin++)
            {
                var value = _least + ((bin + 0.5) * Width);
                var beyond = Math.Max(Math.Max(low - value, value - high), 0);
                sum += _counts[bin] * (beyond > 0 ? beyond * beyond : within);
            }

            return sum;
        }
    }
}
