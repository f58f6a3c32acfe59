using System.CommandLine;
using EmotionNotebooks.Augmentation;
using EmotionNotebooks.Data;

namespace EmotionNotebooks.Cli.Commands;

/// <summary><c>emotion data preview</c>: a contact sheet, plain or augmented.</summary>
internal sealed class DataPreviewCommand
{
    private const int Columns = 12;
    private const string Everything = "all";

    private readonly Faces _faces = new();

    private readonly Option<string> _file = new("--out", "-o")
    {
        Description = "The PNG to write",
        HelpName = "file",
        DefaultValueFactory = _ => Path.Combine("artifacts", "faces.png"),
    };

    private readonly Option<string?> _augment = new("--augment")
    {
        Description = "Show faces as they are trained on: all for a row of each operation, or as for train: rotation=10,shift=0.1,mixup=0.2. Names: "
            + string.Join(", ", AugmentationText.Names),
        HelpName = "name=value,...",
    };

    private readonly Option<ulong> _seed = new("--seed")
    {
        Description = "Seed of the augmentation",
        HelpName = "n",
        DefaultValueFactory = _ => 1,
    };

    public static Command Create() => new DataPreviewCommand().Build();

    private Command Build()
    {
        var command = new Command("preview", "Draw a contact sheet: a row of faces for each class.") { _file };
        _faces.AddTo(command);
        command.Options.Add(_augment);
        command.Options.Add(_seed);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var path = parsed.GetValue(_file)!;
        var augment = parsed.GetValue(_augment);
        var seed = parsed.GetValue(_seed);
        var options = augment is null or Everything ? null : AugmentationText.Parse(augment, AugmentationOptions.None);
        var faces = _faces.Load(parsed).Part(Split.Training);
        var shown = augment is null ? faces
            : options is null ? AugmentationPreview.EachOperation(faces.Select(FacesInTurn(faces)), seed)
            : AugmentationPreview.Apply(faces.Select(FirstOfEachClass(faces)), options, seed);
        ContactSheet.Save(shown, path, Columns);
        Report.Line($"contact sheet: {path}");
        return 0;
    }

    private static int[] FirstOfEachClass(FaceSet faces) => [.. Rows(faces).SelectMany(rows => rows.Take(Columns)).Order()];

    // The first of each class, then the second of each.
    private static int[] FacesInTurn(FaceSet faces)
    {
        var classes = Rows(faces).Where(rows => rows.Length > 0).ToArray();
        return [.. Enumerable.Range(0, Columns).SelectMany(turn => classes.Where(rows => rows.Length > turn).Select(rows => rows[turn])).Take(Columns)];
    }

    private static int[][] Rows(FaceSet faces) =>
        [.. Enumerable.Range(0, faces.ClassNames.Count)
            .Select(label => Enumerable.Range(0, faces.Count).Where(row => faces.Labels[row] == label).ToArray())];
}
