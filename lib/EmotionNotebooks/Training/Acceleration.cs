using System.Reflection;
using static TorchSharp.torch;

namespace EmotionNotebooks.Training;

/// <summary>
/// The seam to what only one stack can do: channels-last memory, bf16 autocast, deterministic kernels. The system stack's engine
/// carries a class <c>TorchSharp.Acceleration</c>; the real TorchSharp has none, and every member here then does the plain thing.
/// </summary>
/// <remarks>The class is found by name, so the library is compiled once, against TorchSharp's public API alone.</remarks>
public static class Acceleration
{
    private static readonly Type? Engine = typeof(Tensor).Assembly.GetType("TorchSharp.Acceleration");
    private static readonly Func<Device, bool>? Bf16GainsOn = Find<Func<Device, bool>>(nameof(Bf16Gains));
    private static readonly Func<Device, IDisposable>? AutocastOn = Find<Func<Device, IDisposable>>(nameof(Autocast));
    private static readonly Func<Tensor, Tensor>? TensorToChannelsLast = Find<Func<Tensor, Tensor>>(nameof(ChannelsLast));
    private static readonly Action<nn.Module>? ModuleToChannelsLast = Find<Action<nn.Module>>(nameof(ChannelsLast));
    private static readonly Action<bool>? MakeDeterministic = Find<Action<bool>>(nameof(Deterministic));
    private static readonly Func<string>? EngineVersion = Find<Func<string>>("LibTorchVersion");

    /// <summary>Whether the engine at hand has the seam's other side.</summary>
    public static bool IsAvailable => Engine is not null;

    /// <summary>The engine in a few words, such as "libtorch 1.13.1".</summary>
    public static string Version => EngineVersion is null
        ? $"TorchSharp {typeof(Tensor).Assembly.GetName().Version?.ToString(3)}"
        : $"libtorch {EngineVersion()}";

    /// <summary>Whether bf16 is faster than fp32 on a device: processors with avx512_bf16 or AMX, GPUs from compute capability 8.</summary>
    /// <param name="device">The device to compute on.</param>
    public static bool Bf16Gains(Device device) => Bf16GainsOn?.Invoke(device) ?? false;

    /// <summary>Runs convolutions and matrix products in bf16 until disposed.</summary>
    /// <param name="device">The device to compute on.</param>
    /// <exception cref="NotSupportedException">This stack has no autocast.</exception>
    public static IDisposable Autocast(Device device) => AutocastOn?.Invoke(device)
        ?? throw new NotSupportedException("bf16 needs the system stack (environment.md, Two stacks); use precision fp32 here");

    /// <summary>The same values with channels innermost in memory, the layout that convolutions are fastest in.</summary>
    /// <param name="faces">(N, C, H, W); with one channel both layouts are the same, and nothing is copied.</param>
    public static Tensor ChannelsLast(Tensor faces) => TensorToChannelsLast?.Invoke(faces) ?? faces;

    /// <summary>Moves a network's convolution weights to channels-last memory, in place.</summary>
    /// <param name="network">The network; its values and gradients stay what they are.</param>
    public static void ChannelsLast(nn.Module network) => ModuleToChannelsLast?.Invoke(network);

    /// <summary>Restricts the engine to kernels that give the same bits run after run.</summary>
    /// <param name="on">Whether to restrict.</param>
    public static void Deterministic(bool on) => MakeDeterministic?.Invoke(on);

    private static T? Find<T>(string name)
        where T : Delegate
    {
        var signature = typeof(T).GetMethod("Invoke")!;
        var parameters = signature.GetParameters().Select(parameter => parameter.ParameterType).ToArray();
        return Engine?.GetMethod(name, BindingFlags.Public | BindingFlags.Static, parameters)?.CreateDelegate<T>();
    }
}
