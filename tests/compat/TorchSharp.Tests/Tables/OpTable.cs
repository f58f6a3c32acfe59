using TorchSharp.Tests.Support;
using F = TorchSharp.torch.nn.functional;
using Tensor = TorchSharp.torch.Tensor;

namespace TorchSharp.Tests.Tables;

/// <summary>What each key of ops.json is in C#. Written with the public API alone, so it compiles on both stacks.</summary>
internal static partial class OpTable
{
    public static IReadOnlyDictionary<string, Func<OpCall, IEnumerable<Tensor>>> Entries { get; } = Build();

    public static IEnumerable<Tensor> Call(string key, OpCall call) => Entries[key](call);

    private static Dictionary<string, Func<OpCall, IEnumerable<Tensor>>> Build()
    {
        var table = new Dictionary<string, Func<OpCall, IEnumerable<Tensor>>>();
        void One(string key, Func<OpCall, Arguments, Tensor> f) => table.Add(key, call => [f(call, call.Arguments)]);
        void Many(string key, Func<OpCall, Arguments, IEnumerable<Tensor>> f) => table.Add(key, call => f(call, call.Arguments));

        Arithmetic(One);
        InPlace(One);
        Elementwise(One);
        Comparisons(One);
        Reductions(One, Many);
        Shapes(One);
        Factories(One);
        Functionals(One, Many);
        Others(One, Many);
        return table;
    }

    private static void Arithmetic(Action<string, Func<OpCall, Arguments, Tensor>> one)
    {
        one("Tensor.add", (x, a) => x[0].add(x[1]));
        one("Tensor.sub", (x, a) => x[0].sub(x[1]));
        one("Tensor.mul", (x, a) => x[0].mul(x[1]));
        one("Tensor.div", (x, a) => x[0].div(x[1]));
        one("Tensor.add(Tensor, Scalar)", (x, a) => x[0].add(x[1], alpha: a.Scalar("alpha")));
        one("Tensor.add(Scalar)", (x, a) => x[0].add(a.Scalar("other")));
        one("Tensor.sub(Scalar)", (x, a) => x[0].sub(a.Scalar("other")));
        one("Tensor.mul(Scalar)", (x, a) => x[0].mul(a.Scalar("other")));
        one("Tensor.div(Scalar)", (x, a) => x[0].div(a.Scalar("other")));
        one("Tensor.op_Addition", (x, a) => x[0] + x[1]);
        one("Tensor.op_Subtraction", (x, a) => x[0] - x[1]);
        one("Tensor.op_Multiply", (x, a) => x[0] * x[1]);
        one("Tensor.op_Division", (x, a) => x[0] / x[1]);
        one("Tensor.op_Addition(Tensor, Scalar)", (x, a) => x[0] + a.Real("other"));
        one("Tensor.op_Subtraction(Tensor, Scalar)", (x, a) => x[0] - a.Real("other"));
        one("Tensor.op_Multiply(Tensor, Scalar)", (x, a) => x[0] * a.Real("other"));
        one("Tensor.op_Division(Tensor, Scalar)", (x, a) => x[0] / a.Real("other"));
        one("Tensor.op_Addition(Scalar, Tensor)", (x, a) => a.Real("other") + x[0]);
        one("Tensor.op_Subtraction(Scalar, Tensor)", (x, a) => a.Real("other") - x[0]);
        one("Tensor.op_Multiply(Scalar, Tensor)", (x, a) => a.Real("other") * x[0]);
        one("Tensor.op_Division(Scalar, Tensor)", (x, a) => a.Real("other") / x[0]);
        one("Tensor.op_UnaryNegation", (x, a) => -x[0]);
        one("Tensor.neg", (x, a) => x[0].neg());
    }

    // On a copy, which passes the gradient on. The member must give back the very tensor that it changed.
    private static Func<OpCall, Arguments, Tensor> OnCopy(Func<Tensor, OpCall, Arguments, Tensor> f) => (x, a) =>
    {
        var copy = x[0].clone();
        using var result = f(copy, x, a);
        Assert.Equal(Close.Values(copy), Close.Values(result));
        return copy.clone();
    };

