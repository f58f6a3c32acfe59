namespace EmotionNotebooks.Data.Download;

/// <summary>A file that Kaggle serves, and what is known of it beforehand. Immutable.</summary>
/// <remarks>
/// The paths are those of Kaggle's public API, version 1, as its own clients use it (https://github.com/Kaggle/kaggle-api):
/// <c>competitions/data/download/{competition}/{file}</c>, <c>datasets/download/{owner}/{dataset}</c> (a zip of everything) and
/// <c>datasets/download/{owner}/{dataset}/{file}</c>. Kaggle answers with a redirect to a storage server.
/// </remarks>
public sealed record KaggleSource
{
    private const string Competition = "challenges-in-representation-learning-facial-expression-recognition-challenge";

    private KaggleSource()
    {
    }

    /// <summary>FER-2013 as it was published: <c>fer2013.tar.gz</c> of the competition of 2013.</summary>
    public static KaggleSource Fer2013 { get; } = new()
    {
        Path = $"competitions/data/download/{Competition}/fer2013.tar.gz",
        FileName = "fer2013.tar.gz",
        Page = $"https://www.kaggle.com/c/{Competition}",
        NeedsToken = true,
        Counts = FaceCounts.Fer2013,
        Member = "fer2013.csv",
        MemberMd5 = "f8428a1edbd21e88f42c73edd2a14f95",
    };

    /// <summary>The address below the API's, such as <c>datasets/download/owner/name</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What the file is called on this machine.</summary>
    public required string FileName { get; init; }

    /// <summary>The page where a person sees it, and accepts its rules.</summary>
    public required string Page { get; init; }

    /// <summary>Whether Kaggle gives it to nobody without a token.</summary>
    public bool NeedsToken { get; init; }

    /// <summary>How many faces it must have; null where that is not known.</summary>
    public FaceCounts? Counts { get; init; }

    /// <summary>The file within the tar.gz that holds the faces; null where it is not known.</summary>
    public string? Member { get; init; }

    /// <summary>That file's MD5, lower-case hexadecimal, where somebody has published it: torchvision's <c>FER2013</c> lists the competition's
    /// (https://github.com/pytorch/vision/pull/8452).</summary>
    public string? MemberMd5 { get; init; }

    /// <summary>A dataset that somebody put on Kaggle.</summary>
    /// <param name="name"><c>owner/name</c> for the zip of all its files, or <c>owner/name/file</c> for one of them.</param>
    /// <exception cref="ArgumentException">The name has another form.</exception>
    public static KaggleSource Dataset(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var parts = name.Split('/');
        if (parts.Length is < 2 or > 3 || !parts.All(IsName))
            throw new ArgumentException($"'{name}' is no Kaggle dataset; expected OWNER/NAME or OWNER/NAME/FILE, such as deadskull7/fer2013");
        return new()
        {
            Path = "datasets/download/" + string.Join('/', parts.Select(Uri.EscapeDataString)),
            FileName = parts.Length == 3 ? parts[2] : $"{parts[0]}-{parts[1]}.zip",
            Page = $"https://www.kaggle.com/datasets/{parts[0]}/{parts[1]}",
        };
    }

    // What is a name here becomes part of an address and of a path on this machine.
    private static bool IsName(string part) =>
        part.Length is > 0 and <= 100 && part[0] != '.' && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ' ');
}
