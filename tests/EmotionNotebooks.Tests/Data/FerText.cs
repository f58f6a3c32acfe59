using System.Formats.Tar;
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

    /// <summary>The pixels of <see cref="Pixels"/> as numbers.</summary>
    public static byte[] Values(int seed = 0) => [.. Enumerable.Range(0, FaceSet.PixelsPerFace).Select(i => (byte)((i * 7 + seed * 31) % 256))];

    /// <summary>A CSV as people hand it out.</summary>
    public static byte[] Pack(Container container, byte[] csv) => container switch
    {
        Container.Plain => csv,
        Container.Gzip => Gzip(csv),
        Container.Zip => Zip(("readme.txt", "about"u8.ToArray()), ("data/FER2013.CSV", csv)),
        Container.Tar => Tar(("fer2013/", []), ("fer2013/fer2013.csv", csv), ("fer2013/README", "about"u8.ToArray())),
        Container.TarGzip => Gzip(Tar(("fer2013.csv", csv), ("fer2013.bib", "@x"u8.ToArray()))),
        _ => throw new ArgumentOutOfRangeException(nameof(container)),
    };

    public static byte[] Zip(params (string Name, byte[] Content)[] members)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in members)
            {
                using var member = zip.CreateEntry(name).Open();
                member.Write(content);
            }
        }

        return memory.ToArray();
    }

    public static byte[] Tar(params (string Name, byte[] Content)[] members) => Tar(TarEntryFormat.Ustar, members);

    public static byte[] Tar(TarEntryFormat format, params (string Name, byte[] Content)[] members)
    {
        using var memory = new MemoryStream();
        using (var tar = new TarWriter(memory, format))
        {
            foreach (var (name, content) in members)
            {
                var type = name.EndsWith('/') ? TarEntryType.Directory
                    : format == TarEntryFormat.V7 ? TarEntryType.V7RegularFile
                    : TarEntryType.RegularFile;
                TarEntry entry = format switch
                {
                    TarEntryFormat.V7 => new V7TarEntry(type, name),
                    TarEntryFormat.Pax => new PaxTarEntry(type, name),
                    TarEntryFormat.Gnu => new GnuTarEntry(type, name),
                    _ => new UstarTarEntry(type, name),
                };
                if (type != TarEntryType.Directory)
                    entry.DataStream = new MemoryStream(content);
                tar.WriteEntry(entry);
            }
        }

        return memory.ToArray();
    }

    public static byte[] Gzip(byte[] content)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest))
            gzip.Write(content);
        return memory.ToArray();
    }

    public string Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    public string Write(byte[] content, string name = "faces.csv")
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string FolderPath => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
