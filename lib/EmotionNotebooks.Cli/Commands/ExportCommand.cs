using System.CommandLine;
using EmotionNotebooks.Data;
using EmotionNotebooks.Export;
using EmotionNotebooks.Export.Onnx;
using EmotionNotebooks.Metrics;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Cli.Commands;

/// <summary><c>emotion export</c>: a trained network as ONNX files for other programs.</summary>
internal sealed class ExportCommand
{
    private readonly Argument<string?> _weights = new("weights")
    {
        Description = $"The .safetensors file of a trained network. Without it: {DefaultWeights.Variable}, or the weights of this repository",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly ExportSettings _settings = new();
    private readonly Faces _faces = new();
    private readonly Compute _compute = new();

    private readonly Option<string> _out = new("--out", "-o")
    {
        Description = "The folder to write into",
        HelpName = "folder",
        DefaultValueFactory = _ => Path.Combine("artifacts", "export"),
    };

    public static Command Create() => new ExportCommand().Build();

    private Command Build()
    {
        var command = new Command("export", "Write a trained network as ONNX: fp32, fp16 and int8, each compared with the library on PublicTest.");
        command.Arguments.Add(_weights);
        _settings.AddTo(command);
        command.Options.Add(_out);
        _faces.AddTo(command);
        _compute.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var path = DefaultWeights.Find(parsed.GetValue(_weights));
        var (forms, optimise) = _settings.Read(parsed);
        var target = ComputeTarget.Choose(Options(parsed));
        var faces = _faces.Load(parsed);
        var judges = faces.Part(Split.PublicTest);
        var calibration = forms.Contains(OnnxForm.Int8) ? faces.Part(Split.Training) : null;
        var library = TrainedNetwork.Judge(path, judges, target);
        Report.Rows(
            ("network", $"{library.Name}, {path}"),
            ("faces", $"PublicTest of {faces.Source}"),
            ("calibration", calibration is null ? "none" : $"{Math.Min(calibration.Count, OnnxExporter.CalibrationFaces)} Training faces of {faces.Source}"),
            ("batch norms", optimise ? "folded" : "as trained"),
            ("library", $"accuracy {library.Predictions.AccuracyInterval()}"));
        if (calibration is not null && !_faces.HasSources(parsed))
        {
            Report.Line("note: int8 is calibrated on drawn sample faces; give --data for the faces it is to be used on");
        }

        var described = OnnxExporter.Describe(path, optimise);
        var rows = forms.Select(form => Write(form, described, calibration, judges, library.Predictions, Target(parsed, path, form))).ToArray();
        Print(rows, new FileInfo(path).Length);
        var faults = rows.Where(row => row.Fault is not null).ToArray();
        foreach (var row in faults)
        {
            Console.Error.WriteLine($"emotion: {row.Path} is not the library's network: {row.Fault}");
        }

        return faults.Length == 0 ? 0 : Guard.Failed;
    }

    // What is compared is what fp32 says, on any hardware.
    private TrainingOptions Options(ParseResult parsed)
    {
        var options = _compute.Apply(parsed, new TrainingOptions());
        return options.Precision == Precision.Bf16
            ? throw new ArgumentException("--precision is bf16; exports are compared with the library in fp32")
            : options with { Precision = Precision.Fp32 };
    }

    private string Target(ParseResult parsed, string weights, OnnxForm form) =>
        Path.Combine(parsed.GetValue(_out)!, $"{Path.GetFileNameWithoutExtension(weights)}.{OnnxExporter.Name(form)}.onnx");

    private static Written Write(OnnxForm form, OnnxModel described, FaceSet? calibration, FaceSet judges, Predictions library, string path)
    {
        OnnxExporter.As(described, form, calibration).Save(path);
        // What is judged is the file.
        using var evaluator = new OnnxEvaluator(OnnxModel.Load(path));
        var parity = OnnxParity.Of(library, evaluator.Predict(judges));
        return new(form, path, parity, parity.Fault(form, judges.Count));
    }

    private static void Print(Written[] rows, long weights)
    {
        var table = new List<string[]> { new[] { "form", "size", "of weights", "accuracy", "95% interval", "change", "other class", "largest difference" } };
        foreach (var (form, path, it, _) in rows)
        {
            var size = new FileInfo(path).Length;
            table.Add(
            [
                OnnxExporter.Name(form),
                $"{size / 1e6:0.00} MB",
                Report.Percent((double)size / weights),
                Report.Percent(it.Accuracy.Estimate),
                Report.Interval(it.Accuracy.Lower, it.Accuracy.Upper),
                $"{it.Change * 100:+0.00;−0.00;0.00} points",
                $"{it.OtherClass:N0} of {it.Accuracy.Total:N0}",
                $"{it.LargestDifference:0.0e+0}",
            ]);
        }

        Report.Line("");
        Report.Table(table);
        Report.Line("");
        foreach (var row in rows)
        {
            Report.Line($"{OnnxExporter.Name(row.Form)}: {row.Path}");
        }
    }

    private sealed record Written(OnnxForm Form, string Path, OnnxParity Parity, string? Fault);
}
