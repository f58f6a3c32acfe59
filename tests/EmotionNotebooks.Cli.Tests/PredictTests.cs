using System.Text.Json;
using System.Text.RegularExpressions;
using EmotionNotebooks.Export;
using EmotionNotebooks.Faces;
using EmotionNotebooks.Training;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace EmotionNotebooks.Cli.Tests;

[Trait("Needs", "OpenCV")]
public sealed class PredictTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Should_Read_Folders_And_Go_On_Where_An_Earlier_Run_Stopped()
    {
        Draw("photos/one.png", 1);
        Draw("photos/in/two.png", 2);
        Draw("photos/none.png", 0);
        File.WriteAllText(_folder.File("photos/broken.jpg"), "no picture");
        var (csv, json) = (_folder.File("all.csv"), _folder.File("all.jsonl"));

        var result = Predict("photos", "--csv", csv, "--json", json, "--annotate", _folder.File("drawn"));

        Assert.Equal(0, result.ExitCode);
        Assert.EndsWith("4 pictures: 2 with 3 faces (" + Uncertain(json) + " uncertain), 1 without a face, 1 unreadable", result.Output, StringComparison.Ordinal);
        Assert.Contains("broken.jpg: no picture, it begins with 'no pictu'", result.Error, StringComparison.Ordinal);
        Assert.Equal(["in/two.png.png", "none.png.png", "one.png.png"], Directory.GetFiles(_folder.File("drawn"), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(_folder.File("drawn"), path)).Order(StringComparer.Ordinal));
        var lines = File.ReadAllLines(csv);
        Assert.StartsWith("picture,network,width,height,faces,face,x,y,box_width,box_height,detection_score,predicted,confidence,uncertain,angry,", lines[0], StringComparison.Ordinal);
        // Commas within quotes part nothing.
        Assert.All(lines, line => Assert.Equal(21, Regex.Replace(line, "\"[^\"]*\"", "").Count(letter => letter == ',')));
        Assert.Equal(6, lines.Length); // the names of columns, three faces, one without, one unreadable
        Assert.Equal(["0", "0", "1", "2", "2"], lines[1..].Select(line => line.Split(',')[4]).Order(StringComparer.Ordinal));

        // What a killed run leaves behind: whole pictures, the last perhaps not whole.
        var whole = File.ReadAllText(csv);
        File.WriteAllText($"{csv}.part", whole[..(whole.LastIndexOf('\n', whole.Length - 2) - 5)]);
        File.Delete(csv);
        File.WriteAllText($"{json}.part", string.Join('\n', File.ReadAllLines(json)[..2]) + "\n{\"pict");
        File.Delete(json);

        var resumed = Predict("photos", "--csv", csv, "--json", json, "--resume");

        Assert.Equal(0, resumed.ExitCode);
        Assert.Contains("; 1 read before", resumed.Output, StringComparison.Ordinal);
        Assert.Equal(whole, File.ReadAllText(csv));
        Assert.Equal(4, File.ReadAllLines(json).Length);
        Assert.False(File.Exists($"{csv}.part"));

        // Another network's readings are not gone on with.
        File.WriteAllText(json, "{\"picture\":\"a.png\",\"network\":\"other 123\",\"faces\":[]}\n");
        var other = Predict("photos", "--json", json, "--resume");
        Assert.Equal(2, other.ExitCode);
        Assert.Contains("all.jsonl was read by other 123; --resume needs the same network", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Give_The_Librarys_Probabilities_By_File_Pattern_And_Standard_Input()
    {
        Draw("me.png", 1);
        Draw("you.png", 2);
        using var reader = new EmotionReader(
            ModelFile.Load(DefaultWeights.Find()), FaceDetectors.Create(), ComputeTarget.Choose(new TrainingOptions { Device = "cpu" }));
        var expected = reader.Read(Photo.Read(_folder.File("me.png"))).Faces[0];

        foreach (var face in new[] { Face(Predict("me.png", "--json", "-")), Face(Predict("*.png", "--json", "-")), Face(FromStandardInput("me.png")) })
        {
            Assert.Equal(expected.Predicted, face.GetProperty("predicted").GetString());
            foreach (var (name, probability) in expected.ClassNames.Zip(expected.Probabilities))
            {
                Assert.Equal(probability, face.GetProperty("probabilities").GetProperty(name).GetSingle(), 1e-6);
            }
        }

        var drawn = _folder.File("me-read.png");
        var table = Predict("me.png", "--annotate", drawn, "--uncertain-below", "1");
        Assert.Contains("uncertain", table.Output, StringComparison.Ordinal);
        Assert.Equal((640, 480), (Photo.Read(drawn).Width, Photo.Read(drawn).Height));

        static JsonElement Face(Command.Result result)
        {
            Assert.Equal(0, result.ExitCode);
            return JsonDocument.Parse(result.Output.Split('\n')[0]).RootElement.GetProperty("faces")[0];
        }
    }

    [Fact]
    public void Should_Read_A_Face_As_It_Is_When_Told_So()
    {
        File.WriteAllBytes(_folder.File("face.png"), FacePicture.EncodePng(SampleFaces.Generate(100, 2013).Face(3)));

        var result = Predict("face.png", "--face", "--json", "-");

        Assert.Equal(0, result.ExitCode);
        var face = JsonDocument.Parse(result.Output).RootElement.GetProperty("faces")[0];
        Assert.Equal((48, 1), (face.GetProperty("box").GetProperty("width").GetDouble(), face.GetProperty("detection_score").GetDouble()));
    }

    [Fact]
    public void Should_Fail_When_No_Picture_Can_Be_Read()
    {
        File.WriteAllText(_folder.File("broken.jpg"), "no picture");
        Draw("none.png", 0);

        var broken = Predict("broken.jpg");
        var none = Predict("none.png");

        Assert.Equal(2, broken.ExitCode);
        Assert.Contains("1 picture: 0 with 0 faces (0 uncertain), 0 without a face, 1 unreadable", broken.Output, StringComparison.Ordinal);
        Assert.Equal(0, none.ExitCode);
        Assert.Contains("no face found", none.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere.png: no such file or folder; expected a picture, a folder of pictures, or a pattern such as '*.jpg'", "nowhere.png")]
    [InlineData("- is given beside other pictures; standard input holds one picture and must be alone", "-", "a.png")]
    [InlineData("--json and --csv are both '-'; only one of them can go to standard output", "-", "--json", "-", "--csv", "-")]
    [InlineData("--resume goes on with a file; name it by --json or --csv", "-", "--resume")]
    [InlineData("nowhere.safetensors: no such file; 'emotion train' writes best.safetensors into its folder", "-", "--model", "nowhere.safetensors")]
    [InlineData("there is no detector 'mtcnn'; it must be one of haar, haar-fast, yunet, or a YuNet file (.onnx)", "-", "--detector", "mtcnn")]
    [InlineData("the threshold for uncertain is 2; it must be from 0 to 1", "-", "--uncertain-below", "2")]
    [InlineData("--precision is bf16; faces are read in fp32, so that a face has the same probabilities everywhere", "-", "--precision", "bf16")]
    [InlineData("standard input: empty; expected a picture (PNG, JPEG, BMP or WebP)", "-")]
    public void Should_Say_What_Is_Wrong(string message, params string[] arguments)
    {
        var result = Predict(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Take_The_Weights_That_The_Environment_Names()
    {
        var result = Command.Emotion(_folder.Path, [("MODEL_PATH", "elsewhere.safetensors")], "predict", "-");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("elsewhere.safetensors: no such file; MODEL_PATH must name the .safetensors file of a trained network", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Command.Result Predict(params string[] arguments) => Command.Emotion(_folder.Path, ["predict", .. arguments]);

    private Command.Result FromStandardInput(string picture) => Command.Run(
        _folder.Path, [], "bash", "-c", $"dotnet '{Path.Combine(AppContext.BaseDirectory, "emotion.dll")}' predict - --json - < '{_folder.File(picture)}'");

    private static int Uncertain(string json) => File.ReadLines(json).Select(line => JsonDocument.Parse(line).RootElement)
        .Where(picture => picture.TryGetProperty("faces", out _))
        .Sum(picture => picture.GetProperty("faces").EnumerateArray().Count(face => face.GetProperty("uncertain").GetBoolean()));

    // Sample faces of 160 pixels on grey.
    private void Draw(string name, int faces)
    {
        var samples = SampleFaces.Generate(100, 2013);
        using var picture = new Image<L8>(640, 480, new L8(120));
        for (var f = 0; f < faces; f++)
        {
            for (var i = 0; i < 160 * 160; i++)
            {
                picture[80 + 260 * f + i % 160, 120 + i / 160] = new L8(samples.Face(f)[i / 160 * 3 / 10 * FaceSet.Side + i % 160 * 3 / 10]);
            }
        }

        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(name))!);
        picture.SaveAsPng(_folder.File(name));
    }
}
