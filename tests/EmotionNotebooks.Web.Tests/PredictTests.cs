using System.Net;
using System.Text.Json;
using EmotionNotebooks.Data;
using EmotionNotebooks.Faces;

namespace EmotionNotebooks.Web.Tests;

[Trait("Needs", "Libtorch")]
public sealed class PredictTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const double Tolerance = 1e-5;

    private RunningServer Running => shared.Running;

    [Theory]
    [InlineData("image/png")]
    [InlineData("application/octet-stream")]
    [InlineData("IMAGE/PNG; a=b")]
    public async Task Should_Give_The_Readers_Probabilities_For_A_Face(string type)
    {
        using var answer = await Running.Send(TestPictures.Face(3), type, "?detect=false");

        using var json = await Json(answer);
        var face = Assert.Single(Faces(json, 0));
        Assert.Equal("fer-resnet", json.RootElement.GetProperty("model").GetString());
        RequireSame(Running.Reader.Classify(TestPictures.Pixels(3)), face);
        Assert.Equal(new FaceBox(0, 0, 48, 48), BoxOf(face));
    }

    [Theory]
    [InlineData("colour.jpg", "image/jpeg")]
    [InlineData("colour.webp", "image/webp")]
    [InlineData("colour.bmp", "image/bmp")]
    [InlineData("turned-wide-6.jpg", "image/jpeg")]
    public async Task Should_Read_Every_Format_As_The_Library_Does(string name, string type)
    {
        var encoded = Repository.Picture(name);
        using var answer = await Running.Send(encoded, type, "?detect=false");

        using var json = await Json(answer);
        var pixels = new byte[FaceSet.PixelsPerFace];
        FacePicture.Decode(encoded, pixels, name);
        RequireSame(Running.Reader.Classify(pixels), Assert.Single(Faces(json, 0)));
        var photo = Photo.Decode(encoded, name);
        Assert.Equal((photo.Width, photo.Height), SizeOf(json, 0));
    }

    [Fact]
    public async Task Should_Find_The_Faces_That_The_Reader_Finds()
    {
        var sheet = TestPictures.Sheet(4);
        using var answer = await Running.Send(sheet, "image/png");

        using var json = await Json(answer);
        var expected = Running.Reader.Read(Photo.Decode(sheet, "picture 1"));
        var found = Faces(json, 0);
        Assert.Equal(expected.Faces.Count, found.Length);
        Assert.NotEmpty(found);
        for (var i = 0; i < found.Length; i++)
        {
            Assert.Equal(expected.Faces[i].Box.X, BoxOf(found[i]).X, 0.01);
            Assert.Equal(expected.Faces[i].Predicted, found[i].GetProperty("predicted").GetString());
            RequireSame(expected.Faces[i].Probabilities, found[i]);
        }
    }

    [Fact]
    public async Task Should_Find_Upright_Faces_Quickly()
    {
        using var answer = await Running.Send(TestPictures.Sheet(4), "image/png", "?detect=quick");

        using var json = await Json(answer);
        var thorough = Running.Reader.Read(Photo.Decode(TestPictures.Sheet(4), "picture 1"));
        Assert.NotEmpty(Faces(json, 0));
        Assert.All(Faces(json, 0), face => Assert.Contains(thorough.Faces, other => other.Box.IntersectionOverUnion(BoxOf(face)) > 0.6));
    }

    [Fact]
    public async Task Should_Find_No_Face_In_A_Blank_Picture()
    {
        using var answer = await Running.Send(TestPictures.Blank(320, 200), "image/png");

        using var json = await Json(answer);
        Assert.Empty(Faces(json, 0));
        Assert.Equal((320, 200), SizeOf(json, 0));
    }

    [Fact]
    public async Task Should_Answer_For_Each_File_Of_A_Form_In_Order()
    {
        using var form = new MultipartFormDataContent();
        for (var i = 0; i < 5; i++)
        {
            form.Add(RunningServer.Body(TestPictures.Face(i), i % 2 == 0 ? "image/png" : null), "pictures", $"gesicht-{i} ü.png");
        }

        using var answer = await Running.Client.PostAsync("v1/predict?detect=false", form);

        using var json = await Json(answer);
        Assert.Equal(5, json.RootElement.GetProperty("pictures").GetArrayLength());
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal($"gesicht-{i} ü.png", json.RootElement.GetProperty("pictures")[i].GetProperty("name").GetString());
            RequireSame(Running.Reader.Classify(TestPictures.Pixels(i)), Assert.Single(Faces(json, i)));
        }
    }

    [Fact]
    public async Task Should_Give_Each_Client_Its_Own_Answer_When_Many_Ask_At_Once()
    {
        var expected = Enumerable.Range(0, 100).Select(i => Running.Reader.Classify(TestPictures.Pixels(i))).ToArray();

        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(async i =>
        {
            using var answer = await Running.Send(TestPictures.Face(i % 100), "image/png", "?detect=false");
            return (answer.StatusCode, Text: await answer.Content.ReadAsStringAsync());
        }));

        Assert.All(answers, it => Assert.True(it.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, it.Text));
        Assert.True(answers.Count(it => it.StatusCode == HttpStatusCode.OK) >= 64, "as many as may be in flight must be answered");
        for (var i = 0; i < answers.Length; i++)
        {
            if (answers[i].StatusCode == HttpStatusCode.OK)
            {
                using var json = JsonDocument.Parse(answers[i].Text);
                RequireSame(expected[i % 100], Assert.Single(Faces(json, 0)));
            }
        }

        Assert.Contains("emotion_batch_faces_bucket{le=\"16\"}", await Running.Client.GetStringAsync("metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_Say_Which_Network_It_Is()
    {
        using var json = JsonDocument.Parse(await Running.Client.GetStringAsync("v1/model"));

        Assert.Equal("fer-resnet", json.RootElement.GetProperty("name").GetString());
        Assert.Equal(Emotions.Names, json.RootElement.GetProperty("classes").EnumerateArray().Select(name => name.GetString()!));
        Assert.Equal(2_812_439, json.RootElement.GetProperty("parameters").GetInt64());
    }

    private static async Task<JsonDocument> Json(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(text);
    }

    private static JsonElement[] Faces(JsonDocument json, int picture) =>
        [.. json.RootElement.GetProperty("pictures")[picture].GetProperty("faces").EnumerateArray()];

    private static (int Width, int Height) SizeOf(JsonDocument json, int picture)
    {
        var it = json.RootElement.GetProperty("pictures")[picture];
        return (it.GetProperty("width").GetInt32(), it.GetProperty("height").GetInt32());
    }

    private static FaceBox BoxOf(JsonElement face)
    {
        var box = face.GetProperty("box");
        return new(Number("x"), Number("y"), Number("width"), Number("height"));

        double Number(string name) => box.GetProperty(name).GetDouble();
    }

    private static void RequireSame(IReadOnlyList<float> expected, JsonElement face)
    {
        var found = face.GetProperty("probabilities").EnumerateObject().Select(it => it.Value.GetDouble()).ToArray();
        Assert.Equal(expected.Count, found.Length);
        Assert.All(found.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, Tolerance));
        Assert.Equal(found.Max(), face.GetProperty("confidence").GetDouble(), Tolerance);
    }
}