    private static void InPlace(Action<string, Func<OpCall, Arguments, Tensor>> one)
    {
        void Changed(string key, Func<Tensor, OpCall, Arguments, Tensor> f) => one(key, OnCopy(f));

        Changed("Tensor.add_", (y, x, a) => y.add_(x[1]));
        Changed("Tensor.sub_", (y, x, a) => y.sub_(x[1]));
        Changed("Tensor.mul_", (y, x, a) => y.mul_(x[1]));
        Changed("Tensor.div_", (y, x, a) => y.div_(x[1]));
        Changed("Tensor.add_(Tensor, Scalar)", (y, x, a) => y.add_(x[1], alpha: a.Scalar("alpha")));
        Changed("Tensor.add_(Scalar)", (y, x, a) => y.add_(a.Scalar("other")));
        Changed("Tensor.sub_(Scalar)", (y, x, a) => y.sub_(a.Scalar("other")));
        Changed("Tensor.mul_(Scalar)", (y, x, a) => y.mul_(a.Scalar("other")));
        Changed("Tensor.div_(Scalar)", (y, x, a) => y.div_(a.Scalar("other")));
        Changed("Tensor.zero_", (y, x, a) => y.zero_());
        Changed("Tensor.fill_", (y, x, a) => y.fill_(a.Scalar("value")));
        Changed("Tensor.copy_", (y, x, a) => y.copy_(x[1]));
        Changed("Tensor.clamp_", (y, x, a) => y.clamp_(a.Scalar("min"), a.Scalar("max")));
        Changed("Tensor.relu_", (y, x, a) => y.relu_());
        Changed("functional.relu(inplace)", (y, x, a) => F.relu(y, inplace: true));
        Changed("functional.silu(inplace)", (y, x, a) => F.silu(y, inplace: true));
    }

    private static void Elementwise(Action<string, Func<OpCall, Arguments, Tensor>> one)
    {
        one("Tensor.exp", (x, a) => x[0].exp());
        one("Tensor.log", (x, a) => x[0].log());
        one("Tensor.sqrt", (x, a) => x[0].sqrt());
        one("Tensor.pow", (x, a) => x[0].pow(x[1]));
        one("Tensor.pow(Scalar)", (x, a) => x[0].pow(a.Scalar("exponent")));
        one("Tensor.abs", (x, a) => x[0].abs());
        one("Tensor.sigmoid", (x, a) => x[0].sigmoid());
        one("Tensor.relu", (x, a) => x[0].relu());
        one("Tensor.tanh", (x, a) => x[0].tanh());
        one("Tensor.softmax", (x, a) => x[0].softmax(a.Long("dim")));
        one("Tensor.log_softmax", (x, a) => x[0].log_softmax(a.Long("dim")));
        one("Tensor.clamp", (x, a) => (a.Has("min"), a.Has("max")) switch
        {
            (true, true) => x[0].clamp(a.Scalar("min"), a.Scalar("max")),
            (true, false) => x[0].clamp(min: a.Scalar("min")),
            _ => x[0].clamp(max: a.Scalar("max")),
        });
    }

    private static void Comparisons(Action<string, Func<OpCall, Arguments, Tensor>> one)
    {
        one("Tensor.eq", (x, a) => x[0].eq(x[1]));
        one("Tensor.ne", (x, a) => x[0].ne(x[1]));
        one("Tensor.gt", (x, a) => x[0].gt(x[1]));
        one("Tensor.ge", (x, a) => x[0].ge(x[1]));
        one("Tensor.lt", (x, a) => x[0].lt(x[1]));
        one("Tensor.le", (x, a) => x[0].le(x[1]));
        one("Tensor.eq(Scalar)", (x, a) => x[0].eq(a.Scalar("other")));
        one("Tensor.ne(Scalar)", (x, a) => x[0].ne(a.Scalar("other")));
        one("Tensor.gt(Scalar)", (x, a) => x[0].gt(a.Scalar("other")));
        one("Tensor.ge(Scalar)", (x, a) => x[0].ge(a.Scalar("other")));
        one("Tensor.lt(Scalar)", (x, a) => x[0].lt(a.Scalar("other")));
        one("Tensor.le(Scalar)", (x, a) => x[0].le(a.Scalar("other")));
        one("Tensor.logical_and", (x, a) => x[0].logical_and(x[1]));
        one("Tensor.isfinite", (x, a) => x[0].isfinite());
        one("Tensor.all", (x, a) => x[0].all());
        one("Tensor.any", (x, a) => x[0].any());
    }

