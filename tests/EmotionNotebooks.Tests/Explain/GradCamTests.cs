using System.Text.Json;
using EmotionNotebooks.Explain;
using EmotionNotebooks.Models;
using static TorchSharp.torch;

namespace EmotionNotebooks.Tests.Explain;

[Trait("Needs", "Libtorch")]
public sealed class GradCamTests
{
    public static TheoryData<string> Names => [.. ModelCatalog.All.Select(model => model.Name)];

    [Fact]
    public void Should_Be_The_Maps_Weighed_By_Their_Slopes_When_Computed_On_Paper()
    {
        using var scope = NewDisposeScope();
        // Channels a = x and b = the mean of x's row; logits 2·Σa − 4·(Σb over the top left quadrant), and Σb over it. The slopes' means are 2
        // and −1 for the first class, 0 and 1/4 for the second: its maps are ReLU(2a − b) and b/4.
        using var both = new HandMade.Network(faces =>
        {
            var rows = faces.sum(3, keepdim: true).div(48).mul(zeros(1, 1, 1, 48).add(1)); // (1, 1, 48, 48)
            return faces.mul(First(2)).add(rows.mul(First(2).neg().add(1)));
        });
        using var network = new HandMade.Network(
            faces =>
            {
                var maps = both.call(faces); // (1, 2, 48, 48)
                var (a, b) = (maps.sum([2, 3]).narrow(1, 0, 1), maps.SumOf(0, 0, 24).narrow(1, 1, 1));
                return a.mul(2).sub(b.mul(4)).mul(tensor(new float[] { 1, 0 }, [1, 2])).add(b.mul(tensor(new float[] { 0, 1 }, [1, 2])));
            },
            ("both", both));
        // Row 5 is half white, row 6 dark but for two columns of grey.
        var face = zeros(1, 1, 48, 48);
        face.narrow(2, 5, 1).narrow(3, 0, 24).add_(1);
        face.narrow(2, 6, 1).narrow(3, 40, 2).add_(0.5);

        var cam = new GradCam(network);
        var first = Values(cam.Maps(face, tensor(new long[] { 0 })));
        var second = Values(cam.Maps(face, tensor(new long[] { 1 })));

        Assert.Equal(("both", 48L, 1.0), (cam.Layer.Name, cam.Layer.Side, cam.Layer.PixelsPerCell));
        // Row 5 has a = 1 or 0 and b = 1/2; row 6 a = 1/2 or 0 and b = 1/48. Divided by 2 − 1/2, the highest.
        Assert.Equal(1, first[5 * 48]);
        Assert.Equal(0, first[(5 * 48) + 30], 1e-6f);
        Assert.Equal((1 - (1 / 48f)) / 1.5f, first[(6 * 48) + 41], 1e-6f);
        Assert.Equal(0, first[6 * 48], 1e-6f);
        Assert.All(Enumerable.Range(0, 48), x => Assert.Equal(1, second[(5 * 48) + x], 1e-6f));
        Assert.All(Enumerable.Range(0, 48), x => Assert.Equal(1 / 24f, second[(6 * 48) + x], 1e-6f));
        Assert.Equal(0, second[7 * 48], 1e-6f);
    }

    [Fact]
    public void Should_Lie_Where_The_Only_Quadrant_That_Counts_Is_Bright()
    {
        using var scope = NewDisposeScope();
        // Ones where the kernel sees the bottom right quadrant: everything else is dark and weighs nothing.
        using var conv = HandMade.Copies(1);
        using var network = new HandMade.Network(faces => Two(conv.call(faces).SumOf(24, 24, 24)), ("conv", conv));
        var face = zeros(1, 1, 48, 48);
        face.narrow(2, 24, 24).narrow(3, 24, 24).add_(1);

        var map = new HeatMap(Values(new GradCam(network).Maps(face)));

        Assert.Equal((36.0, 36.0), map.Centre);
        Assert.Equal(24 * 24, map.Values.ToArray().Count(value => value == 1));
        Assert.Equal(48 * 48 - (24 * 24), map.Values.ToArray().Count(value => value == 0));
    }

