using System.CommandLine;
using EmotionNotebooks.Data;
using EmotionNotebooks.Metrics;
using EmotionNotebooks.Plots;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Cli.Commands;

/// <summary><c>emotion compare</c>.</summary>
internal sealed class CompareCommand
{
    private readonly Argument<string[]> _weights = new("weights")
    {
        Description = "The .safetensors files of two or more trained networks",
        Arity = new ArgumentArity(2, 100),
    };

    private readonly Faces _faces = new();
    private readonly Compute _compute = new();

    private readonly ExtraFile _html = new("--html", "page", "Write the comparison to this page, with a plot; it needs no network");

    public static Command Create() => new CompareCommand().Build();

    private Command Build()
    {
        var command = new Command("compare", "Judge trained networks on the same PublicTest faces, and test which of them differ.");
        command.Arguments.Add(_weights);
        _faces.AddTo(command);
        _html.AddTo(command);
        _compute.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var paths = parsed.GetValue(_weights)!;
        Array.ForEach(paths, TrainedNetwork.RequireFile);
        var target = ComputeTarget.Choose(_compute.Apply(parsed, new TrainingOptions()));
        var faces = _faces.Load(parsed).Part(Split.PublicTest);
        var networks = paths.Select(path => TrainedNetwork.Judge(path, faces, target)).ToArray();
        Report.Rows(("faces", $"PublicTest of {faces.Source}, n = {faces.Count:N0}"), ("compute", target.ToString()));
        Report.Line("");
        PrintNetworks(networks);
        Report.Line("");
        var comparison = NetworkComparison.Of([.. networks.Select(network => network.Predictions)]);
        PrintPairs(comparison);
        _html.Write(parsed, page => ComparisonPage.SaveHtml([.. networks.Select(Score)], comparison, faces, page));
        return 0;
    }

    private static ModelScore Score(TrainedNetwork network) => new(network.Name, network.Predictions.AccuracyInterval())
    {
        LogLoss = network.Predictions.LogLoss(),
        Parameters = network.Parameters,
        MultiplyAdds = network.MultiplyAdds,
        Weights = network.Path,
    };

    private static void PrintNetworks(TrainedNetwork[] networks)
    {
        var rows = new List<string[]> { new[] { "", "network", "accuracy", "95% interval", "log loss", "weights" } };
        foreach (var (i, network) in networks.Index())
        {
            var accuracy = network.Predictions.AccuracyInterval();
            rows.Add(
            [
                $"{i + 1}",
                network.Name,
                Report.Percent(accuracy.Estimate),
                Report.Interval(accuracy.Lower, accuracy.Upper),
                $"{network.Predictions.LogLoss():0.0000}",
                network.Path,
            ]);
        }

        Report.Table(rows);
    }

    private static void PrintPairs(NetworkComparison comparison)
    {
        var rows = new List<string[]> { new[] { "pair", "difference", "95% interval", "only first right", "only second right", "P", "P (Holm)" } };
        foreach (var (first, second, test, corrected) in comparison.Pairs)
        {
            var (low, high) = test.DifferenceInterval();
            rows.Add(
            [
                $"{first + 1} – {second + 1}",
                $"{test.Difference * 100:+0.00;−0.00;0.00}",
                $"{low * 100:+0.00;−0.00;0.00} to {high * 100:+0.00;−0.00;0.00}",
                $"{test.OnlyFirst:N0}",
                $"{test.OnlySecond:N0}",
                Probability(test.PValue) + (test.IsExact ? " exact" : ""),
                Probability(corrected),
            ]);
        }

        Report.Table(rows);
        Report.Line("Differences in points of accuracy on the same faces. P: McNemar's test; P (Holm): corrected for all pairs.");
        if (comparison.Pairs.Count > 1)
        {
            Report.Line($"Do any differ? Cochran's Q {comparison.Overall.Statistic:0.00}, P {Probability(comparison.Overall.PValue)}");
        }
    }

    private static string Probability(double p) => p < 0.0001 ? "< 0.0001" : $"{p:0.0000}";
}
