namespace EmotionNotebooks.Web.Tests;

/// <summary>Files of the repository, found from the test's own folder.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    public static string Weights => File("data/runs/fer-resnet-votes.safetensors");

    public static string File(string path) => Path.Combine(Root, path);

    public static byte[] Picture(string name) => System.IO.File.ReadAllBytes(File($"tests/fixtures/pictures/{name}"));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "EmotionNotebooks.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"no EmotionNotebooks.sln above {AppContext.BaseDirectory}");
    }
}
