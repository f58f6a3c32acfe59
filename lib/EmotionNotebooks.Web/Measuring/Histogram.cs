using System.Globalization;
using System.Text;

namespace EmotionNotebooks.Web.Measuring;

/// <summary>A Prometheus histogram: counts by upper bound, their number and their sum. Safe for several threads.</summary>
/// <param name="bounds">Upper bounds, rising; what is above them all is counted too.</param>
internal sealed class Histogram(params double[] bounds)
{
    private readonly Lock _turn = new();
    private readonly long[] _counts = new long[bounds.Length + 1];
    private double _sum;

    public void Observe(double value)
    {
        var bucket = Array.FindIndex(bounds, bound => value <= bound);
        lock (_turn)
        {
            _counts[bucket < 0 ? bounds.Length : bucket]++;
            _sum += value;
        }
    }

    /// <summary>Writes its lines; counts are of all values up to each bound.</summary>
    public void WriteTo(StringBuilder text, string name)
    {
        lock (_turn)
        {
            var upTo = 0L;
            for (var i = 0; i < _counts.Length; i++)
            {
                upTo += _counts[i];
                var bound = i < bounds.Length ? bounds[i].ToString(CultureInfo.InvariantCulture) : "+Inf";
                text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{le=\"{bound}\"}} {upTo}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"{name}_sum {_sum:R}\n{name}_count {upTo}\n");
        }
    }
}
