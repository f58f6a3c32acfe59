namespace EmotionNotebooks.Tests.Data;

/// <summary>The real FER-2013, which is not part of the repository.</summary>
internal static class RealData
{
    public const string Absent = "FER-2013 is not here: set EMOTION_DATA to its CSV, or put it at ../shared/data/fer2013.csv.gz";

    /// <summary>The CSV's path: <c>EMOTION_DATA</c> (the file or its folder), else beside the repository; null where there is none.</summary>
    public static string? Fer2013()
    {
        const string name = "fer2013.csv.gz";
        if (Environment.GetEnvironmentVariable("EMOTION_DATA") is { Length: > 0 } named)
        {
            var path = Directory.Exists(named) ? Path.Combine(named, name) : named;
            // Named but absent is a mistake, not a reason to skip.
            return File.Exists(path) ? path : throw new FileNotFoundException($"EMOTION_DATA names {path}, which is not there");
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EmotionNotebooks.sln")))
            {
                var path = Path.Combine(folder.FullName, "..", "shared", "data", name);
                return File.Exists(path) ? path : null;
            }
        }

        return null;
    }
}