    private static Tensor[] Pair((Tensor, Tensor) pair) => [pair.Item1, pair.Item2];

    private static void Reductions(
        Action<string, Func<OpCall, Arguments, Tensor>> one, Action<string, Func<OpCall, Arguments, IEnumerable<Tensor>>> many)
    {
        one("Tensor.sum", (x, a) => x[0].sum());
        one("Tensor.sum(dims)", (x, a) => x[0].sum(a.Longs("dim"), a.Flag("keepdim")));
        one("Tensor.mean", (x, a) => x[0].mean());
        one("Tensor.mean(dims)", (x, a) => x[0].mean(a.Longs("dim"), a.Flag("keepdim")));
        one("Tensor.var(dims)", (x, a) => x[0].var(a.Longs("dim"), a.Flag("unbiased"), a.Flag("keepdim")));
        one("Tensor.max", (x, a) => x[0].max());
        many("Tensor.max(dim)", (x, a) => Pair(x[0].max(a.Long("dim"), a.Flag("keepdim"))));
        one("Tensor.argmax", (x, a) => x[0].argmax());
        one("Tensor.argmax(dim)", (x, a) => x[0].argmax(a.Long("dim"), a.Flag("keepdim")));
        one("Tensor.norm", (x, a) => x[0].norm());
        many("Tensor.topk", (x, a) => Pair(x[0].topk(a.Int("k"), a.Int("dim"))));
        many("Tensor.topk(smallest)", (x, a) => Pair(x[0].topk(a.Int("k"), a.Int("dim"), largest: false)));
        one("Tensor.matmul", (x, a) => x[0].matmul(x[1]));
    }

    private static void Shapes(Action<string, Func<OpCall, Arguments, Tensor>> one)
    {
        one("Tensor.view", (x, a) => x[0].view(a.Longs("shape")));
        one("Tensor.reshape", (x, a) => x[0].transpose(0, -1).reshape(a.Longs("shape")));
        one("Tensor.flatten", (x, a) => x[0].flatten(a.Long("start_dim")));
        one("Tensor.permute", (x, a) => x[0].permute(a.Longs("dims")));
        one("Tensor.transpose", (x, a) => x[0].transpose(a.Long("dim0"), a.Long("dim1")));
        one("Tensor.unsqueeze", (x, a) => x[0].unsqueeze(a.Long("dim")));
        one("Tensor.squeeze", (x, a) => x[0].squeeze());
        one("Tensor.squeeze(dim)", (x, a) => x[0].squeeze(a.Long("dim")));
        one("Tensor.flip", (x, a) => x[0].flip(a.Longs("dims")));
        one("Tensor.index_select", (x, a) => x[0].index_select(a.Long("dim"), x[1]));
        one("Tensor.narrow", (x, a) => x[0].narrow(a.Long("dim"), a.Long("start"), a.Long("length")));
        one("Tensor.select", (x, a) => x[0].select(a.Long("dim"), a.Long("index")));
        one("Tensor.clone", (x, a) => x[0].clone());
        one("Tensor.detach", (x, a) => x[0].detach());
        one("Tensor.contiguous", (x, a) => x[0].permute(2, 0, 1).contiguous());
        one("Tensor.cpu", (x, a) => x[0].cpu());
        one("Tensor.to(ScalarType)", (x, a) => x[0].to(a.Type("dtype")));
        one("Tensor.type(ScalarType)", (x, a) => x[0].type(a.Type("dtype")));
        one("torch.cat", (x, a) => torch.cat(x.Inputs.ToArray(), a.Long("dim")));
        one("torch.stack", (x, a) => torch.stack(x.Inputs, a.Long("dim")));
        one("torch.where", (x, a) => torch.where(x[0], x[1], x[2]));
    }

    private static Tensor Seeded(Arguments arguments, Func<Tensor> make)
    {
        torch.manual_seed(arguments.Long("seed"));
        return make();
    }

