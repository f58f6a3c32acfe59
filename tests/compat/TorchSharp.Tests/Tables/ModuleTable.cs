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
            ["Conv2d"] = Convolution,
            ["BatchNorm1d"] = a => BatchNorm1d(a.Long("features")),
            ["BatchNorm2d"] = a => BatchNorm2d(a.Long("features"), a.Real("eps", 1e-5), a.Real("momentum", 0.1),
                affine: a.Flag("affine", true), track_running_stats: a.Flag("track", true)),
            ["Linear"] = a => Linear(a.Long("i"), a.Long("o"), hasBias: a.Flag("bias", true)),
            ["ReLU"] = a => ReLU(),
            ["SiLU"] = a => SiLU(),
            ["Sigmoid"] = a => Sigmoid(),
            ["Identity"] = a => Identity(),
            ["Dropout"] = a => Dropout(a.Real("p")),
            ["Flatten"] = a => Flatten(a.Long("start", 1)),
            ["MaxPool2d"] = a => a.Has("stride")
                ? MaxPool2d(a.Long("kernel"), stride: a.Long("stride"), padding: a.Long("padding"))
                : MaxPool2d(a.Long("kernel")),
            ["AvgPool2d"] = a => AvgPool2d(a.Long("kernel")),
            ["AdaptiveAvgPool2d"] = a => AdaptiveAvgPool2d(a.Long("size")),
            ["Sequential"] = _ => SmallNet(),
        };

    /// <summary>One of each kind of layer; generate.py builds the same.</summary>
    public static Modules.Sequential SmallNet() => Sequential(
        Conv2d(1, 4, 3, padding: 1, bias: false),
        BatchNorm2d(4),
        ReLU(),
        MaxPool2d(2),
        Conv2d(4, 4, 3, padding: 1),
        SiLU(),
        AdaptiveAvgPool2d(1),
        Flatten(),
        Linear(4, 7));

    /// <summary>Puts the values of a case into a module.</summary>
    public static void Load(Module module, IReadOnlyDictionary<string, ReferenceTensor> state)
    {
        var (missing, unexpected) = module.load_state_dict(state.ToDictionary(item => item.Key, item => item.Value.Create()));
        Assert.Empty(missing);
        Assert.Empty(unexpected);
    }

    private static Modules.Conv2d Convolution(Arguments a)
    {
        if (a.Has("kernel2"))
        {
            return Conv2d(a.Long("i"), a.Long("o"), a.Pair("kernel2"), stride: a.Pair("stride2"), padding: a.Pair("padding2"));
        }

        return a.Flag("same")
            ? Conv2d(a.Long("i"), a.Long("o"), a.Long("kernel"), padding: Padding.Same)
            : Conv2d(a.Long("i"), a.Long("o"), a.Long("kernel"), stride: a.Long("stride", 1), padding: a.Long("padding", 0),
                dilation: a.Long("dilation", 1), groups: a.Long("groups", 1), bias: a.Flag("bias", true));
    }
}
