using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EmotionNotebooks.Cli.Tests;

/// <summary>
/// Whether a notebook shows the same as another run of it did: the same kinds of outputs with the same words and, times left out, figures
/// within a tolerance. Networks train differently on every kind of processor: of a cell with the tag "trained" only the words and the first
/// percentage are compared. A cell with the tag "varies" says something of the machine, or of single faces: there the kinds of outputs are.
/// </summary>
internal static partial class NotebookComparison
{
    /// <summary>How far two figures may lie apart, as a share of the larger one.</summary>
    private const double Relative = 0.35;

    /// <summary>The same for shares and probabilities near nothing.</summary>
    private const double Absolute = 0.15;

    /// <summary>How far accuracies of two trainings may lie apart, in points.</summary>
    private const double Points = 15;

    /// <summary>Every difference, in words.</summary>
    public static IEnumerable<string> Differences(JsonNode before, JsonNode after)
    {
        var (first, second) = (before["cells"]!.AsArray(), after["cells"]!.AsArray());
        if (first.Count != second.Count)
        {
            return [$"{first.Count} cells, and then {second.Count}"];
        }

        return first.Zip(second).SelectMany((pair, i) => Cells(pair.First!, pair.Second!).Select(difference => $"cell {i + 1}: {difference}"));
    }

    private static IEnumerable<string> Cells(JsonNode before, JsonNode after)
    {
        if (Join(before["source"]) != Join(after["source"]))
        {
            return ["its source is another"];
        }

        if ((string)before["cell_type"]! != "code")
        {
            return [];
        }

        var (was, now) = (before["outputs"]!.AsArray(), after["outputs"]!.AsArray());
        var (kinds, others) = (Kinds(was), Kinds(now));
        if (kinds != others)
        {
            return [$"it showed {kinds}, and then {others}"];
        }

        var tags = before["metadata"]?["tags"]?.AsArray().Select(tag => (string)tag!).ToArray() ?? [];
        var pairs = was.Zip(now).Select(pair => (Text(pair.First!), Text(pair.Second!)));
        return tags.Contains("varies") ? []
            : tags.Contains("trained") ? pairs.SelectMany(pair => Trainings(pair.Item1, pair.Item2))
            : pairs.SelectMany(pair => Texts(pair.Item1, pair.Item2));
    }

    /// <summary>Differences of what two trainings of the same network say.</summary>
    public static IEnumerable<string> Trainings(string before, string after)
    {
        var (words, others) = (Words(before), Words(after));
        if (words != others)
        {
            yield return $"it said «{Short(words)}», and then «{Short(others)}»";
        }
        else if (Percentage().Match(before) is { Success: true } a && Percentage().Match(after) is { Success: true } b && Math.Abs(Value(a) - Value(b)) > Points)
        {
            yield return $"its first percentage was {a.Value}, and then {b.Value}";
        }

        static double Value(Match match) => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>Differences of two texts.</summary>
    public static IEnumerable<string> Texts(string before, string after)
    {
        var (words, others) = (Words(before), Words(after));
        if (words != others)
        {
            yield return $"it said «{Short(words)}», and then «{Short(others)}»";
            yield break;
        }

        foreach (var (a, b) in Figures(before).Zip(Figures(after)))
        {
            if (Math.Abs(a - b) > Math.Max(Absolute, Relative * Math.Max(Math.Abs(a), Math.Abs(b))))
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"a figure was {a}, and then {b}");
            }
        }
    }

    private static string Kinds(JsonArray outputs) => string.Join(", ", outputs.Select(output => (string)output!["output_type"]! switch
    {
        "stream" => (string)output["name"]!,
        "error" => "an error",
        var type => $"{type} ({string.Join(" ", output["data"]!.AsObject().Select(it => it.Key).Order(StringComparer.Ordinal))})",
    }));

    private static string Text(JsonNode output) => Join(output["text"] ?? output["data"]?["text/plain"]);

    private static string Join(JsonNode? text) => text is JsonArray lines ? string.Concat(lines.Select(line => (string)line!)) : (string?)text ?? "";

    private static string Words(string text) => Space().Replace(Figure().Replace(Time().Replace(text, "‹time›"), "‹n›"), " ").Trim();

    private static IEnumerable<double> Figures(string text) => Figure().Matches(Time().Replace(text, "‹time›"))
        .Select(match => double.Parse(match.Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture));

    private static string Short(string text) => text.Length > 300 ? text[..300] + "…" : text;

    [GeneratedRegex(@"\d+:\d\d(:\d\d)?|[\d.,]+\s*(images/s|faces/s|faces a second|ms|s|min|seconds)\b")]
    private static partial Regex Time();

    [GeneratedRegex(@"(?<![\w.])[-−]?\d[\d,]*(\.\d+)?(e[-+]?\d+)?(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex Figure();

    [GeneratedRegex(@"(\d+(?:\.\d+)?)%")]
    private static partial Regex Percentage();

    [GeneratedRegex(@"[\s─│┌┐└┘├┤┬┴┼|-]+")]
    private static partial Regex Space();
}
