namespace TorchSharp.Tests.Support;

/// <summary>
/// Gradients against central finite differences, in float64. f is a weighted sum of all outputs (see
/// <see cref="Cotangent"/>), so one backward pass checks every element of every input.
/// </summary>
internal static class GradCheck
{
    private const double Step = 1e-6;

    /// <summary>Rounding of f over 2e-6, and the curvature's share: far below a wrong term, far above noise.</summary>
    private static readonly Tolerance Allowed = new(1e-6, 1e-7);

    /// <param name="leaves">Contiguous float64 leaves that ask for gradients; each is moved by a step and put back.</param>
    /// <param name="forward">The function; it must give the same outputs for the same leaves.</param>
    /// <param name="what">Names the case in the message.</param>
    public static void Run(IReadOnlyList<torch.Tensor> leaves, Func<IEnumerable<torch.Tensor>> forward, string what)
    {
        using var scope = torch.NewDisposeScope();
        var outputs = forward().ToArray();
        var counted = Array.ConvertAll(outputs, output => output.requires_grad);
        var total = Cotangent.Weigh(outputs);
        Assert.True(total is not null, $"{what}: no output carries a gradient");
        total.backward();

        for (var k = 0; k < leaves.Count; k++)
        {
            var gradient = leaves[k].grad;
            Assert.True(gradient is not null, $"{what}: input {k} has no gradient");
            Assert.Equal(leaves[k].shape, gradient.shape);
            Close.Equal(Differences(leaves[k], () => Evaluate(forward, counted)), Close.Values(gradient), Allowed, $"{what}: gradient of input {k}");
        }
    }

    private static double[] Differences(torch.Tensor leaf, Func<double> evaluate)
    {
        Assert.True(leaf.dtype == torch.ScalarType.Float64 && leaf.is_contiguous());
        using var without = torch.no_grad();
        using var flat = leaf.detach().reshape(-1);
        var slopes = new double[leaf.numel()];
        for (var i = 0; i < slopes.Length; i++)
        {
            using var scope = torch.NewDisposeScope();
            var element = flat.narrow(0, i, 1);
            element.add_(Step);
            var above = evaluate();
            element.add_(-2 * Step);
            var below = evaluate();
            element.add_(Step);
            slopes[i] = (above - below) / (2 * Step);
        }

        return slopes;
    }

    // Outputs outside the graph, such as running statistics, move with the inputs too, but carry no gradient.
    private static double Evaluate(Func<IEnumerable<torch.Tensor>> forward, bool[] counted) =>
        forward().Where((_, i) => counted[i]).Sum(output => Cotangent.Weigh(Close.Values(output)));
}
