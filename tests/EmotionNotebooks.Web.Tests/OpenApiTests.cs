using System.Net;
using System.Text.Json;
using EmotionNotebooks.Web.Api;

namespace EmotionNotebooks.Web.Tests;

/// <summary>The document against what is answered.</summary>
[Trait("Needs", "Libtorch")]
public sealed class OpenApiTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private static readonly string[] OfThePage = ["/", "/page.css", "/page.js"];

    private HttpClient Client => shared.Running.Client;

    [Fact]
    public async Task Should_List_Every_Path_And_Method()
    {
        using var document = await Document();

        var paths = document.RootElement.GetProperty("paths").EnumerateObject().ToArray();
        Assert.Equal(Endpoints.Paths.Except(OfThePage).Order(), paths.Select(path => path.Name).Order());
        foreach (var path in paths)
        {
            foreach (var method in path.Value.EnumerateObject())
            {
                using var request = new HttpRequestMessage(new HttpMethod(method.Name.ToUpperInvariant()), path.Name);
                using var answer = await Client.SendAsync(request);
                Assert.False(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, path.Name);
                Assert.True(method.Value.GetProperty("responses").TryGetProperty($"{(int)answer.StatusCode}", out _), $"{method.Name} {path.Name}: {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task Should_Take_The_Content_Types_It_Lists_And_No_Others()
    {
        using var document = await Document();
        var listed = document.RootElement.GetProperty("paths").GetProperty("/v1/predict").GetProperty("post").GetProperty("requestBody").GetProperty("content");

        foreach (var type in listed.EnumerateObject().Select(it => it.Name).Where(type => type != "multipart/form-data"))
        {
            Assert.True(PictureFormats.IsAccepted(type), type);
            Assert.Contains(type, PictureFormats.Accepted, StringComparison.Ordinal);
        }

        Assert.Equal(PictureFormats.Accepted.Replace(" or ", ", ", StringComparison.Ordinal).Split(", ").Length + 1, listed.EnumerateObject().Count());
    }

    [Theory]
    [InlineData("Readings")]
    [InlineData("Model")]
    [InlineData("Problem")]
    public async Task Should_Describe_What_Is_Answered(string schema)
    {
        using var document = await Document();
        using var answer = schema switch
        {
            "Readings" => await shared.Running.Send(TestPictures.Sheet(2), "image/png"),
            "Model" => await Client.GetAsync("v1/model"),
            _ => await shared.Running.Send([1], "image/png"),
        };
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Require(json.RootElement, document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty(schema), document.RootElement, schema);
    }

    // As much of JSON Schema as the document uses: types, members, items, references; a member that is not described is an error.
    private static void Require(JsonElement value, JsonElement schema, JsonElement document, string where)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            schema = document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
        }

        var types = schema.GetProperty("type") is { ValueKind: JsonValueKind.Array } several ? several.EnumerateArray().Select(it => it.GetString()!).ToArray() : [schema.GetProperty("type").GetString()!];
        Assert.Contains(TypeOf(value), types.Contains("number") ? [.. types, "integer"] : types);
        if (value.ValueKind == JsonValueKind.Array)
        {
            Assert.NotEqual(0, value.GetArrayLength());
            Assert.All(value.EnumerateArray(), item => Require(item, schema.GetProperty("items"), document, $"{where}[]"));
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var name in schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(it => it.GetString()!) : [])
        {
            Assert.True(value.TryGetProperty(name, out _), $"{where} lacks {name}");
        }

        foreach (var member in value.EnumerateObject())
        {
            var described = schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(member.Name, out var own)
                ? own
                : schema.TryGetProperty("additionalProperties", out var any) ? any : throw new InvalidOperationException($"{where}.{member.Name} is not described");
            Require(member.Value, described, document, $"{where}.{member.Name}");
        }
    }

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };

    private async Task<JsonDocument> Document() => JsonDocument.Parse(await Client.GetStringAsync("openapi.json"));
}
