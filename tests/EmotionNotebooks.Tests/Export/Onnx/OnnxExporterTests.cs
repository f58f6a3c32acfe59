using EmotionNotebooks.Export;
using EmotionNotebooks.Export.Onnx;
using EmotionNotebooks.Metrics;
using EmotionNotebooks.Models;
using EmotionNotebooks.Training;
using static TorchSharp.torch;

namespace EmotionNotebooks.Tests.Export.Onnx;

/// <summary>What must hold of the export of every network there is.</summary>
[Trait("Needs", "Libtorch")]
public sealed class OnnxExporterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => [.. ModelCatalog.All.Select(model => model.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_Give_The_Networks_Probabilities_When_Written_And_Read_Back(string name)
    {
        var weights = Weights(name);
        var faces = SampleFaces.Generate(100, seed: 3);
        var library = Library(weights, faces);

        foreach (var optimise in new[] { true, false })
        {
            var described = OnnxExporter.Describe(weights, optimise);
            var path = _folder.File("network.onnx");
            described.Save(path);
            var read = OnnxModel.Load(path);

            Assert.Equal(optimise, described.Nodes.All(node => node.Operator != "BatchNormalization"));
            Assert.InRange(Parity(read, library, faces).LargestDifference, 0, OnnxParity.MostDifference);
            Assert.Equal(OnnxWriter.Write(described), OnnxWriter.Write(read));
            Assert.Equal(OnnxWriter.Write(described), OnnxWriter.Write(OnnxExporter.Describe(weights, optimise)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_Stay_Near_The_Network_When_Numbers_Are_Smaller(string name)
    {
        var weights = Weights(name);
        var faces = SampleFaces.Generate(100, seed: 3);
        var library = Library(weights, faces);
        var described = OnnxExporter.Describe(weights);

        var half = OnnxExporter.As(described, OnnxForm.Fp16);
        var eighth = OnnxExporter.As(described, OnnxForm.Int8, SampleFaces.Generate(100, seed: 4));

        Assert.InRange(Parity(half, library, faces).LargestDifference, 1e-9f, 0.01f);
        Assert.InRange(Parity(eighth, library, faces).LargestDifference, 1e-6f, 0.1f);
        var (whole, two, one) = (Size(described), Size(half), Size(eighth));
        Assert.InRange(two, 0.49 * whole, 0.56 * whole);
        Assert.InRange(one, 0.24 * whole, 0.36 * whole);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_Know_The_Shape_Of_Every_Value(string name)
    {
        var described = OnnxExporter.Describe(Weights(name));
        var shapes = described.Values.Concat(described.Outputs).ToDictionary(value => value.Name, value => value.Shape);
        var seen = 0;

        using var evaluator = new OnnxEvaluator(described);
        using var result = evaluator.Run(zeros(2, 1, 48, 48), (value, computed) =>
        {
            Assert.Equal([2, .. shapes[value].Skip(1)], computed.shape);
            seen++;
        });

        Assert.Equal(described.Nodes.Count, seen);
    }

    [Fact]
    public void Should_Name_The_Module_When_It_Has_No_Nodes()
    {
        using var network = nn.Sequential(("inner", new Strange()));

        var refused = Assert.Throws<NotSupportedException>(() => NetworkGraph.Of(network, "strange", fold: false, new Dictionary<string, string>()));

        Assert.StartsWith("'inner' is a Strange, which has no ONNX nodes yet: let it implement IOnnxModule", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Refuse_Int8_When_Batch_Norms_Are_Left_Or_Faces_Are_Missing()
    {
        var weights = Weights("nine-conv");
        var faces = SampleFaces.Generate(100, seed: 4);

        Assert.Throws<ArgumentException>(() => OnnxExporter.As(OnnxExporter.Describe(weights, optimise: false), OnnxForm.Int8, faces));
        Assert.Throws<ArgumentNullException>(() => OnnxExporter.As(OnnxExporter.Describe(weights), OnnxForm.Int8));
    }

    public void Dispose() => _folder.Dispose();

    // A few steps move weights and running statistics away from their start.
    private string Weights(string name)
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        using var network = ModelCatalog.Find(name).Create(Emotions.Count);
        var faces = SampleFaces.Generate(100, seed: 2);
        using var optimizer = optim.SGD(network.parameters(), 0.02);
        using var data = new DeviceFaces(faces, CPU);
        for (var step = 0; step < 3; step++)
        {
            var (batch, labels) = data.Slice(step * 24, 24);
            network.zero_grad();
            nn.functional.cross_entropy(network.call(batch), labels).backward();
            optimizer.step();
        }

        var path = _folder.File($"{name}.safetensors");
        ModelFile.Save(path, network, name, Emotions.Names);
        return path;
    }

    private static Predictions Library(string weights, FaceSet faces)
    {
        using var network = ModelFile.Load(weights).Network;
        using var evaluator = new Evaluator(network, faces, new ComputeTarget(CPU, UsesBf16: false));
        return evaluator.Predict();
    }

    private static OnnxParity Parity(OnnxModel model, Predictions library, FaceSet faces)
    {
        using var evaluator = new OnnxEvaluator(model);
        return OnnxParity.Of(library, evaluator.Predict(faces));
    }

    private static double Size(OnnxModel model) => OnnxWriter.Write(model).Length;

    private sealed class Strange : nn.Module<Tensor, Tensor>
    {
        public Strange()
            : base(nameof(Strange))
        {
        }

        public override Tensor forward(Tensor input) => input;
    }
}
