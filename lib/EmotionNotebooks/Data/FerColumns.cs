using System.Text;

namespace EmotionNotebooks.Data;

/// <summary>Which of FER-2013's three columns stands where, from the header line.</summary>
internal static class FerColumns
{
    public const string Expected = "the columns emotion, pixels and Usage";

    private static readonly string[] Names = ["emotion", "pixels", "Usage"];

    /// <summary>The columns in the header's order.</summary>
    public static FerColumn[] Parse(ReadOnlySpan<byte> header, string path)
    {
        Refuse(header, path);
        var fields = Encoding.UTF8.GetString(header).Split(',').Select(field => field.Trim(' ', '"')).ToArray();
        if (!fields.Any(Names.Contains))
            throw new FaceDataException($"{path}: not FER-2013's CSV: the first line is '{Excerpt.Of(header)}'; expected {Expected}");
        foreach (var (i, field) in fields.Index())
        {
            if (!Names.Contains(field))
                throw new FaceDataException($"{path}: unknown column '{field}'; expected {Expected}");
            if (Array.IndexOf(fields, field) < i)
                throw new FaceDataException($"{path}: column '{field}' stands twice; expected {Expected}");
        }

        foreach (var name in Names)
        {
            if (!fields.Contains(name))
                throw new FaceDataException($"{path}: column '{name}' is missing; expected {Expected}");
        }

        return [.. fields.Select(field => (FerColumn)Array.IndexOf(Names, field))];
    }

    // Kaggle hands FER-2013 out inside archives: say so, instead of showing their bytes.
    private static void Refuse(ReadOnlySpan<byte> header, string path)
    {
        if (header.StartsWith("PK\u0003\u0004"u8))
            throw new FaceDataException($"{path}: a zip archive; expected the CSV file inside it, plain or gzip");
        if (header.Length > 262 && header[257..262].SequenceEqual("ustar"u8))
            throw new FaceDataException($"{path}: a tar archive; expected the CSV file inside it, plain or gzip");
    }
}
