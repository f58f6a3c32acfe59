using System.Text.Json;
using EmotionNotebooks.Metrics;

namespace EmotionNotebooks.Tests.Metrics;

/// <summary>tests/fixtures/metrics: figures by scikit-learn, scipy and statsmodels.</summary>
internal static class MetricFixtures
{
    /// <summary>How far a figure may lie from the reference: both compute in double precision, in another order.</summary>
    public const double Tolerance = 1e-10;

    private static readonly JsonElement Classification = Read("classification.json");

    public static JsonElement Tests { get; } = Read("tests.json");

    public static TheoryData<string> Names { get; } =
        [.. Classification.GetProperty("cases").EnumerateArray().Select(it => it.GetProperty("case").GetString()!)];

    public static JsonElement Case(string name) =>
        Classification.GetProperty("cases").EnumerateArray().Single(it => it.GetProperty("case").GetString() == name);

    public static Predictions PredictionsOf(JsonElement it)
    {
        var rows = it.GetProperty("probabilities").EnumerateArray().ToArray();
        return new(
            [.. rows.SelectMany(row => row.EnumerateArray()).Select(p => p.GetInt32() / 1024f)],
            [.. it.GetProperty("labels").EnumerateArray().Select(label => label.GetByte())],
            rows[0].GetArrayLength());
    }

    public static double? Number(this JsonElement it) => it.ValueKind == JsonValueKind.Null ? null : it.GetDouble();

    public static double?[] Numbers(this JsonElement it, string name) => [.. it.GetProperty(name).EnumerateArray().Select(Number)];

    public static void Near(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is not null)
            Assert.Equal(expected.Value, actual!.Value, Tolerance);
    }

    public static void Near(IEnumerable<double?> expected, IEnumerable<double?> actual)
    {
        var found = actual.ToArray();
        Assert.Equal(expected.Count(), found.Length);
        Assert.All(expected, (it, i) => Near(it, found[i]));
    }

    private static JsonElement Read(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "fixtures", "metrics", name)));
        return document.RootElement.Clone();
    }
}
