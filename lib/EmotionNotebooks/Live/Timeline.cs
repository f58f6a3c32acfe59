namespace EmotionNotebooks.Live;

/// <summary>
/// Who was seen when, with which emotion. It grows with changes, not with frames.
/// </summary>
/// <param name="classNames">The emotions, in the network's order.</param>
public sealed class Timeline(IReadOnlyList<string> classNames)
{
    // Without a sighting for so long a person was away; shorter gaps count as seen.
    private const double LongestGap = 0.5;

    private readonly Dictionary<int, List<TimelineSpan>> _spans = [];
    private double _step = 1.0 / 30;
    private double _last = double.NaN;

    /// <summary>The emotions, in the network's order.</summary>
    public IReadOnlyList<string> ClassNames => classNames;

    /// <summary>When the last frame ends, in seconds.</summary>
    public double End => double.IsNaN(_last) ? 0 : _last + _step;

    /// <summary>How many frames were added.</summary>
    public long Frames { get; private set; }

    /// <summary>The persons, by number.</summary>
    public IReadOnlyList<int> Persons => [.. _spans.Keys.Order()];

    /// <summary>Every stretch, by person and time.</summary>
    public IReadOnlyList<TimelineSpan> Spans => [.. _spans.OrderBy(pair => pair.Key).SelectMany(pair => pair.Value)];

    /// <summary>Adds a frame.</summary>
    /// <param name="frame">Later than the one before.</param>
    public void Add(LiveFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (!double.IsNaN(_last))
        {
            _step = frame.Seconds - _last;
        }

        foreach (var person in frame.Persons)
        {
            Add(person.Person, person.Reading.Predicted, frame.Seconds);
        }

        _last = frame.Seconds;
        Frames++;
    }

    /// <summary>For how many seconds a person was seen with an emotion.</summary>
    /// <param name="person">The person's number.</param>
    /// <param name="label">The emotion.</param>
    public double Seconds(int person, string label) => _spans[person].Where(span => span.Label == label).Sum(span => span.Duration);

    /// <summary>For how many seconds a person was seen.</summary>
    /// <param name="person">The person's number.</param>
    public double Seconds(int person) => _spans[person].Sum(span => span.Duration);

    // A frame lasts until the next one; of the last it is known only that the one before did.
    private void Add(int person, string label, double seconds)
    {
        if (!_spans.TryGetValue(person, out var spans))
        {
            _spans.Add(person, spans = []);
        }

        var end = seconds + _step;
        if (spans.Count > 0 && seconds - spans[^1].To < LongestGap)
        {
            spans[^1] = spans[^1] with { To = spans[^1].Label == label ? end : seconds };
            if (spans[^1].Label == label)
            {
                return;
            }
        }

        spans.Add(new(person, label, seconds, end));
    }
}
