using System.CommandLine;
using EmotionNotebooks.Data;
using EmotionNotebooks.Export;
using EmotionNotebooks.Metrics;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Cli.Commands;

/// <summary><c>emotion evaluate</c>.</summary>
internal sealed class EvaluateCommand
{
    private readonly Argument<string> _weights = new("weights") { Description = "The .safetensors file of a trained network" };
    private readonly Faces _faces = new();
    private readonly Compute _compute = new();

    private readonly Option<bool> _final = new("--final")
    {
        Description = "Read PrivateTest, the final exam, and write down beside the weights that it was read. Once per released network",
    };

    public static Command Create() => new EvaluateCommand().Build();

    private Command Build()
    {
        var command = new Command("evaluate", "Judge a trained network on PublicTest, or once on PrivateTest.");
        command.Arguments.Add(_weights);
        _faces.AddTo(command);
        command.Options.Add(_final);
        _compute.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var path = parsed.GetValue(_weights)!;
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"{path}: no such file; 'emotion train' writes best.safetensors into its folder");
        }

        var isFinal = parsed.GetValue(_final);
        var faces = isFinal ? _faces.LoadFinalExam(parsed) : _faces.Load(parsed).Part(Split.PublicTest);
        var target = ComputeTarget.Choose(_compute.Apply(parsed, new TrainingOptions()));
        var model = ModelFile.Load(path);
        if (!model.ClassNames.SequenceEqual(faces.ClassNames))
        {
            throw new InvalidDataException(
                $"{path} knows the classes {string.Join(", ", model.ClassNames)}; {faces.Source} has {string.Join(", ", faces.ClassNames)}");
        }

        using var network = model.Network;
        using var evaluator = new Evaluator(network, faces, target);
        var predictions = evaluator.Predict();
        var part = isFinal ? "PrivateTest" : "PublicTest";
        Report.Rows(("network", $"{model.Definition.Name}, {path}"), ("faces", $"{part} of {faces.Source}"), ("compute", target.ToString()));
        Report.Accuracy(part, predictions);
        Report.Line($"log loss {predictions.LogLoss():0.0000}");
        PrintConfusion(predictions, faces.ClassNames);
        if (isFinal)
        {
            var note = path + ".final.json";
            FinalExamRecord.Append(note, faces, predictions);
            Report.Line($"written down: {note}");
        }

        return 0;
    }

    private static void PrintConfusion(Predictions predictions, IReadOnlyList<string> names)
    {
        var counts = predictions.ConfusionMatrix();
        var rows = new List<string[]> { new[] { "label \\ predicted" }.Concat(names).Append("recall").ToArray() };
        for (var label = 0; label < names.Count; label++)
        {
            var row = Enumerable.Range(0, names.Count).Select(c => counts[label, c]).ToArray();
            var total = row.Sum();
            var recall = total == 0 ? "–" : Report.Percent(row[label] / (double)total);
            rows.Add([names[label], .. row.Select(n => n.ToString()), recall]);
        }

        Report.Table(rows);
    }
}
