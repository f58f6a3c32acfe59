using System.Text;

namespace EmotionNotebooks.Kernel;

/// <summary>The kernel's own words, for whoever started it: on the standard error stream that the process was born with.</summary>
internal static class Log
{
    // Cells write to a Console that is not this one.
    private static readonly Stream Error = Console.OpenStandardError();

    /// <summary>Writes a line; nobody there to read it is no error.</summary>
    public static void Write(string line)
    {
        try
        {
            Error.Write(Encoding.UTF8.GetBytes($"emotion-kernel: {line.ReplaceLineEndings(" ")}\n"));
        }
        catch (IOException)
        {
        }
    }
}
