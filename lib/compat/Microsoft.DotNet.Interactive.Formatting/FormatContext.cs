namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>One act of formatting: where to, and how deep inside a value it is.</summary>
public class FormatContext : IDisposable
{
    // So many values in all, whatever their shape: what lies deeper is named, not shown.
    private const int MostValues = 4_000;

    private readonly HashSet<object> _open = new(ReferenceEqualityComparer.Instance);
    private int _values;
    private bool _needsStyles;

    /// <param name="writer">Where to.</param>
    public FormatContext(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Writer = writer;
    }

    /// <summary>How many values are open: 1 for the outermost one.</summary>
    public int Depth { get; private set; }

    /// <summary>Where to.</summary>
    public TextWriter Writer { get; }

    /// <summary>Writes what was asked for once, such as the style of tables.</summary>
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        if (!_needsStyles)
            return;
        _needsStyles = false;
        Writer.Write(Styles.Element);
    }

    internal bool InTable { get; set; }

    internal void RequireStyles() => _needsStyles = true;

    /// <summary>Goes into a value.</summary>
    /// <returns>False where its inside may not be shown: it is open already, too deep, or too much was shown.</returns>
    internal bool Enter(object value)
    {
        Depth++;
        return Depth <= Formatter.RecursionLimit && ++_values <= MostValues && (value is ValueType || _open.Add(value));
    }

    /// <summary>Leaves the value again.</summary>
    /// <param name="value">The value.</param>
    /// <param name="entered">What <see cref="Enter"/> said.</param>
    internal void Leave(object value, bool entered)
    {
        Depth--;
        if (entered && value is not ValueType)
            _open.Remove(value);
    }
}
