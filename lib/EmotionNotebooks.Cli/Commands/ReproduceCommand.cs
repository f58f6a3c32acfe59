using System.CommandLine;
using EmotionNotebooks.Models;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Cli.Commands;

/// <summary><c>emotion reproduce</c>.</summary>
internal sealed class ReproduceCommand
{
    private readonly Argument<string[]> _ids = new("networks")
    {
        Description = "Networks of 'emotion models'; all with a published recipe where none is named",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _recipe = new("--recipe", "-r")
    {
        Description = "published (the source's own split and training), common (our split protocol) or both",
        HelpName = "name",
        DefaultValueFactory = _ => "published",
    };

    private readonly Option<string[]> _epochs = new("--epochs")
    {
        Description = "At most so many epochs of each, or of one network (vgg-dropout=8); may be given again; the table says so",
        HelpName = "n",
    };

    private readonly Option<string> _out = new("--out", "-o")
    {
        Description = "Folder with a folder for each training; what is finished there is not trained again, what is not is resumed",
        HelpName = "folder",
        DefaultValueFactory = _ => Path.Combine("artifacts", "reproduce"),
    };

    private readonly Option<string?> _into = new("--into")
    {
        Description = $"Also put the table into this Markdown file, between the lines {ReproductionTable.Begin} and {ReproductionTable.End}",
        HelpName = "file",
    };

    private readonly Faces _faces = new();
    private readonly Compute _compute = new();

    public static Command Create() => new ReproduceCommand().Build();

    private Command Build()
    {
        var command = new Command("reproduce", """
            Train published networks by their recipes, one after the other, and print their figures beside ours.

            Ctrl-C ends the running training with a checkpoint; the same command goes on from there.
            """);
        command.Arguments.Add(_ids);
        command.Options.Add(_recipe);
        command.Options.Add(_epochs);
        command.Options.Add(_out);
        command.Options.Add(_into);
        _faces.AddTo(command);
        _compute.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var recipes = Recipes(parsed).ToList();
        var folder = parsed.GetValue(_out)!;
        ReproductionTable.RequireMarkers(parsed.GetValue(_into));
        var faces = _faces.Load(parsed);
        var rows = new List<ReproductionRow>();
        foreach (var (number, recipe) in recipes.Index())
        {
            var place = Path.Combine(folder, $"{recipe.Options.Model}-{recipe.Options.Recipe}{(recipe.Options.IsChanged ? "-changed" : "")}");
            Report.Line($"── {number + 1} of {recipes.Count}: {recipe.Options.Model}, {recipe.Name}");
            using var session = new TrainingSession(place, recipe, faces, _faces.Arguments(parsed));
            if (session.IsFinished)
            {
                Report.Line($"finished before: {place}");
            }
            else if (TrainingRun.Train(session, png: false, tensorBoard: false) is var code and not 0)
            {
                Report.Line($"the same command goes on from here");
                return code;
            }

            rows.Add(new ReproductionRow(ModelCatalog.Find(recipe.Options.Model), session.Record));
        }

        ReproductionTable.Print(rows);
        ReproductionTable.Write(rows, folder, parsed.GetValue(_into));
        return 0;
    }

    private IEnumerable<Recipe> Recipes(ParseResult parsed)
    {
        var ids = parsed.GetValue(_ids) ?? [];
        var name = parsed.GetValue(_recipe)!;
        string[] names = name switch
        {
            "both" => ["published", "common"],
            "published" or "common" => [name],
            _ => throw new ArgumentException($"--recipe is '{name}'; it must be one of published, common, both"),
        };
        var bounds = EpochBounds.Parse(parsed.GetValue(_epochs) ?? []);
        var models = ids.Length > 0 ? ids.Select(id => ModelCatalog.Find(id).Name)
            : ModelCatalog.All.Select(model => model.Name).Where(model => RecipeCatalog.For(model).Any(recipe => recipe.Name == "published"));
        foreach (var model in models)
        {
            foreach (var recipe in names.Select(it => RecipeCatalog.Find(model, it)))
            {
                var given = recipe.Options;
                var options = given with { Epochs = Math.Min(given.Epochs, bounds.For(model)) };
                yield return recipe with { Options = _compute.Change(parsed, options with { IsChanged = options != given }) };
            }
        }
    }
}
