using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmotionNotebooks.Models;

/// <summary>
/// Batch norm in evaluation mode is y = γ(x − μ)/√(σ² + ε) + β, linear in x, so a convolution or dense layer before it can
/// carry it: w' = w·s and b' = (b − μ)·s + β with s = γ/√(σ² + ε). (Jacob et al. 2018, arXiv 1712.05877, section 3.2.)
/// </summary>
public static class Folding
{
    /// <summary>Folds every foldable module of a network and leaves it in evaluation mode.</summary>
    /// <param name="network">Any network; what can't be folded stays as it is.</param>
    public static void Fold(nn.Module network)
    {
        network.eval();
        foreach (var module in network.modules().OfType<IFoldable>())
        {
            module.FoldBatchNorm();
        }
    }

    internal static void IntoConvolution(Conv2d conv, BatchNorm2d norm)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var (scale, shift) = Affine(norm.weight!, norm.bias!, norm.running_mean!, norm.running_var!, norm.eps, conv.bias);
        conv.weight = new Parameter(conv.weight.mul(scale.reshape(-1, 1, 1, 1)).DetachFromDisposeScope(), requires_grad: false);
        conv.bias = new Parameter(shift.DetachFromDisposeScope(), requires_grad: false);
    }

    internal static void IntoLinear(Linear dense, BatchNorm1d norm)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var (scale, shift) = Affine(norm.weight!, norm.bias!, norm.running_mean!, norm.running_var!, norm.eps, dense.bias);
        dense.weight = new Parameter(dense.weight.mul(scale.reshape(-1, 1)).DetachFromDisposeScope(), requires_grad: false);
        dense.bias = new Parameter(shift.DetachFromDisposeScope(), requires_grad: false);
    }

    private static (Tensor Scale, Tensor Shift) Affine(Tensor gamma, Tensor beta, Tensor mean, Tensor variance, double epsilon, Tensor? bias)
    {
        var scale = gamma.div(variance.add(epsilon).sqrt());
        var centred = bias is null ? mean.neg() : bias.sub(mean);
        return (scale, centred.mul(scale).add(beta));
    }
}
