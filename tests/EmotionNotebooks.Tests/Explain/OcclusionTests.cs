using EmotionNotebooks.Explain;
using EmotionNotebooks.Models;
using static TorchSharp.torch;

namespace EmotionNotebooks.Tests.Explain;

[Trait("Needs", "Libtorch")]
public sealed class OcclusionTests
{
    public static TheoryData<string> Names => [.. ModelCatalog.All.Select(model => model.Name)];

    [Fact]
    public void Should_Be_The_Lost_Probability_When_Computed_On_Paper()
    {
        using var scope = NewDisposeScope();
        // The logits are ±the mean of the top left quadrant, which is white; black squares that don't overlap, 16 pixels wide. Of the nine,
        // one lies in the quadrant, two by half, one by a quarter, five outside.
        using var network = Quadrant();
        var face = zeros(1, 1, 48, 48).add(1);

        var map = Values(new Occlusion { Patch = 16, Stride = 16, Grey = 0 }.Maps(network, face));

        var (whole, half, quarter) = (Lost(16 * 16), Lost(8 * 16), Lost(8 * 8));
        float[] expected = [whole, half, 0, half, quarter, 0, 0, 0, 0];
        for (var i = 0; i < map.Length; i++)
        {
            Assert.Equal(expected[(i / 48 / 16 * 3) + (i % 48 / 16)], map[i], 1e-6f);
        }

        static float Lost(int pixels) => (float)(Probability(1) - Probability(1 - (pixels / 576.0)));
        static double Probability(double mean) => 1 / (1 + Math.Exp(-2 * mean));
    }

    [Fact]
    public void Should_Be_The_Mean_Over_The_Squares_That_Cover_A_Pixel()
    {
        using var scope = NewDisposeScope();
        using var network = Quadrant();
        var face = rand(1, 1, 48, 48);
        // Edges at 0, 20, and 28, so that the last square ends at the border: columns 28 to 39 lie under two.
        var map = Values(new Occlusion { Patch = 20, Stride = 20, Grey = 0 }.Maps(network, face));

        Assert.True(map[0] > 0 && map[20] > 0);
        Assert.All(Enumerable.Range(0, 20), x => Assert.Equal(map[0], map[x]));
        Assert.All(Enumerable.Range(20, 8), x => Assert.Equal(map[20], map[x]));
        Assert.All(Enumerable.Range(28, 12), x => Assert.Equal(map[20] / 2, map[x], 1e-7f)); // the square at 28 covers nothing that counts
        Assert.All(Enumerable.Range(40, 8), x => Assert.Equal(0, map[x]));
    }

    [Fact]
    public void Should_Be_Exactly_Zero_Where_The_Network_Does_Not_Look()
    {
        using var scope = NewDisposeScope();
        using var network = Quadrant();

        var map = Values(new Occlusion().Maps(network, rand(2, 1, 48, 48), tensor(new long[] { 0, 0 })));

        foreach (var face in map.Chunk(48 * 48))
        {
            Assert.Contains(face, value => value > 0);
            for (var i = 0; i < face.Length; i++)
            {
                // A square that reaches into the quadrant covers at most 7 pixels beyond.
                Assert.True(face[i] == 0 || (i / 48 < 31 && i % 48 < 31), $"{face[i]} at row {i / 48}, column {i % 48}");
            }
        }
    }

    [Fact]
    public void Should_Be_Zero_Where_The_Class_Gains()
    {
        using var scope = NewDisposeScope();
        using var network = Quadrant();
        var face = zeros(1, 1, 48, 48);

        Assert.All(Values(new Occlusion { Grey = 1 }.Maps(network, face, tensor(new long[] { 0 }))), value => Assert.Equal(0, value));
        Assert.Contains(Values(new Occlusion { Grey = 1 }.Maps(network, face, tensor(new long[] { 1 }))), value => value > 0.01);
    }

    [Fact]
    public void Should_Leave_Other_Heads_Aside()
    {
        using var scope = NewDisposeScope();
        using var alone = Quadrant();
        // The same two logits, and a third that is far higher.
        using var beside = new HandMade.Network(faces => faces.SumOf(0, 0, 24).div(576).mul(tensor(new float[] { 1, -1, 100 }, [1, 3])));
        var faces = rand(2, 1, 48, 48);

        Assert.Equal(Values(new Occlusion().Maps(alone, faces)), Values(new Occlusion().Maps(beside, faces, classCount: 2)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_Give_A_Finite_Map_For_Every_Network_The_Same_Each_Time_And_Leave_No_Trace(string name)
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        using var network = ModelCatalog.Find(name).Create(7);
        var faces = rand(2, 1, 48, 48);
        network.call(faces);
        var occlusion = new Occlusion { Patch = 24, Stride = 12 };

        var maps = occlusion.Maps(network, faces);

        Assert.Equal([2, 48, 48], maps.shape);
        Assert.Equal(ScalarType.Float32, maps.dtype);
        Assert.All(Values(maps), value => Assert.InRange(value, 0f, 1f));
        Assert.Equal(Values(maps), Values(occlusion.Maps(network, faces)));
        Assert.True(network.training);
        Assert.All(network.parameters(), parameter => Assert.True(parameter.requires_grad && parameter.grad is null));
    }

    [Fact]
    public void Should_Say_What_Is_Right_When_A_Number_Is_Wrong()
    {
        using var scope = NewDisposeScope();
        using var network = Quadrant();
        var face = rand(1, 1, 48, 48);

        Says("Patch is 0; it must be at least 1", () => new Occlusion { Patch = 0 });
        Says("Stride is -1; it must be at least 1", () => new Occlusion { Stride = -1 });
        Says("Grey is NaN; it must be from 0 to 1", () => new Occlusion { Grey = double.NaN });
        Says("Patch is 49; it must be at most the face's side, 48", () => new Occlusion { Patch = 49 }.Maps(network, face));
        Says("Stride is 9; it must be at most the square's side, 8", () => new Occlusion { Stride = 9 }.Maps(network, face));
        Says("2 classes to explain; expected one for each of 1 faces", () => new Occlusion().Maps(network, face, tensor(new long[] { 0, 1 })));
    }

    private static void Says(string message, Func<object> action) => Assert.Equal(message, Assert.Throws<ArgumentException>(action).Message);

    private static HandMade.Network Quadrant() =>
        new(faces => faces.SumOf(0, 0, 24).div(576).mul(tensor(new float[] { 1, -1 }, [1, 2])));

    private static float[] Values(Tensor maps) => maps.data<float>().ToArray();
}
