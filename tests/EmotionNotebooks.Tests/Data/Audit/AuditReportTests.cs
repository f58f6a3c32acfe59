using System.Text.Json;
using System.Text.RegularExpressions;
using EmotionNotebooks.Data.Audit;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace EmotionNotebooks.Tests.Data.Audit;

public sealed partial class AuditReportTests : IDisposable
{
    private const string Hostile = "<script>alert(1)</script>&\"'";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Should_Name_Every_Face_Of_Every_Finding_In_The_Json()
    {
        var (_, path) = AuditReport.Write(FaceAudit.Of(FaceAuditTests.Faces(Votes())), _folder.File("new/audit"));

        using var json = JsonDocument.Parse(File.ReadAllText(path));
        var root = json.RootElement;
        Assert.Equal((1, 12, 3, "twelve faces"), (
            root.GetProperty("version").GetInt32(), root.GetProperty("faces").GetInt32(), root.GetProperty("withheld").GetInt32(),
            root.GetProperty("source").GetString()));
        Assert.Equal(2, root.GetProperty("splits").GetProperty("Training").GetProperty("angry").GetInt32());
        Assert.Equal(["0 row 1 Training angry", "4 row 5 Training angry"], Faces(root.GetProperty("identical")[0]));
        Assert.Equal(["1 row 2 Training disgust", "5 row 6 Training surprise"], Faces(root.GetProperty("identical")[1]));
        Assert.Equal([(false, false), (true, false)], root.GetProperty("identical").EnumerateArray().Select(Flags));
        Assert.Equal([(false, true), (false, true)], root.GetProperty("nearlyIdentical").EnumerateArray().Select(Flags));
        Assert.True(root.GetProperty("pairs")[0].GetProperty("mirrored").GetBoolean());
        Assert.Equal([8, 9], root.GetProperty("blank").EnumerateArray().Select(face => face.GetProperty("index").GetInt32()));
        Assert.Equal([8], root.GetProperty("noFaces").EnumerateArray().Select(face => face.GetProperty("index").GetInt32()));
        Assert.Equal("anger", Assert.Single(root.GetProperty("contradicted").EnumerateArray()).GetProperty("crowd").GetString());

        static (bool, bool) Flags(JsonElement group) => (group.GetProperty("conflict").GetBoolean(), group.GetProperty("across").GetBoolean());

        static string[] Faces(JsonElement group) => [.. group.GetProperty("faces").EnumerateArray().Select(face =>
            $"{face.GetProperty("index")} {face.GetProperty("origin")} {face.GetProperty("split")} {face.GetProperty("label")}")];
    }

    [Fact]
    public void Should_Leave_Out_Of_The_Json_What_Only_The_Crowd_Can_Tell()
    {
        var (_, path) = AuditReport.Write(FaceAudit.Of(FaceAuditTests.Faces()), _folder.Path);

        using var json = JsonDocument.Parse(File.ReadAllText(path));
        Assert.False(json.RootElement.TryGetProperty("noFaces", out _));
        Assert.False(json.RootElement.TryGetProperty("contradicted", out _));
    }

    [Fact]
    public void Should_Show_Counts_Labels_And_Pictures_On_The_Page()
    {
        var html = Page(FaceAuditTests.Faces(Votes()));

        Assert.Contains("12 faces, 10 different pictures", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">identical pictures</th><td>2</td><td>4</td><td>33.33%</td>", html, StringComparison.Ordinal);
        Assert.Contains("1 group with different labels", html, StringComparison.Ordinal);
        Assert.Contains("<li>row 6, Training: <b>surprise</b></li>", html, StringComparison.Ordinal);
        Assert.Contains("crowd: <b>anger</b> 8/10", html, StringComparison.Ordinal);
        Assert.Contains("PrivateTest: 3 withheld and in none of these numbers", html, StringComparison.Ordinal);
        // One picture for each group of identical ones, two for each of nearly identical ones; blank, no face, contradicted.
        Assert.Equal(2 + 4 + 2 + 1 + 1, Regex.Count(html, "<img "));
    }

    [Fact]
    public void Should_Show_Some_And_Say_How_Many_There_Are()
    {
        var drawn = SampleFaces.Generate(70, 4);
        var many = drawn.Select([.. Enumerable.Range(0, 50).Concat(Enumerable.Range(0, 50))]);

        var html = Page(many);

        Assert.Equal(40, Regex.Count(html, "<img "));
        Assert.Contains("50 groups in ", html, StringComparison.Ordinal);
        Assert.Contains("the first 40 are shown", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Keep_Hostile_Names_As_Text_And_Refer_To_Nothing_Outside()
    {
        var faces = FaceAuditTests.Faces();
        var hostile = new FaceSet(faces.Pixels, faces.Labels.ToArray(), faces.Splits.ToArray(), Hostile,
            [.. Enumerable.Range(0, 7).Select(label => $"{Hostile}{label}")])
        {
            Origins = FaceOrigins.Named([.. Enumerable.Range(0, 12).Select(face => $"train/{Hostile}/{face}.png")]),
        };

        var html = Page(hostile);

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        var text = html[html.IndexOf("<body>", StringComparison.Ordinal)..];
        Assert.Equal(text.Count(c => c == '<'), text.Count(c => c == '>'));
        Assert.Contains("train/&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;/4.png", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        Assert.All(Addresses().Matches(html), address => Assert.Matches("^(#[a-z-]+|audit\\.json|data:image/png;base64,[A-Za-z0-9+/=]+)$", address.Groups[1].Value));
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Needs", "Vision")]
    public void Should_Show_The_Very_Pixels_Of_A_Face()
    {
        var faces = FaceAuditTests.Faces();
        var path = _folder.File("face.png");
        foreach (var face in new[] { 0, 6, 8, 9 })
        {
            File.WriteAllBytes(path, GreyPng.Encode(faces.Face(face)));

            using var picture = Image.Load<L8>(path);
            Assert.Equal((FaceSet.Side, FaceSet.Side), (picture.Width, picture.Height));
            for (var i = 0; i < FaceSet.PixelsPerFace; i++)
                Assert.Equal(faces.Face(face)[i], picture[i % FaceSet.Side, i / FaceSet.Side].PackedValue);
        }
    }

    private static FaceVotes Votes()
    {
        var votes = new byte[12 * FaceVotes.Choices];
        for (var face = 0; face < 12; face++)
            votes[face * FaceVotes.Choices + 8] = 10;
        new byte[] { 0, 0, 0, 0, 8, 2, 0, 0, 0, 0 }.CopyTo(votes, FaceVotes.Choices);
        new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 10 }.CopyTo(votes, 8 * FaceVotes.Choices);
        return new(votes);
    }

    private string Page(FaceSet faces) => File.ReadAllText(AuditReport.Write(FaceAudit.Of(faces), _folder.Path).Page);

    [GeneratedRegex("""\b(?:src|href|action|srcset|data|poster)\s*=\s*["]([^"]*)["]""")]
    private static partial Regex Addresses();
}
