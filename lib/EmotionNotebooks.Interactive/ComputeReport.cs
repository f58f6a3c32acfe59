using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using EmotionNotebooks.Training;
using TorchSharp;
using static TorchSharp.torch;
using Acceleration = EmotionNotebooks.Training.Acceleration;

namespace EmotionNotebooks.Interactive;

/// <summary>What a notebook computes on, for the cell that shows it.</summary>
public sealed record ComputeReport
{
    private ComputeReport()
    {
    }

    /// <summary>The device in TorchSharp's words, such as <c>cpu</c> or <c>cuda:0</c>.</summary>
    public required string Device { get; init; }

    /// <summary>What it is called by its maker; null where the machine does not say.</summary>
    public string? Name { get; init; }

    /// <summary>Its memory in bytes; null where the machine does not say.</summary>
    public long? Memory { get; init; }

    /// <summary>The precision of convolutions and matrix products: fp32 or bf16.</summary>
    public required string Precision { get; init; }

    /// <summary>Processor threads that the engine uses.</summary>
    public required int Threads { get; init; }

    /// <summary>The engine and its version, such as <c>libtorch 1.13.1</c>.</summary>
    public required string Engine { get; init; }

    /// <summary>The stack that the library was built for: <c>system</c> or <c>nuget</c> (environment.md, Two stacks).</summary>
    public required string Stack { get; init; }

    /// <summary>Says what is computed on.</summary>
    /// <param name="target">The device and the precision, as training chose them.</param>
    public static ComputeReport Of(ComputeTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var isGpu = target.Device.type == DeviceType.CUDA;
        var (name, memory) = isGpu ? Gpu(Index(target.Device.ToString())) : (ProcessorName(), GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        return new()
        {
            Device = target.Device.ToString(),
            Name = name,
            Memory = memory,
            Precision = target.UsesBf16 ? "bf16" : "fp32",
            Threads = get_num_threads(),
            Engine = Acceleration.Version,
            Stack = Acceleration.IsAvailable ? "system" : "nuget",
        };
    }

    /// <summary>Chooses what to compute on, as training does, and says what that is.</summary>
    /// <param name="options">What is asked for; null for the defaults, which take a GPU where there is one.</param>
    /// <exception cref="ArgumentException">A device or precision that is not to be had here is asked for.</exception>
    public static ComputeReport Of(TrainingOptions? options = null) => Of(ComputeTarget.Choose(options ?? new()));

    /// <summary>Names and values, as they are shown.</summary>
    internal IEnumerable<(string Name, string Value)> Facts()
    {
        yield return ("device", Name is null ? Device : $"{Device} ({Name})");
        yield return ("memory", Memory is { } bytes ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 30):0.0} GiB") : "not known");
        yield return ("precision", Precision);
        yield return ("processor threads", $"{Threads}");
        yield return ("engine", $"{Engine}, {Stack} stack");
        yield return ("runtime", $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.RuntimeIdentifier}");
    }

    // One line for each GPU: its name, its memory in MiB.
    internal static (string? Name, long? Memory) ReadGpu(string output, int index)
    {
        var lines = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (index >= lines.Length || lines[index].LastIndexOf(',') is not (> 0 and var comma))
            return (null, null);
        var name = lines[index][..comma].Trim();
        return long.TryParse(lines[index][(comma + 1)..], CultureInfo.InvariantCulture, out var mebibytes) ? (name, mebibytes << 20) : (name, null);
    }

    // "cuda" alone is the first.
    private static int Index(string device) =>
        int.TryParse(device.AsSpan(device.IndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : 0;

    // The driver's own tool: neither stack's engine tells names or memory.
    private static (string? Name, long? Memory) Gpu(int index)
    {
        try
        {
            using var tool = Process.Start(new ProcessStartInfo("nvidia-smi", ["--query-gpu=name,memory.total", "--format=csv,noheader,nounits"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                CreateNoWindow = true,
            });
            var output = tool!.StandardOutput.ReadToEndAsync();
            if (output.Wait(TimeSpan.FromSeconds(5)))
                return ReadGpu(output.Result, index);
            tool.Kill();
            return (null, null);
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            return (null, null);
        }
    }

    private static string? ProcessorName()
    {
        const string Linux = "/proc/cpuinfo";
        if (!File.Exists(Linux))
            return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
        var line = File.ReadLines(Linux).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
        return line?[(line.IndexOf(':') + 1)..].Trim();
    }
}
