namespace EmotionNotebooks.Data;

/// <summary>
/// Face data that cannot be used: a file that is missing, damaged or not in the expected form, or a set that breaks its own rules.
/// The message is one line that names the source, the place in it, what was found and what was expected.
/// </summary>
public sealed class FaceDataException : Exception
{
    /// <summary>An exception without a message of its own.</summary>
    public FaceDataException()
    {
    }

    /// <summary>An exception with its one-line message.</summary>
    /// <param name="message">Source, place, what was found, what was expected.</param>
    public FaceDataException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with its one-line message and its cause.</summary>
    /// <param name="message">Source, place, what was found, what was expected.</param>
    /// <param name="innerException">What failed underneath.</param>
    public FaceDataException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Whether a final exam was asked for and the source names none, so that one may be drawn from it.</summary>
    internal bool LacksFinalExam { get; private init; }

    /// <summary>An exception that says that a source names no final exam.</summary>
    /// <param name="message">Source, what was found.</param>
    internal static FaceDataException NoFinalExam(string message) => new(message) { LacksFinalExam = true };
}
