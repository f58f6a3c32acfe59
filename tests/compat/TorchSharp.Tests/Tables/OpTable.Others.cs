using TorchSharp.Tests.Support;
using F = TorchSharp.torch.nn.functional;
using Tensor = TorchSharp.torch.Tensor;

namespace TorchSharp.Tests.Tables;

/// <summary>
/// Members beyond the first list, one a line: where lib/compat loses a member that nobody uses, its line goes, and with
/// it its cases in generate.py (<see cref="CompletenessTests"/> names them).
/// </summary>
internal static partial class OpTable
{
    private static void Others(
        Action<string, Func<OpCall, Arguments, Tensor>> one, Action<string, Func<OpCall, Arguments, IEnumerable<Tensor>>> many)
    {
        one("Tensor.reciprocal", (x, a) => x[0].reciprocal());
        one("Tensor.sin", (x, a) => x[0].sin());
        one("Tensor.cos", (x, a) => x[0].cos());
        one("Tensor.square", (x, a) => x[0].square());
        one("Tensor.sign", (x, a) => x[0].sign());
        one("Tensor.floor", (x, a) => x[0].floor());
        one("Tensor.negative", (x, a) => x[0].negative());
        one("Tensor.absolute", (x, a) => x[0].absolute());
        one("Tensor.silu", (x, a) => x[0].silu());
        one("Tensor.round", (x, a) => x[0].round());
        one("Tensor.isnan", (x, a) => x[0].isnan());
        one("Tensor.logical_not", (x, a) => x[0].logical_not());
        one("Tensor.logical_or", (x, a) => x[0].logical_or(x[1]));
        one("Tensor.bitwise_not", (x, a) => x[0].bitwise_not());
        one("Tensor.bitwise_and", (x, a) => x[0].bitwise_and(x[1]));
        one("Tensor.bitwise_or", (x, a) => x[0].bitwise_or(x[1]));
        one("Tensor.bitwise_xor", (x, a) => x[0].bitwise_xor(x[1]));
        one("Tensor.op_OnesComplement", (x, a) => ~x[0]);
        one("Tensor.op_BitwiseAnd", (x, a) => x[0] & x[1]);
        one("Tensor.op_BitwiseOr", (x, a) => x[0] | x[1]);
        one("Tensor.op_ExclusiveOr", (x, a) => x[0] ^ x[1]);
        one("Tensor.sigmoid_", OnCopy((y, x, a) => y.sigmoid_()));
        one("Tensor.silu_", OnCopy((y, x, a) => y.silu_()));
        one("Tensor.add(Scalar, Scalar)", (x, a) => x[0].add(a.Scalar("other"), a.Scalar("alpha")));
        one("Tensor.add_(Scalar, Scalar)", OnCopy((y, x, a) => y.add_(a.Scalar("other"), a.Scalar("alpha"))));
        one("Tensor.div(rounding)", (x, a) => x[0].div(x[1], Rounding(a)));
        one("Tensor.div(Scalar, rounding)", (x, a) => x[0].div(a.Scalar("other"), Rounding(a)));
        one("Tensor.remainder", (x, a) => x[0].remainder(x[1]));
        one("Tensor.remainder(Scalar)", (x, a) => x[0].remainder(a.Scalar("other")));
        one("Tensor.op_Modulus", (x, a) => x[0] % x[1]);
        one("Tensor.op_Modulus(Scalar)", (x, a) => x[0] % a.Scalar("other"));
        one("Tensor.maximum", (x, a) => x[0].maximum(x[1]));
        one("Tensor.minimum", (x, a) => x[0].minimum(x[1]));
        one("Tensor.max(other)", (x, a) => x[0].max(x[1]));
        one("Tensor.min(other)", (x, a) => x[0].min(x[1]));
        one("Tensor.clip", (x, a) => x[0].clip(a.Scalar("min"), a.Scalar("max")));
        one("Tensor.where", (x, a) => x[1].where(x[0], x[2]));
        one("Tensor.masked_fill", (x, a) => x[0].masked_fill(x[1], a.Scalar("value")));
        one("Tensor.var", (x, a) => x[0].var(a.Flag("unbiased")));
        one("Tensor.std", (x, a) => x[0].std(a.Flag("unbiased")));
        one("Tensor.std(dims)", (x, a) => x[0].std(a.Longs("dim"), a.Flag("unbiased"), a.Flag("keepdim")));
        one("Tensor.amax", (x, a) => x[0].amax(a.Longs("dim"), a.Flag("keepdim")));
        one("Tensor.amin", (x, a) => x[0].amin(a.Longs("dim"), a.Flag("keepdim")));
        one("Tensor.min", (x, a) => x[0].min());
        many("Tensor.min(dim)", (x, a) => Pair(x[0].min(a.Long("dim"), a.Flag("keepdim"))));
        one("Tensor.argmin", (x, a) => x[0].argmin());
        one("Tensor.argmin(dim)", (x, a) => x[0].argmin(a.Long("dim"), a.Flag("keepdim")));
        one("Tensor.all(dim)", (x, a) => x[0].all(a.Long("dim"), a.Flag("keepdim")));
        one("Tensor.any(dim)", (x, a) => x[0].any(a.Long("dim"), a.Flag("keepdim")));
        one("Tensor.norm(dim)", (x, a) => x[0].norm(a.Int("dim"), a.Flag("keepdim"), (float)a.Real("p")));
        many("Tensor.sort", (x, a) => Pair(x[0].sort(a.Long("dim"), a.Flag("descending"))));
        one("Tensor.argsort", (x, a) => x[0].argsort(a.Long("dim"), a.Flag("descending")));
        one("Tensor.cumsum", (x, a) => x[0].cumsum(a.Long("dim")));
        one("Tensor.bincount", (x, a) => x[0].bincount(null!, a.Long("minlength")));
        one("Tensor.softmax(dtype)", (x, a) => x[0].softmax(a.Long("dim"), torch.ScalarType.Float64));
        one("Tensor.log_softmax(dtype)", (x, a) => x[0].log_softmax(a.Long("dim"), torch.ScalarType.Float64));
        one("Tensor.sum(type)", (x, a) => x[0].sum(torch.ScalarType.Float32));
        one("Tensor.mean(dims, type)", (x, a) => x[0].mean(a.Longs("dim"), type: torch.ScalarType.Float32));
        one("Tensor.t", (x, a) => x[0].t());
        one("Tensor.expand", (x, a) => x[0].expand(a.Longs("shape")));
        one("Tensor.expand_as", (x, a) => x[0].expand_as(x[1].detach()));
        one("Tensor.slice", (x, a) => x[0].slice(a.Long("dim"), a.Long("start"), a.Long("finish"), a.Long("step")));
        one("Tensor.roll", (x, a) => x[0].roll(a.Long("shifts"), a.Long("dim")));
        one("Tensor.roll(dims)", (x, a) => x[0].roll(a.Longs("shifts"), a.Longs("dims")));
        one("Tensor.repeat", (x, a) => x[0].repeat(a.Longs("sizes")));
        one("Tensor.gather", (x, a) => x[0].gather(a.Long("dim"), x[1]));
        one("Tensor.masked_select", (x, a) => x[0].masked_select(x[1]));
        one("Tensor.mm", (x, a) => x[0].mm(x[1]));
        one("Tensor.get_Item(1)", (x, a) => x[0][a.Longs("at")[0]]);
        one("Tensor.get_Item(2)", (x, a) => x[0][a.Longs("at")[0], a.Longs("at")[1]]);
        one("Tensor.get_Item(3)", (x, a) => x[0][a.Longs("at")[0], a.Longs("at")[1], a.Longs("at")[2]]);
        one("Tensor.get_Item(4)", (x, a) => x[0][a.Longs("at")[0], a.Longs("at")[1], a.Longs("at")[2], a.Longs("at")[3]]);
        one("Tensor.op_Equality", (x, a) => x[0] == x[1]);
        one("Tensor.op_Inequality", (x, a) => x[0] != x[1]);
        one("Tensor.op_GreaterThan", (x, a) => x[0] > x[1]);
        one("Tensor.op_GreaterThanOrEqual", (x, a) => x[0] >= x[1]);
        one("Tensor.op_LessThan", (x, a) => x[0] < x[1]);
        one("Tensor.op_LessThanOrEqual", (x, a) => x[0] <= x[1]);
        one("Tensor.op_Equality(Tensor, Scalar)", (x, a) => x[0] == a.Scalar("other"));
        one("Tensor.op_Inequality(Tensor, Scalar)", (x, a) => x[0] != a.Scalar("other"));
        one("Tensor.op_GreaterThan(Tensor, Scalar)", (x, a) => x[0] > a.Scalar("other"));
        one("Tensor.op_GreaterThanOrEqual(Tensor, Scalar)", (x, a) => x[0] >= a.Scalar("other"));
        one("Tensor.op_LessThan(Tensor, Scalar)", (x, a) => x[0] < a.Scalar("other"));
        one("Tensor.op_LessThanOrEqual(Tensor, Scalar)", (x, a) => x[0] <= a.Scalar("other"));
        one("Tensor.op_Equality(Scalar, Tensor)", (x, a) => a.Scalar("other") == x[0]);
        one("Tensor.op_Inequality(Scalar, Tensor)", (x, a) => a.Scalar("other") != x[0]);
        one("Tensor.op_GreaterThan(Scalar, Tensor)", (x, a) => a.Scalar("other") > x[0]);
        one("Tensor.op_GreaterThanOrEqual(Scalar, Tensor)", (x, a) => a.Scalar("other") >= x[0]);
        one("Tensor.op_LessThan(Scalar, Tensor)", (x, a) => a.Scalar("other") < x[0]);
        one("Tensor.op_LessThanOrEqual(Scalar, Tensor)", (x, a) => a.Scalar("other") <= x[0]);
        one("torch.abs", (x, a) => torch.abs(x[0]));
        one("torch.exp", (x, a) => torch.exp(x[0]));
        one("torch.log", (x, a) => torch.log(x[0]));
        one("torch.sqrt", (x, a) => torch.sqrt(x[0]));
        one("torch.sigmoid", (x, a) => torch.sigmoid(x[0]));
        one("torch.isfinite", (x, a) => torch.isfinite(x[0]));
        one("torch.sum", (x, a) => torch.sum(x[0]));
        one("torch.sum(dims)", (x, a) => torch.sum(x[0], a.Longs("dim"), a.Flag("keepdim")));
        one("torch.mean", (x, a) => torch.mean(x[0]));
        one("torch.mean(dims)", (x, a) => torch.mean(x[0], a.Longs("dim"), a.Flag("keepdim")));
        one("torch.argmax", (x, a) => torch.argmax(x[0]));
        one("torch.argmax(dim)", (x, a) => torch.argmax(x[0], a.Long("dim"), a.Flag("keepdim")));
        one("torch.matmul", (x, a) => torch.matmul(x[0], x[1]));
        one("torch.maximum", (x, a) => torch.maximum(x[0], x[1]));
        one("torch.minimum", (x, a) => torch.minimum(x[0], x[1]));
        one("torch.softmax", (x, a) => torch.softmax(x[0], a.Int("dim")));
        one("torch.eq", (x, a) => torch.eq(x[0], x[1]));
        one("torch.flip", (x, a) => torch.flip(x[0], a.Longs("dims")));
        one("torch.clamp", (x, a) => torch.clamp(x[0], a.Scalar("min"), a.Scalar("max")));
        one("torch.ones_like", (x, a) => torch.ones_like(x[0]));
        one("torch.full_like", (x, a) => torch.full_like(x[0], a.Scalar("value")));
        one("torch.randint", (x, a) => Seeded(a, () => torch.randint(a.Long("low"), a.Long("high"), a.Longs("size"))));
        one("torch.rand_like", (x, a) => Seeded(a, () => torch.rand_like(x[0])));
        one("torch.randn_like", (x, a) => Seeded(a, () => torch.randn_like(x[0])));
        one("Tensor.uniform_", (x, a) => Seeded(a, () => x[0].uniform_(a.Real("low"), a.Real("high"))));
        one("Tensor.normal_", (x, a) => Seeded(a, () => x[0].normal_(a.Real("mean"), a.Real("std"))));
        one("functional.sigmoid", (x, a) => F.sigmoid(x[0]));
        one("functional.conv2d_padding", (x, a) => F.conv2d_padding(x[0], x[1], x[2], padding: Padding.Same));
        one("functional.pad", (x, a) => F.pad(x[0], a.Longs("pad"), value: a.Real("value")));
        one("functional.pad(reflect)", (x, a) => F.pad(x[0], a.Longs("pad"), PaddingModes.Reflect));
        one("functional.pad(replicate)", (x, a) => F.pad(x[0], a.Longs("pad"), PaddingModes.Replicate));
    }

    private static torch.RoundingMode Rounding(Arguments arguments) =>
        arguments.Text("mode") == "floor" ? torch.RoundingMode.floor : torch.RoundingMode.trunc;
}
