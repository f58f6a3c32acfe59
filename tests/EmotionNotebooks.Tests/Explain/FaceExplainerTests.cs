using System.Text.Json;
using EmotionNotebooks.Explain;
using EmotionNotebooks.Models;
using EmotionNotebooks.Training;
using static TorchSharp.torch;

namespace EmotionNotebooks.Tests.Explain;

[Trait("Needs", "Libtorch")]
public sealed class FaceExplainerTests
{
    private static readonly ComputeTarget Here = new(CPU, UsesBf16: false);

    [Fact]
    public void Should_Say_What_The_Network_Says_When_Faces_Are_Explained()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        using var network = ModelCatalog.Find("small-vgg").Create(7);
        var faces = SampleFaces.Generate(100, 2).Select([5, 6, 7, 8]);
        using var evaluator = new Evaluator(network, faces, Here);
        var predictions = evaluator.Predict();

        var all = new FaceExplainer(network, faces.ClassNames, Here).Explain(faces);

        Assert.Equal(4, all.Count);
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal((faces.Origins[i], faces.ClassNames[faces.Labels[i]]), (all[i].Origin, all[i].Label));
            Assert.Equal(faces.ClassNames[predictions.Predicted(i)], all[i].Predicted);
            Assert.Equal(all[i].Predicted, all[i].Explained);
            Assert.Equal(predictions.Confidence(i), all[i].Probability, 1e-5);
            Assert.Equal(all[i].Probability, all[i].ExplainedProbability);
            Assert.Equal(!predictions.IsCorrect(i), all[i].IsWrong);
            Assert.Equal(faces.Face(i), all[i].Face.Span);
        }

        Assert.True(network.training);
    }

    [Fact]
    public void Should_Explain_The_Class_That_Is_Asked_For()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        using var network = ModelCatalog.Find("small-vgg").Create(7);
        var pixels = SampleFaces.Generate(100, 2).Pixels[..(2 * FaceSet.PixelsPerFace)];
        var explainer = new FaceExplainer(network, Emotions.Names, Here, occlusion: new() { Patch = 16, Stride = 16 });

        var all = explainer.Explain(pixels, ["a.png", "b.png"], 2);

        Assert.Equal(["a.png", "b.png"], all.Select(it => it.Origin));
        Assert.All(all, it => Assert.Equal((null, Emotions.Names[2], false), (it.Label, it.Explained, it.IsWrong)));
        Assert.Throws<ArgumentOutOfRangeException>(() => explainer.Explain(pixels, ["a.png"]));
    }

    [Fact]
    public void Should_Leave_Other_Heads_Aside()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        using var network = ModelCatalog.Find("small-vgg").Create(9);
        var faces = SampleFaces.Generate(100, 2).Select([1, 2, 3]);
        network.eval();
        var logits = network.call(tensor(faces.Pixels.ToArray(), [3, 1, 48, 48]).to(ScalarType.Float32).div(255));
        var expected = nn.functional.softmax(logits.narrow(1, 0, 7), 1).data<float>().ToArray().Chunk(7);

        var all = new FaceExplainer(network, faces.ClassNames, Here, occlusion: new() { Patch = 24, Stride = 24 }).Explain(faces);

        Assert.All(expected.Zip(all), pair => Assert.Equal(pair.First.Max(), pair.Second.Probability, 1e-5));
    }

    [Fact]
    public void Should_Write_Every_Figure_As_Json()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        using var network = ModelCatalog.Find("small-vgg").Create(7);
        var faces = SampleFaces.Generate(100, 2).Select([1]);
        var explainer = new FaceExplainer(network, faces.ClassNames, Here);
        var all = explainer.Explain(faces);

        var json = JsonDocument.Parse(ExplanationJson.Write(all, explainer, "small-vgg, w.safetensors", "some faces")).RootElement;

        Assert.Equal("emotion-explanation/1", json.GetProperty("schema").GetString());
        Assert.Equal("features.conv4b.layers.relu", json.GetProperty("layer").GetProperty("name").GetString());
        Assert.Equal(8, json.GetProperty("occlusion").GetProperty("patch").GetInt32());
        var face = Assert.Single(json.GetProperty("faces").EnumerateArray());
        Assert.Equal(all[0].Label, face.GetProperty("label").GetString());
        Assert.Equal(all[0].Probability, face.GetProperty("probability").GetDouble());
        Assert.Equal(all[0].Occlusion.Highest, face.GetProperty("occlusion").GetProperty("highest").GetSingle());
        Assert.Equal(all[0].Occlusion.Centre!.Value.Y, face.GetProperty("occlusion").GetProperty("centre").GetProperty("y").GetDouble());
    }
}
