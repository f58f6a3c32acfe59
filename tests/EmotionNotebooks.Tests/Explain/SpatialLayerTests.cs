using EmotionNotebooks.Explain;
using EmotionNotebooks.Models;
using static TorchSharp.torch;

namespace EmotionNotebooks.Tests.Explain;

[Trait("Needs", "Libtorch")]
public sealed class SpatialLayerTests
{
    // Sides and strides by the layer tables of the networks' sources: nine-conv's map covers the middle 24 pixels, vgg-dropout's its crop.
    [Theory]
    [InlineData("nine-conv", "features.conv7.layers.relu", 128, 6, 4)]
    [InlineData("three-block", "features", 256, 6, 8)]
    [InlineData("four-conv-dense", "features", 256, 6, 8)]
    [InlineData("vgg-dropout", "features.conv4b.layers.relu", 512, 5, 8)]
    [InlineData("five-block", "features.conv4.layers.relu", 512, 6, 8)]
    [InlineData("fer-resnet", "stages", 256, 6, 8)]
    [InlineData("small-vgg", "features.conv4b.layers.relu", 256, 6, 8)]
    public void Should_Find_The_Last_Map_With_Some_Resolution(string network, string layer, long channels, long side, double pixelsPerCell)
    {
        using var model = ModelCatalog.Find(network).Create(7);

        var found = SpatialLayer.Last(model);

        Assert.Equal((layer, channels, side, pixelsPerCell), (found.Name, found.Channels, found.Side, found.PixelsPerCell));
    }

    [Fact]
    public void Should_Know_Every_Network_Of_The_Catalogue() => // the cases above
        Assert.Equal(7, ModelCatalog.All.Count);

    [Fact]
    public void Should_Follow_Strides_When_Convolutions_Have_Them_Or_Cut_Borders()
    {
        using var network = nn.Sequential(
            ("cut", nn.Conv2d(1, 2, 5)), // 48 → 44
            ("halve", nn.Conv2d(2, 3, 3, stride: 2, padding: 1)), // 22
            ("pool", nn.MaxPool2d(2)), // 11
            ("odd", nn.MaxPool2d(2)), // 5
            ("flat", nn.Conv2d(3, 4, 5))); // 1

        var all = SpatialLayer.All(network);

        Assert.Equal([("cut", 44L, 1.0), ("halve", 22, 2), ("pool", 11, 4), ("odd", 5, 8)], all.Select(it => (it.Name, it.Side, it.PixelsPerCell)));
    }

    [Fact]
    public void Should_Take_Another_Map_When_Asked()
    {
        using var model = ModelCatalog.Find("small-vgg").Create(7);

        Assert.Equal(("features", 3L), (SpatialLayer.Last(model, smallestSide: 3).Name, SpatialLayer.Last(model, smallestSide: 3).Side));
        Assert.Equal((12L, 4.0), (SpatialLayer.Find(model, "features.conv3a").Side, SpatialLayer.Find(model, "features.conv3a").PixelsPerCell));
        var error = Assert.Throws<ArgumentException>(() => SpatialLayer.Find(model, "classifier"));
        Assert.StartsWith("there is no layer 'classifier' with a map of the face; there are: features.conv1a.layers.conv, ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Take_The_Largest_When_All_Are_Small_And_Say_So_When_There_Is_None()
    {
        using var small = nn.Sequential(("pool", nn.MaxPool2d(16)), ("again", nn.Conv2d(1, 1, 2)));
        using var none = nn.Sequential(("only", nn.Linear(48, 2)));

        Assert.Equal(("pool", 3L), (SpatialLayer.Last(small).Name, SpatialLayer.Last(small).Side));
        Assert.Contains("no layer that gives a map", Assert.Throws<ArgumentException>(() => SpatialLayer.Last(none)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Leave_The_Network_As_It_Was()
    {
        using var model = ModelCatalog.Find("three-block").Create(7);
        model.train();

        SpatialLayer.Last(model);

        Assert.True(model.training);
        Assert.All(model.parameters(), parameter => Assert.True(parameter.requires_grad));
    }
}
