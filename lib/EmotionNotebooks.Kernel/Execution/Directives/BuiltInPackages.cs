namespace EmotionNotebooks.Kernel.Execution.Directives;

/// <summary>The packages that on the <c>system</c> stack are not restored, since the repository has a subset of each (lib/compat).</summary>
internal sealed record BuiltInPackages(IReadOnlyList<string> Assemblies, string Remark)
{
    private const string Views = "EmotionNotebooks.Interactive.dll";

    private static readonly string[] Subsets =
    [
        "TorchSharp", "SixLabors.ImageSharp", "Microsoft.Data.Analysis", "Plotly.NET", "Plotly.NET.CSharp", "DuckDB.NET.Data",
    ];

    /// <summary>Those whose part this kernel, or the machine's own libraries, play.</summary>
    private static readonly string[] Replaced =
    [
        "TorchSharp-cpu", "TorchSharp-cuda-linux", "TorchSharp-cuda-windows", "Plotly.NET.Interactive", "DuckDB.NET.Data.Full",
    ];

    /// <summary>Those that the kernel is itself, on either stack: a second Formatter or Kernel beside its own would only be in the way.</summary>
    private static readonly string[] OfKernel = ["Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Formatting", "Microsoft.DotNet.Interactive.CSharp"];

    /// <summary>What stands in for a package; null where it is to be restored.</summary>
    /// <exception cref="DirectiveException">The repository's libraries are not built, or not to be found.</exception>
    public static BuiltInPackages? Find(string id, InterpreterOptions options)
    {
        if (OfKernel.Contains(id, StringComparer.OrdinalIgnoreCase))
        {
            return new([], "part of this kernel");
        }

        if (id.StartsWith("Microsoft.DotNet.Interactive.", StringComparison.OrdinalIgnoreCase))
        {
            throw new DirectiveException($"{id}: this package extends the kernel of .NET Interactive, which this kernel is not; #!lsmagic lists what there is");
        }

        var subset = Subsets.FirstOrDefault(it => it.Equals(id, StringComparison.OrdinalIgnoreCase));
        if (options.Stack != "system" || (subset is null && !Replaced.Contains(id, StringComparer.OrdinalIgnoreCase)))
        {
            return null;
        }

        var folder = Folder(options);
        var isChart = id.StartsWith("Plotly.NET", StringComparison.OrdinalIgnoreCase);
        return subset is null
            ? new([.. isChart ? [Path.Combine(folder, Views)] : Array.Empty<string>()], "part of this kernel (system stack)")
            : new([Path.Combine(folder, $"EmotionNotebooks.Compat.{subset}.dll"), Path.Combine(folder, Views)], "the built-in subset (system stack)");
    }

    private static string Folder(InterpreterOptions options)
    {
        if (options.LibraryFolder is { } named)
        {
            return Path.GetFullPath(named, options.WorkingFolder);
        }

        foreach (var start in new[] { options.WorkingFolder, AppContext.BaseDirectory })
        {
            for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
            {
                var folder = Path.Combine(at.FullName, "lib", "EmotionNotebooks.Interactive", "bin", "notebook");
                if (File.Exists(Path.Combine(folder, Views)))
                {
                    return folder;
                }
            }
        }

        throw new DirectiveException(
            $"{Views} was found neither above {options.WorkingFolder} nor above {AppContext.BaseDirectory}, in lib/EmotionNotebooks.Interactive/bin/notebook; "
            + "build it (./emotion setup, or dotnet build), or name its folder in EMOTION_LIBRARY");
    }
}
