using System.CommandLine;
using System.CommandLine.Parsing;
using EmotionNotebooks.Data;
using EmotionNotebooks.Explain;
using EmotionNotebooks.Export;
using EmotionNotebooks.Training;
using SixLabors.ImageSharp;

namespace EmotionNotebooks.Cli.Commands;

/// <summary><c>emotion explain</c>: where a network looks.</summary>
internal sealed class ExplainCommand
{
    private const int MostFaces = 200;

    private readonly Weights _weights = new();
    private readonly Faces _faces = new();
    private readonly Compute _compute = new();

    private readonly Option<string[]> _face = new("--face")
    {
        Description = "A face by its row in the source, from 1, or by its file in a folder. Again for several. Without it: PublicTest's first of "
            + "each class",
        HelpName = "row|file",
    };

    private readonly Option<string?> _class = new("--class") { Description = "Only faces with this label", HelpName = "name" };

    private readonly Option<bool> _wrong = new("--wrong") { Description = "Only faces that the network gets wrong, the surest first" };

    private readonly Option<string[]> _picture = new("--picture")
    {
        Description = "A picture file instead of --data: PNG, JPEG, BMP or WebP; its largest centred square is taken for a face. Again for several",
        HelpName = "file",
    };

    private readonly Option<int> _count = new("--count", "-n")
    {
        Description = $"How many faces at most, 1 to {MostFaces}",
        HelpName = "n",
        DefaultValueFactory = _ => 12,
    };

    private readonly Option<string?> _why = new("--why") { Description = "Explain this class instead of the predicted one", HelpName = "class" };

    private readonly Option<string?> _layer = new("--layer")
    {
        Description = $"The layer whose maps Grad-CAM weighs. Without it: the last with at least {SpatialLayer.SmallestSide}×{SpatialLayer.SmallestSide} cells",
        HelpName = "name",
    };

    private readonly Option<int> _patch = new("--patch")
    {
        Description = "Side of occlusion's grey square in pixels",
        HelpName = "n",
        DefaultValueFactory = _ => new Occlusion().Patch,
    };

    private readonly Option<int> _stride = new("--stride")
    {
        Description = "How many pixels that square moves at a time",
        HelpName = "n",
        DefaultValueFactory = _ => new Occlusion().Stride,
    };

    private readonly Option<string> _out = new("--out", "-o")
    {
        Description = "The PNG to write, or a folder for that sheet and a picture of every map",
        HelpName = "path",
        DefaultValueFactory = _ => Path.Combine("artifacts", "explain.png"),
    };

    private readonly ExtraFile _json = new("--json", "figures", "Write the figures to this file: predictions, centres of mass, largest drops");

    public static Command Create() => new ExplainCommand().Build();

    private Command Build()
    {
        var command = new Command("explain", "Show where a trained network looks: Grad-CAM and occlusion maps over faces.");
        _weights.AddTo(command);
        _faces.AddTo(command);
        foreach (var option in new Option[] { _face, _class, _wrong, _picture, _count, _why, _layer, _patch, _stride, _out })
        {
            command.Options.Add(option);
        }

        _json.AddTo(command);
        _compute.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var path = _weights.Path(parsed);
        RequireFitting(parsed);
        var target = ComputeTarget.Choose(Options(parsed));
        var occlusion = new Occlusion { Patch = parsed.GetValue(_patch), Stride = parsed.GetValue(_stride) };
        var model = ModelFile.Load(path);
        using var network = model.Network;
        var why = parsed.GetValue(_why) is { } name ? Index(model.ClassNames, "--why", name) : (int?)null;
        var layer = parsed.GetValue(_layer) is { } asked ? SpatialLayer.Find(network, asked) : null;
        var explainer = new FaceExplainer(network, model.ClassNames, target, layer, occlusion);
        var (all, source) = Explain(parsed, path, model, target, explainer, why);
        var description = $"{model.Definition.Name}, {path}";
        Report.Rows(
            ("network", description),
            ("faces", source),
            ("Grad-CAM", $"{explainer.Layer.Name}: {explainer.Layer.Side}×{explainer.Layer.Side} cells, {explainer.Layer.PixelsPerCell:0.#} pixels apart"),
            ("occlusion", $"grey squares of {occlusion.Patch}×{occlusion.Patch} pixels, {occlusion.Stride} apart"),
            ("compute", target.ToString()));
        Print(all);
        Report.Line($"sheet: {Draw(all, parsed.GetValue(_out)!)}");
        _json.Write(parsed, file => AtomicFile.WriteText(file, ExplanationJson.Write(all, explainer, description, source)));
        return 0;
    }

    private TrainingOptions Options(ParseResult parsed)
    {
        var options = _compute.Apply(parsed, new TrainingOptions());
        return options.Precision == Precision.Bf16
            ? throw new ArgumentException("--precision is bf16; maps are computed in fp32, since a rounded probability hides small losses")
            : options with { Precision = Precision.Fp32 };
    }

    private void RequireFitting(ParseResult parsed)
    {
        var count = parsed.GetValue(_count);
        if (count is < 1 or > MostFaces)
        {
            throw new ArgumentException($"--count is {count}; it must be from 1 to {MostFaces}");
        }

        var byName = IsGiven("--face");
        var sought = IsGiven("--class") || IsGiven("--wrong");
        if (IsGiven("--picture") && (byName || sought || IsGiven("--data")))
        {
            throw new ArgumentException("--picture takes the place of --data, --face, --class and --wrong; leave out one or the others");
        }

        if (byName && sought)
        {
            throw new ArgumentException("--face names the faces; --class and --wrong search for some: leave out one or the others");
        }

        bool IsGiven(string option) => parsed.GetResult(option) is OptionResult { Implicit: false };
    }

