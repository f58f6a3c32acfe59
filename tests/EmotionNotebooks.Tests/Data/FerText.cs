using System.IO.Compression;
using System.Text;

namespace EmotionNotebooks.Tests.Data;

/// <summary>Writes FER-2013's form into a folder of its own, for tests that read it back.</summary>
internal sealed class FerText : IDisposable
{
    public const string Header = "emotion,pixels,Usage\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fer-");

    public static string Pixels(int seed = 0) =>
        string.Join(' ', Enumerable.Range(0, FaceSet.PixelsPerFace).Select(i => (i * 7 + seed * 31) % 256));

    public static string Row(string emotion = "3", string? pixels = null, string usage = "Training") =>
        $"{emotion},{pixels ?? Pixels()},{usage}\n";

    public static byte[] Gzip(byte[] content)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest))
            gzip.Write(content);
        return memory.ToArray();
    }

    public string Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    public string Write(byte[] content)
    {
        var path = Path.Combine(_folder.FullName, "faces.csv");
        File.WriteAllBytes(path, content);
        return path;
    }

    public string FolderPath => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
