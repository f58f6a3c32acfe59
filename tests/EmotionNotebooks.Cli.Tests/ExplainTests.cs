using System.Text.Json;

namespace EmotionNotebooks.Cli.Tests;

[Trait("Needs", "Libtorch")]
public sealed class ExplainTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Should_Draw_Sheets_And_Write_Figures_When_Faces_Are_Sought_Named_Or_Given_As_Pictures()
    {
        var weights = Train();
        var sheet = _folder.File("sheet.png");
        var figures = _folder.File("figures.json");

        var sought = Explain(weights, "--samples", "200", "--count", "3", "--out", sheet, "--json", figures);

        Assert.Contains("PublicTest of", sought, StringComparison.Ordinal);
        Assert.Contains("features.conv4b.layers.relu: 6×6 cells, 8 pixels apart", sought, StringComparison.Ordinal);
        Assert.Contains($"sheet: {sheet}", sought, StringComparison.Ordinal);
        Assert.Equal([8, 2], File.ReadAllBytes(sheet)[24..26]); // 8 bits, colour
        var faces = Faces(figures);
        Assert.Equal(["angry", "disgust", "fear"], faces.Select(face => face.GetProperty("label").GetString()));
        Assert.All(faces, face => Assert.InRange(face.GetProperty("probability").GetDouble(), 1 / 7.0, 1));

        // The same face by its origin, for another class, with every map as a picture.
        var origin = faces[1].GetProperty("origin").GetString()!;
        Explain(weights, "--samples", "200", "--face", origin["row ".Length..], "--why", "Happy", "--out", _folder.File("maps"), "--json", figures);
        var face = Assert.Single(Faces(figures));
        Assert.Equal((origin, "disgust", "happy"), (face.GetProperty("origin").GetString(), face.GetProperty("label").GetString(), face.GetProperty("explained").GetString()));
        Assert.Equal(["001-gradcam.png", "001-occlusion.png", "sheet.png"], Directory.GetFiles(_folder.File("maps")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        // A picture of that face.
        var picture = _folder.File("maps/001-gradcam.png");
        Explain(weights, "--picture", picture, "--picture", picture, "--out", sheet, "--json", figures);
        Assert.All(Faces(figures), it => Assert.Equal((picture, JsonValueKind.Null), (it.GetProperty("origin").GetString(), it.GetProperty("label").ValueKind)));
        Assert.Equal(2, Faces(figures).Length);

        Explain(weights, "--samples", "200", "--wrong", "--count", "4", "--out", sheet, "--json", figures);
        var wrong = Faces(figures);
        Assert.All(wrong, it => Assert.NotEqual(it.GetProperty("label").GetString(), it.GetProperty("predicted").GetString()));
        Assert.Equal(wrong.Select(Probability).OrderDescending(), wrong.Select(Probability));

        Explain(weights, "--samples", "200", "--class", "sad", "--layer", "features.conv3a", "--patch", "16", "--stride", "8", "--out", sheet, "--json", figures);
        Assert.All(Faces(figures), it => Assert.Equal("sad", it.GetProperty("label").GetString()));

        Refused(weights, "there is no layer 'head' with a map of the face; there are: features.conv1a.layers.conv,", "--layer", "head");
        Refused(weights, "--class is 'bored'; it must be one of angry, disgust, fear, happy, sad, surprise, neutral", "--class", "bored");
        Refused(weights, "--why is 'bored'; it must be one of angry,", "--why", "bored");
        Refused(weights, "--face is '999'; 100 sample faces", "--face", "999");
        Refused(weights, "nowhere.png: no such file; expected a picture (PNG, JPEG, BMP or WebP)", "--picture", "nowhere.png");
        Refused(weights, $"{weights}: no picture, it begins with", "--picture", weights);
        Refused(weights, "Stride is 9; it must be at most the square's side, 8", "--stride", "9");

        static double Probability(JsonElement face) => face.GetProperty("probability").GetDouble();
    }

    [Theory]
    [InlineData("--count is 0; it must be from 1 to 200", "--count", "0")]
    [InlineData("--picture takes the place of --data, --face, --class and --wrong; leave out one or the others", "--picture", "a.png", "--wrong")]
    [InlineData("--picture takes the place of --data, --face, --class and --wrong; leave out one or the others", "--picture", "a.png", "--data", "a.csv")]
    [InlineData("--face names the faces; --class and --wrong search for some: leave out one or the others", "--face", "3", "--class", "sad")]
    [InlineData("--precision is bf16; maps are computed in fp32, since a rounded probability hides small losses", "--precision", "bf16")]
    public void Should_Say_What_Is_Right_Before_Anything_Is_Read(string message, params string[] options)
    {
        var weights = _folder.File("w.safetensors");
        File.WriteAllText(weights, "");

        var result = Command.Emotion(_folder.Path, ["explain", weights, .. options]);

        Assert.Equal((2, $"emotion: {message}", ""), (result.ExitCode, result.Error, result.Output));
    }

    [Fact]
    public void Should_Name_The_Missing_Weights()
    {
        var result = Command.Emotion(_folder.Path, "explain", "a.safetensors");

        Assert.Equal((2, "emotion: a.safetensors: no such file; 'emotion train' writes best.safetensors into its folder"), (result.ExitCode, result.Error));
    }

    public void Dispose() => _folder.Dispose();

    private string Train()
    {
        var run = _folder.File("run");
        var trained = Command.Emotion(_folder.Path, "train", "--samples", "200", "--model", "small-vgg", "--epochs", "1", "--seed", "3", "--out", run);
        Assert.True(trained.ExitCode == 0, trained.Error);
        return Path.Combine(run, "best.safetensors");
    }

    private string Explain(string weights, params string[] options)
    {
        var result = Command.Emotion(_folder.Path, ["explain", weights, .. options]);
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Output;
    }

    private void Refused(string weights, string message, params string[] options)
    {
        var samples = options[0] == "--picture" ? Array.Empty<string>() : ["--samples", "100"];
        var result = Command.Emotion(_folder.Path, ["explain", weights, .. samples, .. options]);
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"emotion: {message}", result.Error, StringComparison.Ordinal);
    }

    private static JsonElement[] Faces(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return [.. document.RootElement.GetProperty("faces").EnumerateArray().Select(face => face.Clone())];
    }
}
