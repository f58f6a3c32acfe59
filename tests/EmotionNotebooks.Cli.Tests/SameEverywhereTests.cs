using System.Globalization;
using System.Text.Json.Nodes;
using EmotionNotebooks.Export;
using EmotionNotebooks.Faces;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Cli.Tests;

/// <summary>One photo, read by the library, on the command line, in a notebook and through the web's API; the camera's tests do the same with a frame.</summary>
[Collection(NotebookRuns.Name)]
[Trait("Needs", "SystemStack")]
public sealed class SameEverywhereTests : IDisposable
{
    private const double Tolerance = 1e-6;

    private static readonly string Picture = Path.Combine(Command.Root, "data", "pictures", "astronaut.jpg");

    private static readonly Lazy<double[]> Expected = new(Read);

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Should_Be_The_Same_On_The_Command_Line()
    {
        var run = Command.Emotion(_folder.Path, "predict", Picture, "--json", _folder.File("readings.jsonl"));

        Assert.True(run.ExitCode == 0, run.Error);
        Same(JsonNode.Parse(File.ReadAllText(_folder.File("readings.jsonl")))!["faces"]!);
    }

    [Fact]
    public void Should_Be_The_Same_In_A_Notebook()
    {
        Assert.SkipUnless(Stack.IsSystem, "Needs=SystemStack: it takes Debian's Jupyter");
        var libraries = Path.Combine(Command.Root, "lib", "EmotionNotebooks.Interactive", "bin", "notebook");
        File.WriteAllText(_folder.File("read.dib"), $$"""
            #!csharp

            #r "{{libraries}}/EmotionNotebooks.dll"
            using System.Globalization;
            using EmotionNotebooks.Export;
            using EmotionNotebooks.Faces;
            using EmotionNotebooks.Training;
            var reader = new EmotionReader(ModelFile.Load(DefaultWeights.Find()), FaceDetectors.Create(), ComputeTarget.Choose(new TrainingOptions()));
            Console.WriteLine(string.Join(" ", reader.Read(Photo.Read("{{Picture}}")).Faces[0].Probabilities.Select(p => p.ToString("R", CultureInfo.InvariantCulture))));
            """);
        Assert.Equal(0, Command.Emotion(_folder.Path, "convert", _folder.File("read.dib")).ExitCode);

        var run = Command.Emotion(_folder.Path, "notebooks", _folder.File("read.ipynb"), "--to", "ipynb", "--out", _folder.File("out"));

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        var output = JsonNode.Parse(File.ReadAllText(_folder.File("out/read.ipynb")))!["cells"]![0]!["outputs"]![0]!["text"]!;
        var text = output is JsonArray lines ? string.Concat(lines.Select(line => (string)line!)) : (string)output!;
        Same([.. text.Trim().Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture))]);
    }

    [Fact]
    public async Task Should_Be_The_Same_On_The_Web()
    {
        using var server = Command.Start(_folder.Path, [], "dotnet", Path.Combine(AppContext.BaseDirectory, "emotion.dll"), "serve", "--port", "0");
        var first = await server.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1));
        using var client = new HttpClient { BaseAddress = new Uri(first!["page".Length..].Trim()) };
        using var body = new ByteArrayContent(await File.ReadAllBytesAsync(Picture));
        body.Headers.ContentType = new("image/jpeg");

        using var answer = await client.PostAsync("v1/predict", body);

        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        Same(JsonNode.Parse(text)!["pictures"]![0]!["faces"]!);
        Command.Run(_folder.Path, [], "kill", $"{server.Id}");
        Assert.True(server.WaitForExit(TimeSpan.FromSeconds(30)));
    }

    public void Dispose() => _folder.Dispose();

    private static void Same(JsonNode faces) =>
        Same([.. faces.AsArray().Single()!["probabilities"]!.AsObject().Select(it => (double)it.Value!)]);

    private static void Same(double[] found)
    {
        Assert.Equal(Expected.Value.Length, found.Length);
        Assert.All(Expected.Value.Zip(found), pair => Assert.InRange(pair.Second, pair.First - Tolerance, pair.First + Tolerance));
    }

    private static double[] Read()
    {
        var target = ComputeTarget.Choose(new TrainingOptions { Device = "cpu" });
        using var reader = new EmotionReader(ModelFile.Load(DefaultWeights.Find()), FaceDetectors.Create(), target);
        var face = reader.Read(Photo.Read(Picture)).Faces.Single();
        Assert.Equal("happy", face.Predicted);
        return [.. face.Probabilities.Select(p => (double)p)];
    }
}