    private (IReadOnlyList<FaceExplanation> All, string Source) Explain(
        ParseResult parsed, string path, ModelFile model, ComputeTarget target, FaceExplainer explainer, int? why)
    {
        if (parsed.GetValue(_picture) is { Length: > 0 } pictures)
        {
            var pixels = new byte[pictures.Length * FaceSet.PixelsPerFace];
            for (var i = 0; i < pictures.Length; i++)
            {
                FacePicture.Read(pictures[i], pixels.AsSpan(i * FaceSet.PixelsPerFace, FaceSet.PixelsPerFace));
            }

            return (explainer.Explain(pixels, pictures, why), $"{pictures.Length} {(pictures.Length == 1 ? "picture" : "pictures")}");
        }

        var faces = _faces.Load(parsed);
        TrainedNetwork.RequireSameClasses(path, model.ClassNames, faces);
        if (parsed.GetValue(_face) is { Length: > 0 } words)
        {
            return (explainer.Explain(faces.Select([.. words.Select(word => Row(faces, word))]), why), faces.Source);
        }

        var part = faces.Part(Split.PublicTest);
        return (explainer.Explain(part.Select(Search(parsed, part, model, target)), why), $"PublicTest of {faces.Source}");
    }

    // By its origin, so that what other reports call a face finds it here.
    private static int Row(FaceSet faces, string word)
    {
        for (var row = 0; row < faces.Count; row++)
        {
            if (faces.Origins[row] == word || faces.Origins[row] == $"row {word}")
            {
                return row;
            }
        }

        throw new ArgumentException(
            $"--face is '{word}'; {faces.Source} has no such face among the {faces.Count:N0} that train and select, which begin with '{faces.Origins[0]}'");
    }

    private int[] Search(ParseResult parsed, FaceSet faces, ModelFile model, ComputeTarget target)
    {
        var label = parsed.GetValue(_class) is { } name ? Index(faces.ClassNames, "--class", name) : (int?)null;
        IEnumerable<int> rows = Enumerable.Range(0, faces.Count).Where(row => label is null || faces.Labels[row] == label);
        if (parsed.GetValue(_wrong))
        {
            using var evaluator = new Evaluator(model.Network, faces, target);
            var predictions = evaluator.Predict();
            rows = rows.Where(row => !predictions.IsCorrect(row)).OrderByDescending(predictions.Confidence);
        }
        else if (label is null)
        {
            // The first of each class, then the second of each.
            var classes = rows.GroupBy(row => faces.Labels[row]).OrderBy(group => group.Key).Select(group => group.ToArray()).ToArray();
            rows = Enumerable.Range(0, classes.Max(group => group.Length))
                .SelectMany(turn => classes.Where(group => group.Length > turn).Select(group => group[turn]));
        }

        int[] found = [.. rows.Take(parsed.GetValue(_count))];
        return found.Length > 0 ? found : throw new ArgumentException($"no face to explain: PublicTest of {faces.Source} has none like that");
    }

    private static int Index(IReadOnlyList<string> classNames, string option, string name)
    {
        var index = classNames.ToList().FindIndex(known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
        return index >= 0 ? index : throw new ArgumentException($"{option} is '{name}'; it must be one of {string.Join(", ", classNames)}");
    }

    private static void Print(IReadOnlyList<FaceExplanation> all)
    {
        var rows = new List<string[]>
        {
            new[] { "face", "label", "predicted", "probability", "explained", "probability", "Grad-CAM at", "occlusion at", "largest drop" },
        };
        foreach (var it in all)
        {
            rows.Add(
            [
                it.Origin,
                it.Label ?? "–",
                it.Predicted,
                Report.Percent(it.Probability),
                it.Explained,
                Report.Percent(it.ExplainedProbability),
                Place(it.GradCam),
                Place(it.Occlusion),
                Report.Percent(it.Occlusion.Highest),
            ]);
        }

        Report.Line("");
        Report.Table(rows);
        Report.Line("");
        Report.Line("Places are centres of mass, in pixels from the left and the top edge; (24, 24) is a face's middle.");
    }

    private static string Place(HeatMap map) => map.Centre is { } centre ? $"{centre.X:0.0}, {centre.Y:0.0}" : "–";

    private static string Draw(IReadOnlyList<FaceExplanation> all, string path)
    {
        if (Path.GetExtension(path).Equals(".png", StringComparison.OrdinalIgnoreCase))
        {
            ExplanationSheet.Save(all, path);
            return path;
        }

        for (var i = 0; i < all.Count; i++)
        {
            Save(all[i].GradCam, i, "gradcam");
            Save(all[i].Occlusion, i, "occlusion");
        }

        var sheet = Path.Combine(path, "sheet.png");
        ExplanationSheet.Save(all, sheet);
        return sheet;

        void Save(HeatMap map, int index, string kind)
        {
            using var picture = ExplanationSheet.Overlay(all[index].Face.Span, map, zoom: 4);
            AtomicFile.Write(Path.Combine(path, $"{index + 1:000}-{kind}.png"), stream => picture.SaveAsPng(stream));
        }
    }
}
