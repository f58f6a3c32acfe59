namespace EmotionNotebooks.Kernel.Execution;

/// <summary>What an interpreter works with.</summary>
public sealed record InterpreterOptions
{
    /// <summary>The notebook's folder: relative paths start there. The process's current folder by default.</summary>
    public string WorkingFolder { get; init; } = Environment.CurrentDirectory;

    /// <summary>The program that restores packages and builds projects: <c>dotnet</c> by default, the one that runs this process where it is known.</summary>
    public string DotnetHost { get; init; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host
        : Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";

    /// <summary>Where restored sets of packages and built projects are kept. A folder of the user's cache by default.</summary>
    public string CacheFolder { get; init; } = Path.Combine(UserCache, "emotion-notebooks", "kernel");

    /// <summary>Whether packages of the design card come from this project itself (<c>system</c>) or from a registry (<c>nuget</c>);
    /// the stack that the kernel was built for by default.</summary>
    public string Stack { get; init; } = BuiltFor;

    /// <summary>The folder of EmotionNotebooks.Interactive.dll; null (the default) where it is found above the notebook or the kernel, or named
    /// by the environment (<c>EMOTION_LIBRARY</c>).</summary>
    public string? LibraryFolder { get; init; } = Environment.GetEnvironmentVariable("EMOTION_LIBRARY") is { Length: > 0 } folder ? folder : null;

    /// <summary>How long a restore or a build may take. 3 minutes by default.</summary>
    public TimeSpan ToolTimeout { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Whether the compiler starts at once, in the background, so that the first cell finds it warm. True by default.</summary>
    public bool WarmUp { get; init; } = true;

    // The compat project's assembly has a name of its own.
    private static string BuiltFor =>
        File.Exists(Path.Combine(AppContext.BaseDirectory, "EmotionNotebooks.Compat.Microsoft.DotNet.Interactive.Formatting.dll")) ? "system" : "nuget";

    private static string UserCache =>
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named ? named
        : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
        : OperatingSystem.IsMacOS() ? Path.Combine(Home, "Library", "Caches")
        : Path.Combine(Home, ".cache");

    private static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home ? home : Path.GetTempPath();
}
