namespace EmotionNotebooks.Data;

/// <summary>What becomes of faces that cannot be used: the first one ends the reading, or all are left out and listed.</summary>
/// <remarks>Only what is wrong with a single face (a row, a picture) can be left out. A source that is damaged as a whole, such as a truncated
/// archive, is refused either way. Not safe for several threads: readers that use several report from one.</remarks>
public sealed class BadFaces
{
    private readonly List<string>? _leftOut;

    private BadFaces(List<string>? leftOut) => _leftOut = leftOut;

    /// <summary>The first bad face ends the reading with its exception.</summary>
    public static BadFaces Refuse { get; } = new(null);

    /// <summary>One line for each face that was left out: source, place, what was found, what was expected.</summary>
    public IReadOnlyList<string> LeftOut => _leftOut ?? [];

    /// <summary>Bad faces are left out and listed.</summary>
    public static BadFaces Skip() => new([]);

    /// <summary>Reports a face that cannot be used.</summary>
    /// <param name="fault">What is wrong with it.</param>
    /// <exception cref="FaceDataException">Bad faces are refused: the fault itself.</exception>
    public void Report(FaceDataException fault)
    {
        if (_leftOut is null)
            throw fault;
        _leftOut.Add(fault.Message);
    }
}