    private static void Factories(Action<string, Func<OpCall, Arguments, Tensor>> one)
    {
        one("torch.zeros", (x, a) => torch.zeros(a.Longs("size"), a.Type("dtype")));
        one("torch.ones", (x, a) => torch.ones(a.Longs("size"), a.Type("dtype")));
        one("torch.full", (x, a) => torch.full(a.Longs("size"), a.Scalar("value"), a.Type("dtype")));
        one("torch.arange", (x, a) => torch.arange(a.Scalar("stop"), a.Type("dtype")));
        one("torch.arange(start, stop)", (x, a) => torch.arange(a.Scalar("start"), a.Scalar("stop"), a.Type("dtype")));
        one("torch.arange(start, stop, step)", (x, a) => torch.arange(a.Scalar("start"), a.Scalar("stop"), a.Scalar("step"), a.Type("dtype")));
        one("torch.zeros_like", (x, a) => torch.zeros_like(x[0]));
        one("torch.rand", (x, a) => Seeded(a, () => torch.rand(a.Longs("size"))));
        one("torch.randn", (x, a) => Seeded(a, () => torch.randn(a.Longs("size"))));
        one("torch.randperm", (x, a) => Seeded(a, () => torch.randperm(a.Long("n"))));
    }

    private static void Functionals(
        Action<string, Func<OpCall, Arguments, Tensor>> one, Action<string, Func<OpCall, Arguments, IEnumerable<Tensor>>> many)
    {
        one("functional.softmax", (x, a) => F.softmax(x[0], a.Long("dim")));
        one("functional.log_softmax", (x, a) => F.log_softmax(x[0], a.Long("dim")));
        one("functional.relu", (x, a) => F.relu(x[0]));
        one("functional.silu", (x, a) => F.silu(x[0]));
        one("functional.conv2d", (x, a) => F.conv2d(x[0], x[1], x.Optional(2)!, strides: a.Longs("strides"), padding: a.Longs("padding"),
            dilation: a.Longs("dilation"), groups: a.Long("groups")));
        one("functional.linear", (x, a) => F.linear(x[0], x[1], x.Optional(2)!));
        one("functional.max_pool2d", (x, a) => F.max_pool2d(x[0], a.Pair("kernel"), a.Pair("stride"), a.Pair("padding"), a.Pair("dilation"), a.Flag("ceil")));
        one("functional.max_pool2d(long)", (x, a) => F.max_pool2d(x[0], a.Long("kernel")));
        one("functional.avg_pool2d", (x, a) => F.avg_pool2d(x[0], a.Pair("kernel"), a.Pair("stride"), a.Pair("padding"), a.Flag("ceil"), a.Flag("include")));
        one("functional.avg_pool2d(long)", (x, a) => F.avg_pool2d(x[0], a.Long("kernel")));
        one("functional.adaptive_avg_pool2d", (x, a) => F.adaptive_avg_pool2d(x[0], a.Pair("size")));
        one("functional.adaptive_avg_pool2d(long)", (x, a) => F.adaptive_avg_pool2d(x[0], a.Long("size")));
        many("functional.batch_norm", (x, a) =>
        {
            // The running statistics are changed in place: copies, given back as outputs.
            Tensor mean = x[1].detach().clone(), variance = x[2].detach().clone();
            var y = F.batch_norm(x[0], mean, variance, x.Optional(3)!, x.Optional(4)!, a.Flag("training"), a.Real("momentum"), a.Real("eps"));
            return [y, mean, variance];
        });
        one("functional.dropout", (x, a) => F.dropout(x[0], a.Real("p"), a.Flag("training")));
        one("functional.one_hot", (x, a) => F.one_hot(x[0], a.Long("classes")));
        one("functional.cross_entropy", (x, a) => F.cross_entropy(x[0], x[1], x.Optional(2)?.detach()!, ignore_index: a.Long("ignore_index", -100),
            reduction: Reduce(a), label_smoothing: a.Real("label_smoothing", 0)));
        one("functional.nll_loss", (x, a) => F.nll_loss(x[0], x[1], x.Optional(2)?.detach()!, reduction: Reduce(a)));
    }

    private static torch.nn.Reduction Reduce(Arguments arguments) => arguments.Text("reduction") switch
    {
        "none" => torch.nn.Reduction.None,
        "mean" => torch.nn.Reduction.Mean,
        "sum" => torch.nn.Reduction.Sum,
        var other => throw new InvalidDataException(other),
    };
}