    [Fact]
    public void Should_Be_Empty_When_Everything_Speaks_Against_The_Class()
    {
        using var scope = NewDisposeScope();
        using var conv = HandMade.Copies(1);
        using var network = new HandMade.Network(faces => Two(conv.call(faces).SumOf(0, 0, 48)), ("conv", conv));

        Assert.All(Values(new GradCam(network).Maps(rand(2, 1, 48, 48), tensor(new long[] { 1, 1 }))), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Should_Draw_Cells_At_Their_Places_When_The_Map_Covers_Only_The_Middle()
    {
        using var scope = NewDisposeScope();
        // A crop of 40 pixels, of which each cell is 8: cell (1, 3) lies at rows 12 to 20 and columns 28 to 36 of the face.
        using var pool = nn.MaxPool2d(8);
        using var network = new HandMade.Network(
            faces => Two(pool.call(faces.narrow(2, 4, 40).narrow(3, 4, 40)).sum([2, 3])), ("pool", pool));
        var face = zeros(1, 1, 48, 48);
        face.narrow(2, 14, 1).narrow(3, 31, 1).add_(1);

        var map = new HeatMap(Values(new GradCam(network).Maps(face)));

        Assert.Equal(32, map.Centre!.Value.X, 1e-5);
        Assert.Equal(16, map.Centre!.Value.Y, 1e-5);
        // The four pixels round the cell's centre, in equal parts: a sixteenth of a cell away both ways.
        Assert.Equal([(15, 31), (15, 32), (16, 31), (16, 32)], Places(map, value => value == map.Highest));
        Assert.Equal(0, map.Values[(16 * 48) + 41]);
    }

    [Fact]
    public void Should_Not_Change_When_The_Logit_Is_Scaled()
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        using var conv = nn.Conv2d(1, 4, 3, padding: 1);
        using var once = new HandMade.Network(faces => Two(conv.call(faces).SumOf(8, 8, 20).sum(1, keepdim: true)), ("conv", conv));
        using var thrice = new HandMade.Network(faces => Two(conv.call(faces).SumOf(8, 8, 20).sum(1, keepdim: true)).mul(3), ("conv", conv));
        var faces = rand(3, 1, 48, 48);
        var classes = tensor(new long[] { 0, 0, 1 });

        Assert.All(
            Values(new GradCam(once).Maps(faces, classes)).Zip(Values(new GradCam(thrice).Maps(faces, classes))),
            pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Fact]
    public void Should_Agree_With_PyTorch()
    {
        using var scope = NewDisposeScope();
        var fixture = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "fixtures", "explain", "gradcam.json"))).RootElement;
        using var network = nn.Sequential(
            ("conv1", nn.Conv2d(1, 4, 3, padding: 1)), ("norm1", nn.BatchNorm2d(4)), ("relu1", nn.ReLU(inplace: true)), ("pool1", nn.MaxPool2d(4)),
            ("conv2", nn.Conv2d(4, 6, 3, padding: 1)), ("norm2", nn.BatchNorm2d(6)), ("relu2", nn.ReLU(inplace: true)), ("pool2", nn.MaxPool2d(2)),
            ("conv3", nn.Conv2d(6, 5, 3, padding: 1)), ("norm3", nn.BatchNorm2d(5)), ("relu3", nn.ReLU(inplace: true)), ("pool3", nn.MaxPool2d(6)),
            ("logits", nn.Conv2d(5, 3, 1)));
        using var flat = new HandMade.Network(faces => network.call(faces).flatten(1), ("net", network));
        network.load_state_dict(fixture.GetProperty("state").EnumerateObject().ToDictionary(item => item.Name, item => Read(item.Value)));
        var faces = Read(fixture.GetProperty("faces"));

