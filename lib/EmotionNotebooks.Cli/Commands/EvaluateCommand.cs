using System.CommandLine;
using EmotionNotebooks.Data;
using EmotionNotebooks.Metrics;
using EmotionNotebooks.Plots;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Cli.Commands;

/// <summary><c>emotion evaluate</c>.</summary>
internal sealed class EvaluateCommand
{
    private readonly Weights _weights = new();
    private readonly Faces _faces = new();
    private readonly Compute _compute = new();

    private readonly Option<bool> _final = new("--final")
    {
        Description = "Read PrivateTest, the final exam, and write down beside the weights that it was read. Once per released network",
    };

    private readonly ExtraFile _json = new("--json", "figures", "Write every figure to this file");
    private readonly ExtraFile _html = new("--html", "page", "Write every figure and plot to this page, which needs no network");

    public static Command Create() => new EvaluateCommand().Build();

    private Command Build()
    {
        var command = new Command("evaluate", "Judge a trained network on PublicTest, or once on PrivateTest.");
        _weights.AddTo(command);
        _faces.AddTo(command);
        command.Options.Add(_final);
        _json.AddTo(command);
        _html.AddTo(command);
        _compute.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var path = _weights.Path(parsed);
        var isFinal = parsed.GetValue(_final);
        var target = ComputeTarget.Choose(_compute.Apply(parsed, new TrainingOptions()));
        var (faces, training) = isFinal ? (_faces.LoadFinalExam(parsed), LoadTraining(parsed)) : Parts(_faces.Load(parsed));
        var judged = TrainedNetwork.Judge(path, faces, target);
        if (isFinal)
        {
            // Whatever is printed or fails from here on, the exam was read.
            FinalExamRecord.Append(path + ".final.json", faces, judged.Predictions);
        }

        var evaluation = Evaluation.Of(judged.Predictions, faces, training) with { Network = $"{judged.Name}, {path}" };
        Report.Rows(
            ("network", evaluation.Network),
            ("faces", $"{evaluation.Part} of {faces.Source}"),
            ("compute", target.ToString()));
        EvaluationReport.Print(evaluation);
        _json.Write(parsed, file => AtomicFile.WriteText(file, evaluation.ToJson()));
        _html.Write(parsed, page => EvaluationPage.SaveHtml(evaluation, judged.Predictions, faces, training, page));
        if (isFinal)
        {
            Report.Line($"written down: {path}.final.json");
        }

        return 0;
    }

    private static (FaceSet Judged, FaceSet? Training) Parts(FaceSet faces) =>
        (faces.Part(Split.PublicTest), faces.Splits.Contains(Split.Training) ? faces.Part(Split.Training) : null);

    /// <summary>The training faces of a source whose final exam could be read; null where it has nothing else.</summary>
    private FaceSet? LoadTraining(ParseResult parsed)
    {
        try
        {
            var faces = _faces.Load(parsed);
            return faces.Splits.Contains(Split.Training) ? faces.Part(Split.Training) : null;
        }
        catch (FaceDataException e)
        {
            Console.Error.WriteLine($"emotion: no training faces to leave their pictures out: {e.Message}");
            return null;
        }
    }
}
