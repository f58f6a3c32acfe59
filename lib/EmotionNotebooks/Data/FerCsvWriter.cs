using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace EmotionNotebooks.Data;

/// <summary>Writes FER-2013's CSV: <c>emotion,pixels,Usage</c>, one face per row, byte for byte as the original file has it.</summary>
public static class FerCsvWriter
{
    // A row: the label, a comma, at most four bytes for a pixel, and the split.
    private const int LongestRow = 4 * FaceSet.PixelsPerFace + 32;
    private const int BufferSize = 1 << 18;

    // The digits of each value and the blank behind them, the first in the lowest byte; and how many bytes those are.
    private static readonly uint[] Words = [.. Enumerable.Range(0, 256).Select(WordOf)];
    private static readonly byte[] Lengths = [.. Enumerable.Range(0, 256).Select(value => (byte)($"{value}".Length + 1))];

    /// <summary>Writes the file as a whole: an older one is replaced once everything is on disk.</summary>
    /// <param name="faces">The faces. Votes and origins are not written.</param>
    /// <param name="path">The file; gzip where it ends in <c>.gz</c>.</param>
    /// <exception cref="FaceDataException">A class is none of FER-2013's seven.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(FaceSet faces, string path)
    {
        ArgumentNullException.ThrowIfNull(faces);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var labels = LabelsOf(faces);
        AtomicFile.Write(path, file =>
        {
            if (!path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            {
                WriteRows(faces, labels, file);
                return;
            }

            using var gzip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
            WriteRows(faces, labels, gzip);
        });
    }

    // The digit that stands for each class.
    private static byte[] LabelsOf(FaceSet faces)
    {
        var labels = new byte[faces.ClassNames.Count];
        for (var i = 0; i < labels.Length; i++)
        {
            var emotion = Emotions.Names.ToList().IndexOf(faces.ClassNames[i]);
            labels[i] = emotion >= 0
                ? (byte)('0' + emotion)
                : throw new FaceDataException(
                    $"{faces.Source}: class '{faces.ClassNames[i]}'; FER-2013's CSV knows only {string.Join(", ", Emotions.Names)}");
        }

        return labels;
    }

    private static void WriteRows(FaceSet faces, byte[] labels, Stream file)
    {
        byte[][] usages = [.. Enum.GetNames<Split>().Select(name => Encoding.UTF8.GetBytes($",{name}\n"))];
        var buffer = new byte[BufferSize];
        "emotion,pixels,Usage\n"u8.CopyTo(buffer);
        var used = "emotion,pixels,Usage\n".Length;
        for (var i = 0; i < faces.Count; i++)
        {
            if (buffer.Length - used < LongestRow)
            {
                file.Write(buffer, 0, used);
                used = 0;
            }

            buffer[used++] = labels[faces.Labels[i]];
            buffer[used++] = (byte)',';
            used += WritePixels(faces.Face(i), buffer.AsSpan(used));
            var usage = usages[(int)faces.Splits[i]];
            usage.CopyTo(buffer, used);
            used += usage.Length;
        }

        file.Write(buffer, 0, used);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // from the first face on: a set is written once
    private static int WritePixels(ReadOnlySpan<byte> pixels, Span<byte> target)
    {
        ReadOnlySpan<uint> words = Words.AsSpan(0, 256);
        ReadOnlySpan<byte> lengths = Lengths.AsSpan(0, 256);
        var at = 0;
        foreach (var pixel in pixels)
        {
            // Four bytes at once, of which the next number overwrites those that were too many.
            BinaryPrimitives.WriteUInt32LittleEndian(target[at..], words[pixel]);
            at += lengths[pixel];
        }

        return at - 1; // no blank behind the last
    }

    private static uint WordOf(int value)
    {
        Span<byte> word = stackalloc byte[sizeof(uint)];
        Encoding.ASCII.GetBytes($"{value} ", word);
        return BinaryPrimitives.ReadUInt32LittleEndian(word);
    }
}
