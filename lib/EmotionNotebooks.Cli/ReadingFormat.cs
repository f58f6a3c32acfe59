namespace EmotionNotebooks.Cli;

/// <summary>How pictures stand in a file of readings.</summary>
internal abstract class ReadingFormat
{
    /// <summary>Its name, for messages.</summary>
    public abstract string Name { get; }

    /// <summary>What the file begins with.</summary>
    public abstract string Header { get; }

    /// <summary>A picture's lines.</summary>
    public abstract string Text(Prediction prediction);

    /// <summary>The pictures of such a file, as far as its lines are complete.</summary>
    public abstract IEnumerable<WrittenPicture> Pictures(string text, string source);

    /// <summary>Complete lines with the place behind each, from a place on.</summary>
    protected static IEnumerable<(string Line, int End)> Lines(string text, int start)
    {
        for (var end = text.IndexOf('\n', start); end >= 0; end = text.IndexOf('\n', start))
        {
            yield return (text[start..end], end + 1);
            start = end + 1;
        }
    }
}
