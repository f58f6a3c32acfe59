using System.Globalization;
using System.Text;

namespace LoadBench;

/// <summary>What a load came to.</summary>
/// <param name="rate">Requests a second that were due.</param>
/// <param name="length">For how long.</param>
/// <param name="withFace">Share of the pictures with a face.</param>
internal sealed class LoadResult(int rate, TimeSpan length, double withFace)
{
    private readonly Lock _turn = new();
    private readonly SortedDictionary<int, int> _statuses = [];
    private readonly List<double> _milliseconds = [];
    private readonly List<long> _memory = [];
    private int _missedMemory;

    /// <summary>Answers that differ from that of the picture alone.</summary>
    public int Wrong { get; private set; }

    /// <summary>From the first request to the last answer.</summary>
    public TimeSpan Time { get; set; }

    public void Add(int status, TimeSpan time, bool isWrong)
    {
        lock (_turn)
        {
            _statuses[status] = _statuses.GetValueOrDefault(status) + 1;
            Wrong += isWrong ? 1 : 0;
            if (status == 200)
                _milliseconds.Add(time.TotalMilliseconds);
        }
    }

    public void AddMemory(long bytes) => _memory.Add(bytes);

    public void AddMissedMemory() => _missedMemory++;

    public override string ToString()
    {
        var text = new StringBuilder();
        var good = _milliseconds.Count;
        Line($"due         {rate} requests/s for {length.TotalSeconds:0} s; a face in {withFace:P0} of the pictures");
        Line($"answered    {good / Time.TotalSeconds:0.0} requests/s with 200; {string.Join(", ", _statuses.Select(it => $"{it.Key}: {it.Value:N0}"))}");
        Line($"latency ms  p50 {At(0.5):0.0}, p90 {At(0.9):0.0}, p99 {At(0.99):0.0}, p99.9 {At(0.999):0.0}, longest {At(1):0.0}");
        Line($"wrong       {Wrong:N0} of {good:N0} answers");
        if (_memory.Count > 0)
        {
            // The first tenth is where the level is reached.
            var begin = _memory.Take(Math.Max(1, _memory.Count / 10)).Max();
            Line($"memory MB   {begin / 1e6:0} at most in the first tenth, {_memory.Max() / 1e6:0} at most, {_memory[^1] / 1e6:0} at the end ({(_memory.Max() - begin) / (double)begin:+0.0%;-0.0%}); {_missedMemory} readings missed");
        }

        return text.ToString().TrimEnd();

        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
    }

    private double At(double share)
    {
        if (_milliseconds.Count == 0)
            return double.NaN;
        _milliseconds.Sort();
        return _milliseconds[Math.Min(_milliseconds.Count - 1, (int)(share * _milliseconds.Count))];
    }
}
