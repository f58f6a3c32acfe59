using System.Diagnostics;
using EmotionNotebooks.Data;
using EmotionNotebooks.Export;
using EmotionNotebooks.Models;
using static TorchSharp.torch;
using Acceleration = EmotionNotebooks.Training.Acceleration;

namespace EmotionNotebooks.Bench;

/// <summary>Inference of trained weights as the library does it, beside which exported files are measured: folded, fp32, softmax included.</summary>
internal static class ExportBench
{
    private const int WarmUps = 3;

    /// <summary>Milliseconds of a batch: the least and the median.</summary>
    public static object Measure(string weights, int batch, int steps)
    {
        var model = ModelFile.Load(weights);
        using var network = model.Network;
        Folding.Fold(network);
        Acceleration.ChannelsLast(network);
        using var scope = NewDisposeScope();
        using var inference = inference_mode();
        // Grey values in ordinary memory, as the exported files take them.
        var grey = rand(batch, 1, FaceSet.Side, FaceSet.Side).mul(255f);
        var times = new double[steps];
        for (var i = -WarmUps; i < steps; i++)
        {
            using var step = NewDisposeScope();
            var start = Stopwatch.GetTimestamp();
            var faces = Acceleration.ChannelsLast(grey.div(255f));
            nn.functional.softmax(network.call(faces), 1).cpu();
            if (i >= 0)
            {
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }

        Array.Sort(times);
        return new { least = times[0], median = times[steps / 2] };
    }
}
