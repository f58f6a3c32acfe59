using TorchSharp.Tests.Support;
using F = TorchSharp.torch.nn.functional;
using Tensor = TorchSharp.torch.Tensor;

namespace TorchSharp.Tests.Tables;

/// <summary>What each key of ops.json is in C#. Written with the public API alone, so it compiles on both stacks.</summary>
internal static class OpTable
{
    public static IReadOnlyDictionary<string, Func<OpCall, Arguments, Tensor>> Entries { get; } = new Dictionary<string, Func<OpCall, Arguments, Tensor>>
    {
        ["Tensor.add"] = (x, a) => x[0].add(x[1]),
        ["Tensor.sub"] = (x, a) => x[0].sub(x[1]),
        ["Tensor.mul"] = (x, a) => x[0].mul(x[1]),
        ["Tensor.div"] = (x, a) => x[0].div(x[1]),
        ["Tensor.add(Tensor, Scalar)"] = (x, a) => x[0].add(x[1], alpha: a.Scalar("alpha")),
        ["Tensor.add(Scalar)"] = (x, a) => x[0].add(a.Scalar("other")),
        ["Tensor.add(Scalar, Scalar)"] = (x, a) => x[0].add(a.Scalar("other"), a.Scalar("alpha")),
        ["Tensor.sub(Scalar)"] = (x, a) => x[0].sub(a.Scalar("other")),
        ["Tensor.mul(Scalar)"] = (x, a) => x[0].mul(a.Scalar("other")),
        ["Tensor.div(Scalar)"] = (x, a) => x[0].div(a.Scalar("other")),
        ["Tensor.div(rounding)"] = (x, a) => x[0].div(x[1], Rounding(a)),
        ["Tensor.div(Scalar, rounding)"] = (x, a) => x[0].div(a.Scalar("other"), Rounding(a)),
        ["Tensor.add_"] = OnCopy((y, x, a) => y.add_(x[1])),
        ["Tensor.div_"] = OnCopy((y, x, a) => y.div_(x[1])),
        ["Tensor.add_(Tensor, Scalar)"] = OnCopy((y, x, a) => y.add_(x[1], alpha: a.Scalar("alpha"))),
        ["Tensor.add_(Scalar)"] = OnCopy((y, x, a) => y.add_(a.Scalar("other"))),
        ["Tensor.add_(Scalar, Scalar)"] = OnCopy((y, x, a) => y.add_(a.Scalar("other"), a.Scalar("alpha"))),
        ["Tensor.div_(Scalar)"] = OnCopy((y, x, a) => y.div_(a.Scalar("other"))),
        ["Tensor.relu_"] = OnCopy((y, x, a) => y.relu_()),
        ["Tensor.clamp_"] = OnCopy((y, x, a) => y.clamp_(a.Bound("min"), a.Bound("max"))),
        ["Tensor.bmm"] = (x, a) => x[0].bmm(x[1]),
        ["Tensor.neg"] = (x, a) => x[0].neg(),
        ["Tensor.sqrt"] = (x, a) => x[0].sqrt(),
        ["Tensor.sigmoid"] = (x, a) => x[0].sigmoid(),
        ["Tensor.zero_"] = OnCopy((y, x, a) => y.zero_()),
        ["Tensor.eq"] = (x, a) => x[0].eq(x[1]),
        ["Tensor.eq(Scalar)"] = (x, a) => x[0].eq(a.Scalar("other")),
        ["Tensor.sum"] = (x, a) => x[0].sum(),
        ["Tensor.sum(dims)"] = (x, a) => x[0].sum(a.Longs("dim"), a.Flag("keepdim")),
        ["Tensor.sum(type)"] = (x, a) => x[0].sum(type: torch.ScalarType.Float32),
        ["Tensor.argmax"] = (x, a) => x[0].argmax(),
        ["Tensor.argmax(dim)"] = (x, a) => x[0].argmax(a.Long("dim"), a.Flag("keepdim")),
        ["Tensor.reshape"] = (x, a) => x[0].transpose(0, -1).reshape(a.Longs("shape")),
        ["Tensor.flatten"] = (x, a) => x[0].flatten(a.Long("start_dim")),
        ["Tensor.permute"] = (x, a) => x[0].permute(a.Longs("dims")),
        ["Tensor.transpose"] = (x, a) => x[0].transpose(a.Long("dim0"), a.Long("dim1")),
        ["Tensor.flip"] = (x, a) => x[0].flip(a.Longs("dims")),
        ["Tensor.index_select"] = (x, a) => x[0].index_select(a.Long("dim"), x[1]),
        ["Tensor.index_copy"] = (x, a) => x[0].index_copy(a.Long("dim"), x[1], x[2]),
        ["Tensor.narrow"] = (x, a) => x[0].narrow(a.Long("dim"), a.Long("start"), a.Long("length")),
        ["Tensor.detach"] = (x, a) => x[0].detach(),
        ["Tensor.contiguous"] = (x, a) => x[0].permute(2, 0, 1).contiguous(),
        ["Tensor.cpu"] = (x, a) => x[0].cpu(),
        ["Tensor.to(ScalarType)"] = (x, a) => x[0].to(a.Type("dtype")),
        ["torch.where"] = (x, a) => torch.where(x[0], x[1], x[2]),
        ["torch.zeros"] = (x, a) => torch.zeros(a.Longs("size"), a.Type("dtype")),
        ["torch.arange"] = (x, a) => torch.arange(a.Scalar("stop"), a.Type("dtype")),
        ["torch.arange(start, stop)"] = (x, a) => torch.arange(a.Scalar("start"), a.Scalar("stop"), a.Type("dtype")),
        ["torch.arange(start, stop, step)"] = (x, a) => torch.arange(a.Scalar("start"), a.Scalar("stop"), a.Scalar("step"), a.Type("dtype")),
        ["torch.rand"] = (x, a) => Seeded(a, () => torch.rand(a.Longs("size"))),
        ["torch.randn"] = (x, a) => Seeded(a, () => torch.randn(a.Longs("size"))),
        ["torch.randint"] = (x, a) => Seeded(a, () => torch.randint(a.Long("low"), a.Long("high"), a.Longs("size"))),
        ["functional.pad"] = (x, a) => F.pad(x[0], a.Longs("pad"), Enum.Parse<PaddingModes>(a.Text("mode"), ignoreCase: true), a.Real("value", 0)),
        ["functional.grid_sample"] = (x, a) => F.grid_sample(x[0], x[1], Enum.Parse<torch.GridSampleMode>(a.Text("mode"), ignoreCase: true),
            Enum.Parse<torch.GridSamplePaddingMode>(a.Text("padding"), ignoreCase: true), a.Flag("corners")),
        ["functional.softmax"] = (x, a) => F.softmax(x[0], a.Long("dim")),
        ["functional.softmax(dtype)"] = (x, a) => F.softmax(x[0], a.Long("dim"), torch.ScalarType.Float64),
        ["functional.cross_entropy"] = (x, a) => F.cross_entropy(x[0], x[1], x.Optional(2)?.detach()!, ignore_index: a.Long("ignore_index", -100),
            reduction: Reduce(a), label_smoothing: a.Real("label_smoothing", 0)),
    };

    public static Tensor Call(string key, OpCall call) => Entries[key](call, call.Arguments);

    // On a copy, which passes the gradient on. The member must give back the very tensor that it changed.
    private static Func<OpCall, Arguments, Tensor> OnCopy(Func<Tensor, OpCall, Arguments, Tensor> f) => (x, a) =>
    {
        var copy = x[0].Copy();
        using var result = f(copy, x, a);
        Assert.Equal(Close.Values(copy), Close.Values(result));
        return copy.Copy();
    };

    private static Tensor Seeded(Arguments arguments, Func<Tensor> make)
    {
        torch.manual_seed(arguments.Long("seed"));
        return make();
    }

    private static torch.RoundingMode Rounding(Arguments arguments) => Enum.Parse<torch.RoundingMode>(arguments.Text("mode"));

    private static torch.nn.Reduction Reduce(Arguments arguments) => Enum.Parse<torch.nn.Reduction>(arguments.Text("reduction"), ignoreCase: true);
}
