namespace EmotionNotebooks.Cli.Jupyter;

/// <summary>Where the repository lies that this program was built in.</summary>
internal static class Repository
{
    private const string Mark = "EmotionNotebooks.sln";

    /// <summary>The repository's folder: above the working folder, or above this program.</summary>
    /// <exception cref="DirectoryNotFoundException">It is in neither place.</exception>
    public static string Root { get; } =
        Above(Environment.CurrentDirectory) ?? Above(AppContext.BaseDirectory)
            ?? throw new DirectoryNotFoundException($"neither {Environment.CurrentDirectory} nor {AppContext.BaseDirectory} lies in EmotionNotebooks' repository; "
                + "run this in its folder");

    /// <summary>The folder of the lessons.</summary>
    public static string Notebooks => Path.Combine(Root, "notebooks");

    private static string? Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, Mark)))
            {
                return at.FullName;
            }
        }

        return null;
    }
}