        foreach (var it in fixture.GetProperty("cases").EnumerateArray())
        {
            var layer = SpatialLayer.Find(flat, $"net.{it.GetProperty("layer").GetString()}");
            var classes = tensor(it.GetProperty("classes").EnumerateArray().Select(item => item.GetInt64()).ToArray());

            var maps = Values(new GradCam(flat, layer).Maps(faces, classes));

            var expected = it.GetProperty("maps").EnumerateArray().Select(item => item.GetSingle()).ToArray();
            Assert.Equal(expected.Length, maps.Length);
            Assert.InRange(expected.Count(value => value > 0.1), expected.Length / 10, expected.Length);
            Assert.All(expected.Zip(maps), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_Give_A_Finite_Map_For_Every_Network_The_Same_Each_Time_And_Leave_No_Trace(string name)
    {
        using var scope = NewDisposeScope();
        using var network = NetworkWithMaps(name);
        var faces = rand(7, 1, 48, 48);
        var classes = arange(7);
        var cam = new GradCam(network);

        var maps = cam.Maps(faces, classes);

        Assert.Equal([7, 48, 48], maps.shape);
        Assert.Equal(ScalarType.Float32, maps.dtype);
        var values = Values(maps);
        Assert.All(values, value => Assert.InRange(value, 0f, 1f)); // no NaN either
        Assert.All(values.Chunk(48 * 48), map => Assert.True(map.Max() is 0 or 1));
        using (no_grad())
        using (inference_mode())
        {
            Assert.Equal(values, Values(cam.Maps(faces, classes)));
        }

        Assert.True(network.training);
        Assert.All(network.parameters(), parameter => Assert.True(parameter.requires_grad && parameter.grad is null));
    }

    [Theory]
    [InlineData("nine-conv")]
    [InlineData("five-block")]
    [InlineData("fer-resnet")]
    public void Should_Be_The_Same_When_Batch_Norm_Is_Folded(string name)
    {
        using var scope = NewDisposeScope();
        using var network = NetworkWithMaps(name);
        var faces = rand(4, 1, 48, 48);
        var before = new GradCam(network);
        var maps = Values(before.Maps(faces));

        Folding.Fold(network);

        var after = new GradCam(network);
        Assert.Equal(before.Layer.Name, after.Layer.Name);
        Assert.All(maps.Zip(Values(after.Maps(faces))), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
    }

    [Fact]
    public void Should_Explain_The_Highest_Class_When_None_Is_Named_Other_Heads_Aside()
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        using var network = ModelCatalog.Find("three-block").Create(9);
        network.eval();
        var faces = rand(4, 1, 48, 48);
        var predicted = network.call(faces).narrow(1, 0, 5).argmax(1);
        var cam = new GradCam(network);

        Assert.Equal(Values(cam.Maps(faces, predicted)), Values(cam.Maps(faces, classCount: 5)));
    }

    [Fact]
    public void Should_Refuse_Classes_That_Do_Not_Match_And_Layers_Without_A_Part()
    {
        using var scope = NewDisposeScope();
        using var conv = HandMade.Copies(1);
        using var idle = HandMade.Copies(1);
        using var network = new HandMade.Network(
            faces =>
            {
                idle.call(faces);
                return Two(conv.call(faces).SumOf(0, 0, 48));
            },
            ("conv", conv),
            ("idle", idle));

        var few = Assert.Throws<ArgumentException>(() => new GradCam(network).Maps(rand(2, 1, 48, 48), tensor(new long[] { 1 })));
        var without = Assert.Throws<ArgumentException>(() => new GradCam(network, SpatialLayer.Find(network, "idle")).Maps(rand(2, 1, 48, 48)));

        Assert.Equal("1 classes to explain; expected one for each of 2 faces", few.Message);
        Assert.Equal("the layer 'idle' has no part in the network's logits", without.Message);
    }

    // A fresh network with statistics that are not the identity, in training mode. Whether something speaks for a class is up to its random
    // weights: of ten, one at least has a map for three faces of seven.
    private static nn.Module<Tensor, Tensor> NetworkWithMaps(string name)
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            manual_seed(seed);
            var network = ModelCatalog.Find(name).Create(7);
            var faces = rand(7, 1, 48, 48);
            network.call(faces);
            if (Values(new GradCam(network).Maps(faces, arange(7))).Chunk(48 * 48).Count(map => map.Max() == 1) >= 3)
            {
                return network;
            }

            network.Dispose();
        }

        throw new InvalidOperationException($"ten fresh networks {name}, and hardly a map that is not empty");
    }

    // 1 for the first of so many channels, else 0.
    private static Tensor First(int channels) => tensor(Enumerable.Range(0, channels).Select(i => i == 0 ? 1f : 0f).ToArray(), [1, channels, 1, 1]);

    // One value and its opposite as the logits of two classes.
    private static Tensor Two(Tensor value) => value.mul(tensor(new float[] { 1, -1 }, [1, 2]));

    private static float[] Values(Tensor maps) => maps.data<float>().ToArray();

    private static (int Y, int X)[] Places(HeatMap map, Func<float, bool> where) =>
        [.. Enumerable.Range(0, 48 * 48).Where(i => where(map.Values[i])).Select(i => (i / 48, i % 48))];

    private static Tensor Read(JsonElement it) => tensor(
        it.GetProperty("values").EnumerateArray().Select(item => item.GetSingle()).ToArray(),
        it.GetProperty("shape").EnumerateArray().Select(item => item.GetInt64()).ToArray());
}
