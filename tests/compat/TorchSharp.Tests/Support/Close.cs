namespace TorchSharp.Tests.Support;

internal static class Close
{
    /// <summary>The values of any tensor, in order.</summary>
    public static double[] Values(torch.Tensor tensor)
    {
        // The package has no array for a tensor without elements.
        if (tensor.numel() == 0)
        {
            return [];
        }

        using var scope = torch.NewDisposeScope();
        return tensor.detach().cpu().to(torch.ScalarType.Float64).contiguous().data<double>().ToArray();
    }

    public static void Equal(ReferenceTensor expected, torch.Tensor actual, Tolerance tolerance, string what)
    {
        Assert.True(expected.Shape.SequenceEqual(actual.shape),
            $"{what}: shape [{string.Join(", ", actual.shape)}] instead of [{string.Join(", ", expected.Shape)}]");
        Assert.True(ReferenceTensor.TypeOf(expected.Type) == actual.dtype, $"{what}: {actual.dtype} instead of {expected.Type}");
        Equal(expected.Values, Values(actual), expected.IsReal ? tolerance : Tolerance.Exact, what);
    }

    public static void Equal(torch.Tensor expected, torch.Tensor actual, Tolerance tolerance, string what)
    {
        Assert.Equal(expected.shape, actual.shape);
        Equal(Values(expected), Values(actual), tolerance, what);
    }

    public static void Equal(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, Tolerance tolerance, string what)
    {
        Assert.True(expected.Length == actual.Length, $"{what}: {actual.Length} values instead of {expected.Length}");
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(tolerance.Holds(actual[i], expected[i]), $"{what}[{i}]: {actual[i]:R} instead of {expected[i]:R}, allowed {tolerance}");
        }
    }
}
