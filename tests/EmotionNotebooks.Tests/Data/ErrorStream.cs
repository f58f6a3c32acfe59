using System.Runtime.InteropServices;

namespace EmotionNotebooks.Tests.Data;

/// <summary>What native code writes to the process's error stream, past <see cref="Console"/>.</summary>
internal static partial class ErrorStream
{
    private const int ErrorDescriptor = 2;
    private const int WriteOnlyCreate = 0x41;

    /// <summary>What was written meanwhile; nothing on systems where it can't be caught.</summary>
    public static string During(Action work)
    {
        if (!OperatingSystem.IsLinux())
        {
            work();
            return "";
        }

        using var folder = new TemporaryFolder();
        var path = folder.File("stderr");
        var kept = dup(ErrorDescriptor);
        var file = open(path, WriteOnlyCreate, 0x180);
        Assert.True(kept >= 0 && file >= 0 && dup2(file, ErrorDescriptor) >= 0);
        try
        {
            work();
        }
        finally
        {
            Assert.True(dup2(kept, ErrorDescriptor) >= 0);
            _ = close(file);
            _ = close(kept);
        }

        return File.ReadAllText(path);
    }

    [LibraryImport("libc")]
    private static partial int dup(int descriptor);

    [LibraryImport("libc")]
    private static partial int dup2(int from, int to);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags, int mode);

    [LibraryImport("libc")]
    private static partial int close(int descriptor);
}
