using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace EmotionNotebooks.Cli.Jupyter;

/// <summary>The kernel that this program carries, and how Jupyter is told of it.</summary>
internal static class KernelProgram
{
    /// <summary>The name of its main file.</summary>
    public const string FileName = "emotion-kernel.dll";

    /// <summary>The name that people see.</summary>
    public const string DisplayName = "C# (EmotionNotebooks)";

    /// <summary>The member of a kernelspec's metadata by which ours is known; it holds the version.</summary>
    public const string Mark = "emotion_notebooks";

    /// <summary>The folder it lies in.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public static string Folder
    {
        get
        {
            var folder = Path.Combine(AppContext.BaseDirectory, "kernel");
            var program = Path.Combine(folder, FileName);
            return File.Exists(program)
                ? folder
                : throw new FileNotFoundException($"{program}: no such file; expected the kernel: build lib/EmotionNotebooks.Cli again", program);
        }
    }

    /// <summary>The dotnet that runs this program.</summary>
    public static string Dotnet { get; } =
        // …/dotnet is three folders above …/shared/Microsoft.NETCore.App/10.0.0/
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    /// <summary>A kernelspec.</summary>
    /// <param name="folder">Where the kernel lies.</param>
    /// <param name="displayName">The name that people see.</param>
    public static string Specification(string folder, string displayName = DisplayName) => new JsonObject
    {
        ["argv"] = new JsonArray(Dotnet, Path.Combine(folder, FileName), "{connection_file}"),
        ["display_name"] = displayName,
        ["language"] = "C#",
        ["interrupt_mode"] = "message",
        ["metadata"] = new JsonObject { [Mark] = typeof(KernelProgram).Assembly.GetName().Version!.ToString(3) },
    }.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
}
