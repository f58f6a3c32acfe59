namespace EmotionNotebooks.Data;

/// <summary>A kind of CSV that a reader looks for, so that it can be found among others and missed by name.</summary>
/// <param name="Name">What it is, such as <c>FER-2013's CSV</c>.</param>
/// <param name="Columns">What its columns are, such as <c>the columns emotion, pixels and Usage</c>.</param>
/// <param name="Judge">Tells it by its first line.</param>
internal sealed record CsvForm(string Name, string Columns, CsvForm.FirstLineJudge Judge)
{
    /// <summary>Tells a CSV by its first line.</summary>
    /// <param name="firstLine">The line without its ending.</param>
    public delegate Fit FirstLineJudge(ReadOnlySpan<byte> firstLine);

    /// <summary>What to expect of a file, for messages.</summary>
    public string Expected => $"{Name}, plain or in a gzip, zip or tar file";

    /// <summary>How far a CSV is of the form.</summary>
    /// <param name="Rank">0 for not at all; among those that can be read the highest is the best.</param>
    /// <param name="Fault">Why it cannot be read; null where it can.</param>
    public readonly record struct Fit(int Rank, string? Fault)
    {
        /// <summary>It cannot be read.</summary>
        public static Fit Not(string fault) => new(0, fault);
    }
}
