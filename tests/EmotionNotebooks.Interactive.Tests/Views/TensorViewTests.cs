using static TorchSharp.torch;

namespace EmotionNotebooks.Interactive.Tests.Views;

[Trait("Needs", "Libtorch")]
public sealed class TensorViewTests
{
    [Fact]
    public void Should_show_shape_type_device_and_the_first_values_when_large()
    {
        using var tensor = arange(2 * 3 * 10 * 20).reshape(2, 3, 10, 20).to(ScalarType.Float32);
        var text = Shown.Plain(tensor);

        Assert.StartsWith("tensor (2, 3, 10, 20), Float32, cpu\n[0]    0.0000    1.0000", text, StringComparison.Ordinal);
        Assert.Contains("[7]  140.0000  141.0000", text, StringComparison.Ordinal);
        Assert.EndsWith("the first 8 × 8 of [0, 0, …]; 1,200 values in all", text, StringComparison.Ordinal);
        Assert.Contains("<td>147.0000</td>", Shown.Html(tensor), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_show_all_values_when_small()
    {
        using var numbers = tensor(new long[] { 3, -1, 2 });
        using var one = tensor(0.25f);
        using var none = zeros(0, 4);

        Assert.Equal("tensor (3), Int64, cpu\n[0]  3  -1  2", Shown.Plain(numbers));
        Assert.Equal("tensor (), Float32, cpu\n[0]  0.2500", Shown.Plain(one));
        Assert.StartsWith("tensor (0, 4), Float32, cpu", Shown.Plain(none), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_so_when_disposed()
    {
        var tensor = zeros(2);
        tensor.Dispose();

        Assert.Equal("a tensor that is disposed: its values are gone", Shown.Plain(tensor));
        Assert.Contains("disposed", Shown.Html(tensor), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_leave_gradients_alone_when_shown()
    {
        using var tensor = zeros(2, 2, requires_grad: true);

        Assert.Contains("with gradient", Shown.Plain(tensor), StringComparison.Ordinal);
        Assert.True(tensor.requires_grad);
    }
}
