using System.Collections.Concurrent;
using System.Text.Json;

namespace TorchSharp.Tests.Support;

/// <summary>The reference cases beside the test assembly, by file and by name.</summary>
internal static class Fixtures
{
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, JsonElement>> Loaded = new();

    /// <summary>Cases of a file, each under "group: case" where group is the property <paramref name="by"/>.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Of(string file, string by) => Loaded.GetOrAdd(file, name =>
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "fixtures", name));
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateArray().ToDictionary(
            item => $"{item.GetProperty(by).GetString()}: {item.GetProperty("case").GetString()}",
            item => item.Clone());
    });

    public static TheoryData<string> Names(string file, string by, Func<JsonElement, bool>? filter = null) =>
        [.. Of(file, by).Where(item => filter?.Invoke(item.Value) ?? true).Select(item => item.Key)];
}
