using TorchSharp.Modules;
using TorchSharp.Tests.Support;
using static TorchSharp.torch.optim;

namespace TorchSharp.Tests.Tables;

/// <summary>How each optimizer of optimizers.json is made in C#.</summary>
internal static class OptimizerTable
{
    public static IReadOnlyDictionary<string, Func<Parameter[], Arguments, Optimizer>> Entries { get; } =
        new Dictionary<string, Func<Parameter[], Arguments, Optimizer>>
        {
            ["SGD"] = (parameters, a) => torch.optim.SGD(parameters, a.Real("lr"), momentum: a.Real("momentum", 0), dampening: a.Real("dampening", 0),
                weight_decay: a.Real("weight_decay", 0), nesterov: a.Flag("nesterov"), maximize: a.Flag("maximize")),
            ["Adam"] = (parameters, a) => torch.optim.Adam(parameters, a.Real("lr"), beta1: Beta(a, 0), beta2: Beta(a, 1), eps: a.Real("eps", 1e-8),
                weight_decay: a.Real("weight_decay", 0), amsgrad: a.Flag("amsgrad"), maximize: a.Flag("maximize")),
            ["AdamW"] = (parameters, a) => torch.optim.AdamW(parameters, a.Real("lr"), beta1: Beta(a, 0), beta2: Beta(a, 1), eps: a.Real("eps", 1e-8),
                weight_decay: a.Real("weight_decay", 0), amsgrad: a.Flag("amsgrad"), maximize: a.Flag("maximize")),
        };

    private static double Beta(Arguments arguments, int i) => arguments.Has("betas") ? arguments.Reals("betas")[i] : i == 0 ? 0.9 : 0.999;
}
