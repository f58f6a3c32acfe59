using TorchSharp;
using static TorchSharp.torch;

namespace EmotionNotebooks.Training;

/// <summary>A device and a precision, chosen from what was asked for and what is there.</summary>
/// <param name="Device">The device that computes.</param>
/// <param name="UsesBf16">Whether convolutions and matrix products run in bf16.</param>
public sealed record ComputeTarget(Device Device, bool UsesBf16)
{
    /// <summary>Chooses, and sets the engine's threads and determinism for this process.</summary>
    /// <param name="options">Device, precision, determinism and threads as asked for.</param>
    /// <exception cref="ArgumentException">The device is not there, or two options contradict each other.</exception>
    public static ComputeTarget Choose(TrainingOptions options)
    {
        set_num_threads(options.Threads > 0 ? options.Threads : Processor.Cores());
        Acceleration.Deterministic(options.Deterministic);
        var device = ChooseDevice(options.Device);
        if (options.Deterministic && options.Precision == Precision.Bf16)
        {
            throw new ArgumentException("deterministic training is fp32; leave out one of the two");
        }

        var bf16 = options.Precision switch
        {
            Precision.Auto => !options.Deterministic && Acceleration.Bf16Gains(device),
            Precision.Bf16 => Acceleration.IsAvailable
                ? true
                : throw new ArgumentException("precision bf16 needs the system stack (environment.md, Two stacks); use fp32 here"),
            _ => false,
        };
        return new ComputeTarget(device, bf16);
    }

    /// <summary>Starts a stretch of computing in the chosen precision; dispose it at the stretch's end.</summary>
    /// <returns>What ends the stretch; null in fp32, which needs no preparation and which <c>using</c> takes as well.</returns>
    public IDisposable? Begin() => UsesBf16 ? Acceleration.Autocast(Device) : null;

    /// <summary>Moves a network to the device, laid out as it is fastest there.</summary>
    /// <param name="network">The network, changed in place.</param>
    public void Place(nn.Module network)
    {
        network.to(Device);
        Acceleration.ChannelsLast(network);
    }

    /// <summary>Such as "cpu, bf16, 2 threads, libtorch 1.13.1".</summary>
    public override string ToString()
    {
        var threads = Device.type == DeviceType.CPU ? $", {get_num_threads()} {(get_num_threads() == 1 ? "thread" : "threads")}" : "";
        return $"{Device}, {(UsesBf16 ? "bf16" : "fp32")}{threads}, {Acceleration.Version}";
    }

    private static Device ChooseDevice(string name)
    {
        if (name == "cpu" || (name == "auto" && !cuda.is_available()))
        {
            return CPU;
        }

        if (!cuda.is_available())
        {
            throw new ArgumentException($"device is {name}, and there is no NVIDIA GPU that this engine can use (environment.md, GPU)");
        }

        var index = name.Contains(':') ? int.Parse(name[5..]) : 0;
        return index < cuda.device_count()
            ? device(DeviceType.CUDA, index)
            : throw new ArgumentException($"device is {name}, and there are {cuda.device_count()} GPUs, counted from 0");
    }
}
