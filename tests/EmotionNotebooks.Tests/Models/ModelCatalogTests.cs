using EmotionNotebooks.Export;
using EmotionNotebooks.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace EmotionNotebooks.Tests.Models;

/// <summary>What must hold of every network there is.</summary>
[Trait("Needs", "Libtorch")]
public sealed class ModelCatalogTests
{
    public static TheoryData<string> Names => [.. ModelCatalog.All.Select(model => model.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_Return_A_Logit_Per_Class(string name)
    {
        using var scope = NewDisposeScope();
        using var network = ModelCatalog.Find(name).Create(5);

        Assert.Equal([3, 5], network.call(rand(3, 1, 48, 48)).shape);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_Give_Every_Parameter_A_Finite_Gradient(string name)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var network = ModelCatalog.Find(name).Create(7);

        nn.functional.cross_entropy(network.call(rand(8, 1, 48, 48)), tensor(new long[] { 0, 1, 2, 3, 4, 5, 6, 0 })).backward();

        foreach (var (parameterName, parameter) in network.named_parameters())
        {
            var gradient = parameter.grad;
            Assert.True(gradient is not null, $"{parameterName} has no gradient");
            Assert.True(float.IsFinite(gradient!.sum().ToSingle()), $"the gradient of {parameterName} is not finite");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_Have_A_Lower_Loss_After_A_Few_Steps(string name)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var network = ModelCatalog.Find(name).Create(7);
        using var optimizer = optim.SGD(network.parameters(), 0.01);
        var faces = rand(14, 1, 48, 48);
        var labels = tensor(Enumerable.Range(0, 14).Select(i => (long)(i % 7)).ToArray());
        var losses = new List<float>();

        for (var step = 0; step < 6; step++)
        {
            manual_seed(2); // the same dropout at every step
            var loss = nn.functional.cross_entropy(network.call(faces), labels);
            network.zero_grad();
            loss.backward();
            optimizer.step();
            losses.Add(loss.ToSingle());
        }

        Assert.True(losses[^1] < losses[0], $"the loss went {string.Join(", ", losses)}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_Read_Back_The_Same_Network_When_It_Was_Saved(string name)
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        var path = folder.File("net.safetensors");
        using var network = ModelCatalog.Find(name).Create(3);
        network.call(rand(4, 1, 48, 48)); // moves the running statistics away from their start
        ModelFile.Save(path, network, name, ["a", "b", "c"]);

        var file = ModelFile.Load(path);

        using var loaded = file.Network;
        Assert.Equal(name, file.Definition.Name);
        Assert.Equal(["a", "b", "c"], file.ClassNames);
        var faces = rand(2, 1, 48, 48);
        network.eval();
        Assert.Equal(network.call(faces).data<float>().ToArray(), loaded.call(faces).data<float>().ToArray());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_Keep_Its_Outputs_When_Batch_Norm_Is_Folded(string name)
    {
        using var scope = NewDisposeScope();
        using var inference = no_grad();
        manual_seed(3);
        using var network = ModelCatalog.Find(name).Create(7);
        for (var i = 0; i < 3; i++)
        {
            network.call(rand(8, 1, 48, 48)); // statistics that are not the identity
        }

        network.eval();
        var faces = rand(5, 1, 48, 48);
        var before = network.call(faces).data<float>().ToArray();

        Folding.Fold(network);

        var after = network.call(faces).data<float>().ToArray();
        Assert.All(before.Zip(after), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
    }

    [Theory]
    [InlineData(
        "nine-conv",
        "conv1 32×46×46 320, conv2 32×44×44 9248, conv3 32×42×42 9248, conv4 64×40×40 18496, conv5 64×18×18 36928, "
            + "conv6 64×16×16 36928, conv7 128×6×6 73856, conv8 128×1×1 147584, logits 7 903")]
    [InlineData(
        "three-block",
        "conv1 64×48×48 640, conv2 128×24×24 73856, conv3 256×12×12 295168, dense1 512 4719104, dense2 256 131328, logits 7 1799")]
    [InlineData(
        "vgg-dropout",
        "conv1a 64×40×40 576, conv1b 64×40×40 36864, conv2a 128×20×20 73728, conv2b 128×20×20 147456, conv3a 256×10×10 294912, "
            + "conv3b 256×10×10 589824, conv4a 512×5×5 1179648, conv4b 512×5×5 2359296, "
            + "dense1 4096 8392704, dense2 4096 16781312, logits 7 28679")]
    [InlineData(
        "five-block",
        "conv1 64×48×48 640, conv2 128×24×24 73856, conv3 256×12×12 295168, conv4 512×6×6 1180160, conv5 512×3×3 2359808, "
            + "dense 256 131328, logits 7 1799")]
    [InlineData(
        "four-conv-dense",
        "conv1 32×48×48 320, conv2 64×48×48 18496, conv3 128×24×24 73856, conv4 256×12×12 295168, "
            + "dense1 256 2359552, dense2 128 32896, logits 7 903")]
    [InlineData(
        "small-vgg",
        "conv1a 32×48×48 288, conv1b 32×48×48 9216, conv2a 64×24×24 18432, conv2b 64×24×24 36864, conv3a 128×12×12 73728, "
            + "conv3b 128×12×12 147456, conv4a 256×6×6 294912, conv4b 256×6×6 589824, dense 256 590080, logits 7 1799")]
    public void Should_Have_The_Layers_Of_Its_Source(string name, string layers)
    {
        using var network = ModelCatalog.Find(name).Create(7);

        var rows = ModelSummary.Of(network).Layers.Where(row => row.MultiplyAdds > 0);

        Assert.Equal(layers, string.Join(", ", rows.Select(row => $"{row.Name.Split('.')[row.Name.StartsWith("logits", StringComparison.Ordinal) ? 0 : 1]} {row.OutputShape} {row.Parameters}")));
    }

    [Fact]
    public void Should_Stay_Within_Its_Bounds_When_It_Is_Our_Own()
    {
        using var network = ModelCatalog.Find("fer-resnet").Create(7);

        var summary = ModelSummary.Of(network);

        Assert.InRange(summary.MultiplyAdds, 240_000_000, 250_000_000);
        Assert.InRange(summary.Parameters, 2_500_000, 6_000_000);
    }

    [Fact]
    public void Should_Drop_Whole_Branches_Face_By_Face_When_Trained()
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        manual_seed(4);
        using var block = new ResidualBlock(8, 8, dropRate: 0.5);
        var input = rand(64, 8, 6, 6);

        var changed = block.call(input).sub(input).data<float>().ToArray().Chunk(8 * 36).Count(face => face.Any(x => x != 0));

        Assert.InRange(changed, 20, 44);
    }

    [Fact]
    public void Should_Count_Multiply_Adds_As_The_Layers_Ask()
    {
        using var network = ModelCatalog.Find("four-conv-dense").Create(7);
        long[] layers =
        [
            48 * 48 * 32 * 9, 48 * 48 * 64 * 9 * 32, 24 * 24 * 128 * 9 * 64, 12 * 12 * 256 * 9 * 128, 9216 * 256, 256 * 128, 128 * 7,
        ];

        Assert.Equal(layers.Sum(), ModelSummary.Of(network).MultiplyAdds);
    }
}
