using System.Collections.ObjectModel;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace EmotionNotebooks.Data;

/// <summary>
/// Faces with their labels: one contiguous buffer of N×48×48 grey bytes, one label and one split per face.
/// Immutable; safe to read from several threads.
/// </summary>
/// <remarks>
/// A set holds either rows of <see cref="Split.Training"/> and <see cref="Split.PublicTest"/>, or <see cref="Split.PrivateTest"/>
/// rows alone (<see cref="IsFinalExam"/>): the final exam cannot slip into something that trains or selects.
/// </remarks>
public sealed class FaceSet
{
    /// <summary>Width and height of a face in pixels.</summary>
    public const int Side = 48;

    /// <summary>Bytes per face: 48 × 48, row-major, 0 black to 255 white.</summary>
    public const int PixelsPerFace = Side * Side;

    private readonly ReadOnlyMemory<byte> _labels;
    private readonly ReadOnlyMemory<Split> _splits;
    private readonly Lazy<string> _sha256;
    private FaceOrigins _origins = FaceOrigins.Rows;
    private FaceVotes? _votes;

    /// <summary>Makes a set over the given buffers, which must not be changed afterwards (they are not copied).</summary>
    /// <param name="pixels">N × <see cref="PixelsPerFace"/> bytes.</param>
    /// <param name="labels">N labels, each below the number of class names.</param>
    /// <param name="splits">N splits: <see cref="Split.PrivateTest"/> for all of them or for none.</param>
    /// <param name="source">Where the faces come from, for messages: a path, or the words that describe a generated set.</param>
    /// <param name="classNames">The names of the labels, distinct; FER-2013's seven by default.</param>
    /// <param name="withheld">How many <see cref="Split.PrivateTest"/> rows the source has that are not in this set; 0 by default.</param>
    /// <exception cref="FaceDataException">The set is empty, the lengths disagree, a label or split is unknown, or the final exam is mixed
    /// with other rows.</exception>
    /// <exception cref="ArgumentException">The source or a class name is blank, or class names repeat.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="withheld"/> is negative.</exception>
    public FaceSet(
        ReadOnlyMemory<byte> pixels,
        ReadOnlyMemory<byte> labels,
        ReadOnlyMemory<Split> splits,
        string source,
        IReadOnlyList<string>? classNames = null,
        int withheld = 0)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        ArgumentOutOfRangeException.ThrowIfNegative(withheld);
        Source = source;
        Withheld = withheld;
        ClassNames = classNames is null ? Emotions.Names : CheckedNames(classNames);
        CheckLengths(pixels.Length, labels.Length, splits.Length, source);
        CheckLabels(labels.Span, ClassNames.Count, source);
        IsFinalExam = CheckSplits(splits.Span, source);
        Pixels = pixels;
        _labels = labels;
        _splits = splits;
        _sha256 = new Lazy<string>(Hash);
    }

    /// <summary>The number of faces, at least 1.</summary>
    public int Count => _labels.Length;

    /// <summary>All pixels: (N, 48, 48), row-major, 0 black to 255 white.</summary>
    public ReadOnlyMemory<byte> Pixels { get; }

    /// <summary>One label per face: an index into <see cref="ClassNames"/>.</summary>
    public ReadOnlySpan<byte> Labels => _labels.Span;

    /// <summary>One split per face.</summary>
    public ReadOnlySpan<Split> Splits => _splits.Span;

    /// <summary>The names of the labels, in label order.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>What the crowd of FER+ said of each face; null where there are no votes at all, all zero for a face that nobody was asked
    /// about. Not part of <see cref="Sha256"/>.</summary>
    /// <exception cref="FaceDataException">There are votes for another number of faces.</exception>
    public FaceVotes? Votes
    {
        get => _votes;
        init => _votes = value is null || value.Count == Count
            ? value
            : throw new FaceDataException($"{Source}: votes for {value.Count} faces; expected {Count}");
    }

    /// <summary>Where each face stands in its source: a row, or a file. Rows in this set's order by default.</summary>
    /// <exception cref="FaceDataException">There are origins of another number of faces.</exception>
    public FaceOrigins Origins
    {
        get => _origins;
        init => _origins = value.Count is null || value.Count == Count
            ? value
            : throw new FaceDataException($"{Source}: origins of {value.Count} faces; expected {Count}");
    }

    /// <summary>Where the faces come from, for messages.</summary>
    public string Source { get; }

    /// <summary>How many <see cref="Split.PrivateTest"/> rows the source has that were kept out of this set.</summary>
    public int Withheld { get; }

    /// <summary>Whether this is the final exam: <see cref="Split.PrivateTest"/> rows and nothing else. Such a set is neither trained
    /// nor selected on.</summary>
    public bool IsFinalExam { get; }

    /// <summary>The content's SHA-256, lower-case hexadecimal, over pixels, then labels, then splits (one byte each): the data hash that a run
    /// saves. Computed on first use.</summary>
    public string Sha256 => _sha256.Value;

    /// <summary>Takes <see cref="Sha256"/> from whoever has just computed it over these very buffers.</summary>
    internal string KnownSha256
    {
        init => _sha256 = new Lazy<string>(value);
    }

    /// <summary>The pixels of one face: (48, 48), row-major.</summary>
    /// <param name="index">0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such face.</exception>
    public ReadOnlySpan<byte> Face(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return Pixels.Span.Slice(index * PixelsPerFace, PixelsPerFace);
    }

    /// <summary>The faces of one split, in this set's order. No pixel is copied where they stand together.</summary>
    /// <param name="split">The split to take.</param>
    /// <exception cref="FaceDataException">This set has no such row. For <see cref="Split.PrivateTest"/> the message says who may read it.</exception>
    public FaceSet Part(Split split)
    {
        var splits = _splits.Span;
        var first = splits.IndexOf(split);
        if (first < 0)
            throw new FaceDataException(NoSuchPart(split));
        var count = splits.Count(split);
        if (count == Count)
            return this;
        if (splits.LastIndexOf(split) - first + 1 == count)
            return new(Pixels.Slice(first * PixelsPerFace, count * PixelsPerFace), _labels.Slice(first, count),
                _splits.Slice(first, count), Source, ClassNames, Withheld)
            {
                Votes = Votes?.Slice(first, count),
                Origins = Origins.Slice(first, count),
            };
        return Select([.. Enumerable.Range(0, Count).Where(row => Splits[row] == split)]);
    }

    /// <summary>How many faces each class has, in label order.</summary>
    public int[] CountByClass()
    {
        var counts = new int[ClassNames.Count];
        foreach (var label in Labels)
            counts[label]++;
        return counts;
    }

    /// <summary>Some of the faces, copied, in the order of the rows.</summary>
    /// <param name="rows">Rows of this set, at least one, each 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="FaceDataException">No row is given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public FaceSet Select(ReadOnlySpan<int> rows)
    {
        var pixels = GC.AllocateUninitializedArray<byte>(rows.Length * PixelsPerFace);
        var labels = new byte[rows.Length];
        var splits = new Split[rows.Length];
        for (var to = 0; to < rows.Length; to++)
        {
            Face(rows[to]).CopyTo(pixels.AsSpan(to * PixelsPerFace));
            labels[to] = Labels[rows[to]];
            splits[to] = Splits[rows[to]];
        }

        return new(pixels, labels, splits, Source, ClassNames, Withheld) { Votes = Votes?.Select(rows), Origins = Origins.Select(rows) };
    }

    /// <summary>The same faces under other labels.</summary>
    internal FaceSet With(ReadOnlyMemory<byte> labels, IReadOnlyList<string> classNames) =>
        new(Pixels, labels, _splits, Source, classNames, Withheld) { Votes = Votes, Origins = Origins };

    /// <summary>Some of the faces in other splits; those that are left out as <see cref="Split.PrivateTest"/> count as withheld.</summary>
    internal FaceSet With(Split[] splits, ReadOnlySpan<int> rows)
    {
        // Only the rows that stay are looked at: with their new splits the whole could mix what may not be mixed.
        var kept = Select(rows);
        var of = new Split[rows.Length];
        for (var to = 0; to < of.Length; to++)
            of[to] = splits[rows[to]];
        var withheld = of[0] == Split.PrivateTest ? 0 : Withheld + splits.Count(split => split == Split.PrivateTest);
        return new(kept.Pixels, kept._labels, of, Source, ClassNames, withheld) { Votes = kept.Votes, Origins = kept.Origins };
    }

    private string NoSuchPart(Split split) => split switch
    {
        Split.PrivateTest when Withheld > 0 =>
            $"{Source}: its {Withheld} PrivateTest rows are the final exam and are withheld here; only `emotion evaluate --final` reads them",
        _ => $"{Source}: there is no {split} row among its {Count} faces",
    };

    private string Hash()
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(Pixels.Span);
        sha.AppendData(Labels);
        sha.AppendData(MemoryMarshal.AsBytes(Splits));
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    private static void CheckLengths(int pixels, int labels, int splits, string source)
    {
        if (labels == 0)
            throw new FaceDataException($"{source}: no faces; a set needs at least one");
        if (pixels != (long)labels * PixelsPerFace)
            throw new FaceDataException(
                $"{source}: {pixels} pixel bytes for {labels} labels; expected {(long)labels * PixelsPerFace} ({PixelsPerFace} per face)");
        if (splits != labels)
            throw new FaceDataException($"{source}: {splits} splits for {labels} labels; expected one each");
    }

    private static void CheckLabels(ReadOnlySpan<byte> labels, int classes, string source)
    {
        var at = labels.IndexOfAnyExceptInRange((byte)0, (byte)(classes - 1));
        if (at >= 0)
            throw new FaceDataException($"{source}: face {at} has label {labels[at]}; expected 0 to {classes - 1}");
    }

    private static bool CheckSplits(ReadOnlySpan<Split> splits, string source)
    {
        var bytes = MemoryMarshal.AsBytes(splits);
        var at = bytes.IndexOfAnyExceptInRange((byte)Split.Training, (byte)Split.PrivateTest);
        if (at >= 0)
            throw new FaceDataException($"{source}: face {at} has split {bytes[at]}; expected Training, PublicTest or PrivateTest");
        var exam = splits.Count(Split.PrivateTest);
        if (exam > 0 && exam < splits.Length)
            throw new FaceDataException(
                $"{source}: {exam} PrivateTest rows among {splits.Length}; the final exam may not be mixed with rows that train or select");
        return exam > 0;
    }

    private static ReadOnlyCollection<string> CheckedNames(IReadOnlyList<string> names)
    {
        if (names.Count is 0 or > 256)
            throw new ArgumentException($"{names.Count} class names; expected 1 to 256", nameof(names));
        for (var i = 0; i < names.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(names[i]))
                throw new ArgumentException($"class name {i} is blank", nameof(names));
            for (var j = 0; j < i; j++)
            {
                if (names[j] == names[i])
                    throw new ArgumentException($"class name '{names[i]}' stands twice", nameof(names));
            }
        }

        return Array.AsReadOnly(names.ToArray());
    }
}
