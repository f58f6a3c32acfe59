using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EmotionNotebooks.Web.Api;

namespace EmotionNotebooks.Web.Tests;

/// <summary>Bodies that are wrong in every way that was thought of: each gets a 4xx that says what is wrong, and the server lives.</summary>
[Trait("Needs", "Libtorch")]
public sealed class MalformedTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private static readonly (string Type, string File)[] Whole =
        [("image/png", "colour.png"), ("image/jpeg", "colour.jpg"), ("image/jpeg", "progressive.jpg"), ("image/webp", "colour.webp"), ("image/bmp", "colour.bmp")];

    private static readonly byte[] Zip = [(byte)'P', (byte)'K', 3, 4, .. new byte[26], .. "evil.exe"u8];

    private RunningServer Running => shared.Running;

    [Fact]
    public async Task Should_Refuse_Pictures_That_Are_Cut_Off_Anywhere()
    {
        foreach (var (type, file) in Whole)
        {
            var whole = Repository.Picture(file);
            foreach (var length in Enumerable.Range(0, 40).Select(i => i * whole.Length / 40).Append(whole.Length - 1))
            {
                using var answer = await Running.Send(whole[..length], type);
                await RequireRefused(answer, $"{file} of {length} bytes", HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnsupportedMediaType);
            }
        }
    }

    [Fact]
    public async Task Should_Refuse_Pictures_Of_Another_Type_Than_They_Say()
    {
        foreach (var (type, file) in Whole)
        {
            foreach (var other in Whole.Select(it => it.Type).Distinct().Where(it => it != type))
            {
                using var answer = await Running.Send(Repository.Picture(file), other);
                await RequireRefused(answer, $"{file} as {other}", HttpStatusCode.UnsupportedMediaType);
            }
        }
    }

    [Fact]
    public async Task Should_Refuse_Pictures_That_Are_Something_Else_As_Well()
    {
        byte[][] tails = [Zip, [.. "<script>alert(1)</script>"u8], [.. "%PDF-1.7"u8], [0x7F, .. "ELF"u8], [.. "GIF89a"u8], [0, 0, 1]];
        foreach (var (type, file) in Whole)
        {
            foreach (var tail in tails)
            {
                using var answer = await Running.Send([.. Repository.Picture(file), .. tail], type);
                await RequireRefused(answer, $"{file} with {Convert.ToHexString(tail)}", HttpStatusCode.UnprocessableEntity);
            }
        }
    }

    [Theory]
    [InlineData("GIF89a\u0001\u0000\u0001\u0000/*", "image/png")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "image/png")]
    [InlineData("<html><body>", "image/jpeg")]
    [InlineData("#!/bin/sh\necho", "application/octet-stream")]
    [InlineData("II*\u0000", "application/octet-stream")]
    [InlineData("RIFF\u0004\u0000\u0000\u0000WAVE", "image/webp")]
    [InlineData("{}", "application/octet-stream")]
    public async Task Should_Refuse_What_Is_No_Picture(string text, string type)
    {
        using var answer = await Running.Send(Encoding.Latin1.GetBytes(text), type);
        await RequireRefused(answer, text, HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    [InlineData("image/gif")]
    [InlineData("image/svg+xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("nonsense")]
    [InlineData(null)]
    public async Task Should_Refuse_Other_Content_Types(string? type)
    {
        using var answer = await Running.Send(TestPictures.Face(0), type);
        await RequireRefused(answer, type ?? "none", HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Should_Refuse_A_Hundred_Megapixels_Before_Decoding()
    {
        // 100 MB of zeros in 100 kB: a whole PNG that a decoder would unpack.
        var bomb = TestPictures.Blank(10_000, 10_000);
        Assert.InRange(bomb.Length, 1, 1_000_000);
        var before = GC.GetTotalAllocatedBytes();

        using var answer = await Running.Send(bomb, "image/png");

        await RequireRefused(answer, "100 megapixels", HttpStatusCode.RequestEntityTooLarge);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 20_000_000);
    }

    [Theory]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(1, int.MaxValue)]
    [InlineData(65_536, 65_536)]
    [InlineData(0, 48)]
    [InlineData(-1, -1)]
    public async Task Should_Refuse_Headers_That_Promise_The_Impossible(int width, int height)
    {
        using var answer = await Running.Send(TestPictures.Png(width, height, new byte[100]), "image/png");
        await RequireRefused(answer, $"{width}×{height}", HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Should_Refuse_A_Picture_Whose_Data_Unpack_To_More_Than_Its_Size()
    {
        using var answer = await Running.Send(TestPictures.Png(48, 48, new byte[200_000_000]), "image/png");

        // Its 48 × 48 pixels are whole; a decoder may take them and leave the rest packed.
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            await RequireRefused(answer, "200 MB for 48×48", HttpStatusCode.UnprocessableEntity);
        }
    }

    [Fact]
    public async Task Should_Never_Fail_When_Bytes_Are_Changed_At_Random()
    {
        var random = new Random(5);
        foreach (var (type, file) in Whole)
        {
            for (var i = 0; i < 60; i++)
            {
                var changed = Repository.Picture(file);
                for (var k = 0; k < 1 + i / 10; k++)
                {
                    changed[random.Next(changed.Length)] = (byte)random.Next(256);
                }

                using var answer = await Running.Send(changed, type);
                if (answer.StatusCode != HttpStatusCode.OK)
                {
                    await RequireRefused(answer, $"{file}, change {i}");
                }
            }
        }
    }

    [Theory]
    [InlineData("multipart/form-data", "--x\r\n\r\n--x--\r\n")]
    [InlineData("multipart/form-data; boundary=", "--x\r\n\r\n--x--\r\n")]
    [InlineData("multipart/form-data; boundary=x", "")]
    [InlineData("multipart/form-data; boundary=x", "--x--\r\n")]
    [InlineData("multipart/form-data; boundary=x", "--y\r\nContent-Disposition: form-data; name=a; filename=a\r\n\r\nabc\r\n--y--\r\n")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=a; filename=a\r\n\r\nabc")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=a\r\n\r\nabc\r\n--x--\r\n")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nnonsense\r\n\r\nabc\r\n--x--\r\n")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\n\r\nabc\r\n--x--\r\n")]
    [InlineData("multipart/form-data; boundary=0123456789012345678901234567890123456789012345678901234567890123456789x", "abc")]
    public async Task Should_Refuse_Malformed_Forms(string type, string text)
    {
        using var answer = await Running.Send(Encoding.ASCII.GetBytes(text), type);
        await RequireRefused(answer, text, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Should_Refuse_A_Form_Whose_Headers_Have_No_End()
    {
        var text = $"--x\r\n{string.Concat(Enumerable.Range(0, 5_000).Select(i => $"A{i}: b\r\n"))}";
        using var answer = await Running.Send(Encoding.ASCII.GetBytes(text), "multipart/form-data; boundary=x");
        await RequireRefused(answer, "headers", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Should_Name_The_Picture_When_One_Of_Several_Is_Damaged()
    {
        using var form = new MultipartFormDataContent
        {
            { RunningServer.Body(TestPictures.Face(0), "image/png"), "p", "good.png" },
            { RunningServer.Body(TestPictures.Face(1)[..200], "image/png"), "p", "bad.png" },
        };

        using var answer = await Running.Client.PostAsync("v1/predict?detect=false", form);

        var problem = await RequireRefused(answer, "the second", HttpStatusCode.UnprocessableEntity);
        Assert.Equal(1, problem.GetProperty("picture").GetInt32());
        Assert.StartsWith("bad.png: ", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_Refuse_More_Pictures_Than_Allowed()
    {
        using var form = new MultipartFormDataContent();
        for (var i = 0; i < 17; i++)
        {
            form.Add(RunningServer.Body(TestPictures.Face(i), "image/png"), "p", $"{i}.png");
        }

        using var answer = await Running.Client.PostAsync("v1/predict", form);
        await RequireRefused(answer, "17 pictures", HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_Refuse_Bodies_That_Are_Too_Large(bool isLengthSaid)
    {
        using var content = new StreamContent(new MemoryStream(new byte[16_000_001]));
        content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/predict") { Content = content };
        request.Headers.TransferEncodingChunked = !isLengthSaid;
        request.Headers.ExpectContinue = true; // the answer comes before the body, which may not be read to its end

        using var answer = await Running.Client.SendAsync(request);

        await RequireRefused(answer, "16 MB and one byte", HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("?detect=maybe")]
    [InlineData("?detect=")]
    [InlineData("?detect=true&detect=false")]
    public async Task Should_Refuse_Wrong_Parameters(string query)
    {
        using var answer = await Running.Send(TestPictures.Face(0), "image/png", query);
        await RequireRefused(answer, query, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("GET", "/v1/predict", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/v1/model", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/v1", HttpStatusCode.NotFound)]
    [InlineData("GET", "/..%2f..%2fetc/passwd", HttpStatusCode.NotFound)]
    [InlineData("POST", "/", HttpStatusCode.MethodNotAllowed)]
    public async Task Should_Refuse_Other_Paths_And_Methods(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await Running.Client.SendAsync(request);
        await RequireRefused(answer, path, status);
    }

    private async Task<JsonElement> RequireRefused(HttpResponseMessage answer, string what, params HttpStatusCode[] statuses)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{what}: {(int)answer.StatusCode} {text}");
        Assert.True(statuses.Length == 0 || statuses.Contains(answer.StatusCode), $"{what}: {(int)answer.StatusCode} {text}");
        Assert.Equal(Problem.ContentType, answer.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(text);
        Assert.Equal((int)answer.StatusCode, json.RootElement.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrEmpty(json.RootElement.GetProperty("detail").GetString()), what);
        Assert.Empty(Running.Log);
        Assert.Equal("{\"status\":\"ok\"}", await Running.Client.GetStringAsync("healthz"));
        return json.RootElement.Clone();
    }
}
