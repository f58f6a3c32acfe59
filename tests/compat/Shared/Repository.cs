namespace EmotionNotebooks.Compat.Tests;

internal static class Repository
{
    /// <summary>The folder of the solution, found upwards from the running tests.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EmotionNotebooks.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No EmotionNotebooks.sln above {AppContext.BaseDirectory}.");
    }
}
