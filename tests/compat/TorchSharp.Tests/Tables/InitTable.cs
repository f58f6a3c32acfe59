using TorchSharp.Tests.Support;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Tables;

/// <summary>What each initialisation of init.json is in C#.</summary>
internal static class InitTable
{
    public static IReadOnlyDictionary<string, Func<Tensor, Arguments, Tensor>> Entries { get; } =
        new Dictionary<string, Func<Tensor, Arguments, Tensor>>
        {
            ["zeros_"] = (t, a) => init.zeros_(t),
            ["ones_"] = (t, a) => init.ones_(t),
            ["constant_"] = (t, a) => init.constant_(t, a.Scalar("val")),
            ["normal_"] = (t, a) => init.normal_(t, mean: a.Real("mean"), std: a.Real("std")),
            ["xavier_uniform_"] = (t, a) => init.xavier_uniform_(t),
            ["kaiming_uniform_"] = (t, a) => init.kaiming_uniform_(t, mode: Mode(a), nonlinearity: Shape(a)),
            ["kaiming_normal_"] = (t, a) => init.kaiming_normal_(t, mode: Mode(a), nonlinearity: Shape(a)),
        };

    private static init.FanInOut Mode(Arguments arguments) => arguments.Flag("fanOut") ? init.FanInOut.FanOut : init.FanInOut.FanIn;

    private static init.NonlinearityType Shape(Arguments arguments) =>
        arguments.Flag("relu") ? init.NonlinearityType.ReLU : init.NonlinearityType.LeakyReLU;
}
