using TorchSharp.Tests.Support;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Tables;

/// <summary>How each module of modules.json is made in C#.</summary>
internal static class ModuleTable
{
    public static IReadOnlyDictionary<string, Func<Arguments, Module<Tensor, Tensor>>> Entries { get; } =
        new Dictionary<string, Func<Arguments, Module<Tensor, Tensor>>>
        {
            ["Conv2d"] = a => Conv2d(a.Long("i"), a.Long("o"), a.Long("kernel"), stride: a.Long("stride", 1), padding: a.Long("padding", 0),
                dilation: a.Long("dilation", 1), padding_mode: Mode(a), groups: a.Long("groups", 1), bias: a.Flag("bias", true)),
            ["BatchNorm1d"] = a => BatchNorm1d(a.Long("features")),
            ["BatchNorm2d"] = a => BatchNorm2d(a.Long("features"), a.Real("eps", 1e-5), a.Real("momentum", 0.1),
                affine: a.Flag("affine", true), track_running_stats: a.Flag("track", true)),
            ["Linear"] = a => Linear(a.Long("i"), a.Long("o"), hasBias: a.Flag("bias", true)),
            ["ReLU"] = a => ReLU(),
            ["Dropout"] = a => Dropout(a.Real("p")),
            ["MaxPool2d"] = a => a.Has("stride")
                ? MaxPool2d(a.Long("kernel"), stride: a.Long("stride"), padding: a.Long("padding"), dilation: a.Long("dilation", 1))
                : MaxPool2d(a.Long("kernel"), ceil_mode: a.Flag("ceil")),
            ["SmallNet"] = _ => new SmallNet(),
        };

    /// <summary>Puts the values of a case into a module.</summary>
    public static void Load(Module module, IReadOnlyDictionary<string, ReferenceTensor> state)
    {
        var (missing, unexpected) = module.load_state_dict(state.ToDictionary(item => item.Key, item => item.Value.Create()));
        Assert.Empty(missing);
        Assert.Empty(unexpected);
    }

    private static PaddingModes Mode(Arguments arguments) =>
        arguments.Has("mode") ? Enum.Parse<PaddingModes>(arguments.Text("mode"), ignoreCase: true) : PaddingModes.Zeros;
}
