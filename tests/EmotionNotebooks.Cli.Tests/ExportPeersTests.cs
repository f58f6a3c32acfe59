using System.Text.Json;
using EmotionNotebooks.Export.Onnx;
using EmotionNotebooks.Metrics;

namespace EmotionNotebooks.Cli.Tests;

/// <summary>Programs that know nothing of this project read the exported files and give the library's answers.</summary>
[Trait("Needs", "Libtorch")]
public sealed class ExportPeersTests(ExportedNetworks exported) : IClassFixture<ExportedNetworks>
{
    private const string Hint = "./emotion setup onnx installs it";

    private static readonly string Modules = Path.Combine(Command.Root, ".emotion", "onnx");

    public static TheoryData<OnnxForm> Forms => [.. Enum.GetValues<OnnxForm>()];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Should_Pass_The_Official_Checker(OnnxForm form)
    {
        var found = Python("check", exported.Path(form));

        Assert.Equal(17, found.GetProperty("opset").GetInt32());
        Assert.Equal("EmotionNotebooks", found.GetProperty("producer").GetString());
        Assert.Equal("""{"input": ["N", 1, 48, 48]}""", found.GetProperty("inputs").GetRawText());
        Assert.Equal("""{"logits": ["N", 7], "probabilities": ["N", 7]}""", found.GetProperty("outputs").GetRawText());
        Assert.Empty(found.GetProperty("disagree").EnumerateArray());
        var metadata = found.GetProperty("metadata");
        Assert.Equal(string.Join(',', exported.Faces.ClassNames), metadata.GetProperty("labels").GetString());
        Assert.Contains("the graph divides by 255", metadata.GetProperty("preprocessing").GetString(), StringComparison.Ordinal);
        Assert.Equal(64, metadata.GetProperty("weights_sha256").GetString()!.Length);
        Assert.DoesNotContain("BatchNormalization", found.GetProperty("operators").EnumerateArray().Select(name => name.GetString()));
        var type = form switch { OnnxForm.Fp32 => "FLOAT", OnnxForm.Fp16 => "FLOAT16", _ => "INT8" };
        var quantised = form == OnnxForm.Int8 ? "_quantized" : "";
        Assert.Equal(type, found.GetProperty("weights").GetProperty($"stem.conv1.layers.conv.weight{quantised}").GetString());
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Should_Give_The_Librarys_Answers_In_OnnxRuntime_For_Node(OnnxForm form)
    {
        foreach (var batch in new[] { 1, 64 })
        {
            ExportedNetworks.RequireSame(form, exported.Library, Node(exported.Path(form), exported.FacesPath, exported.Faces, batch));
        }
    }

    [Fact]
    public void Should_Give_The_Librarys_Answers_In_OpenCv()
    {
        var found = Python("opencv", exported.Path(OnnxForm.Fp32), exported.FacesPath).GetProperty("probabilities");

        ExportedNetworks.RequireSame(OnnxForm.Fp32, exported.Library, ExportedNetworks.Read(found, exported.Faces));
    }

    [Fact]
    [Trait("Needs", "Data")]
    public void Should_Lose_Less_Than_Half_A_Point_In_Int8_On_Real_Faces()
    {
        var path = Path.Combine(Command.Root, "..", "shared", "data", "fer2013.csv.gz");
        path = Environment.GetEnvironmentVariable("EMOTION_DATA") is { Length: > 0 } named ? named : path;
        Assert.SkipUnless(File.Exists(path), "FER-2013 is not here: set EMOTION_DATA to its CSV, or put it at ../shared/data/fer2013.csv.gz");
        var all = FaceFile.Read(path);
        var faces = all.Part(Split.PublicTest);
        var pixels = Path.Combine(exported.Folder, "public.bin");
        File.WriteAllBytes(pixels, faces.Pixels.ToArray());
        var model = Path.Combine(exported.Folder, "real.int8.onnx");
        OnnxExporter.As(OnnxExporter.Describe(ExportedNetworks.Weights), OnnxForm.Int8, all.Part(Split.Training)).Save(model);
        var library = ExportedNetworks.Predict(faces);

        ExportedNetworks.RequireSame(OnnxForm.Int8, library, Node(model, pixels, faces, batch: 64));
        ExportedNetworks.RequireSame(OnnxForm.Fp32, library, Node(exported.Path(OnnxForm.Fp32), pixels, faces, batch: 64));
    }

    private static Predictions Node(string model, string pixels, FaceSet faces, int batch)
    {
        Assert.True(Directory.Exists(Path.Combine(Modules, "node_modules", "onnxruntime-node")), $"onnxruntime-node is not in {Modules}; {Hint}");
        var request = JsonSerializer.Serialize(new { verb = "predict", model, faces = pixels, batch });
        var result = Command.Run(Command.Root, [], "node", Path.Combine(Command.Root, "tests", "peers", "onnx_node.cjs"), Modules, "2", request);
        Assert.True(result.ExitCode == 0, result.Error);
        var answer = JsonDocument.Parse(result.Output).RootElement;
        Assert.False(answer.TryGetProperty("error", out var error), error.ToString());
        return ExportedNetworks.Read(answer.GetProperty("probabilities"), faces);
    }

    private static JsonElement Python(params string[] arguments)
    {
        var result = Command.Run(Command.Root, [], "/usr/bin/python3", [Path.Combine(Command.Root, "tests", "peers", "onnx_check.py"), .. arguments]);
        Assert.True(result.ExitCode == 0, $"{result.Error}\n({Hint})");
        return JsonDocument.Parse(result.Output).RootElement;
    }
}
