namespace EmotionNotebooks.Cli.Jupyter;

/// <summary>Where Jupyter keeps and looks for kernels, as jupyter_core has it.</summary>
internal static class JupyterFolders
{
    /// <summary>The user's folder of kernels.</summary>
    public static string OfUser => Path.Combine(Data, "kernels");

    /// <summary>The folders of kernels, the first to be looked in first.</summary>
    public static IEnumerable<string> All =>
        (Environment.GetEnvironmentVariable("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Append(Data)
        .Concat(OperatingSystem.IsWindows()
            ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter")]
            : ["/usr/local/share/jupyter", "/usr/share/jupyter"])
        .Select(folder => Path.Combine(folder, "kernels"))
        .Distinct();

    /// <summary>The folder of kernels of an installation.</summary>
    /// <param name="prefix">Its root, such as <c>/usr/local</c> or a virtual environment.</param>
    public static string Of(string prefix) => Path.Combine(Path.GetFullPath(prefix), "share", "jupyter", "kernels");

    private static string Data
    {
        get
        {
            if (Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } named)
            {
                return Path.GetFullPath(named);
            }

            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            return OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter")
                : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Jupyter")
                : Path.Combine(
                    Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } data ? data : Path.Combine(home, ".local", "share"), "jupyter");
        }
    }
}
