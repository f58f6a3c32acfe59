namespace EmotionNotebooks.Compat.Tests;

/// <summary>Assemblies of other projects, built as the running tests were: for the same stack, configuration and framework.</summary>
internal static class Built
{
    /// <summary>A project's folder of assemblies below its own, such as <c>bin/system/Release/net10.0</c>.</summary>
    public static string Folder { get; } = FolderOf(new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)));

    public static string Library(string project, string? assembly = null) =>
        Path.Combine(Repository.Root, "lib", project, Folder, $"{assembly ?? project}.dll");

    private static string FolderOf(DirectoryInfo tests) => Path.Combine("bin", tests.Parent!.Parent!.Name, tests.Parent.Name, tests.Name);
}
