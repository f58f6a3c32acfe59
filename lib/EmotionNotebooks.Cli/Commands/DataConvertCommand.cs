using System.CommandLine;
using System.Diagnostics;
using EmotionNotebooks.Data;

namespace EmotionNotebooks.Cli.Commands;

/// <summary><c>emotion data convert</c>.</summary>
internal static class DataConvertCommand
{
    private static readonly (string Name, string[] Extensions, Action<FaceSet, string> Write)[] Formats =
    [
        ("csv", [".csv", ".csv.gz"], FerCsvWriter.Write),
        ("parquet", [".parquet"], FaceParquetWriter.Write),
        ("cache", [FaceCache.Extension], (faces, path) => FaceCache.Write(faces, path, Path.Exists(faces.Source) ? faces.Source : null)),
        ("folder", [""], FaceFolderWriter.Write),
    ];

    public static Command Create()
    {
        var faces = new Faces();
        var target = new Argument<string>("target")
        {
            Description = "What to write: a .csv or .csv.gz in FER-2013's form, a .parquet, a .faces cache, or a folder of PNGs",
        };
        var format = new Option<string?>("--format", "-f")
        {
            Description = "csv, parquet, cache or folder. Without it: by the target's ending, a folder where it has none",
            HelpName = "name",
        };
        var command = new Command("convert", "Write the faces in another form. PrivateTest, the final exam, stays behind.") { target, format };
        faces.AddTo(command);
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(target)!;
            var (name, _, write) = Choose(path, parsed.GetValue(format));
            var set = faces.Load(parsed);
            var clock = Stopwatch.StartNew();
            write(set, path);
            Report.Rows(
                ("faces", $"{set.Count:N0} of {set.Source}"),
                ("sha256", set.Sha256),
                ("written", $"{path} ({name}, {clock.Elapsed.TotalSeconds:0.0} s)"));
            if (set.Withheld > 0)
            {
                Report.Line($"PrivateTest: {set.Withheld:N0} faces stayed behind (the final exam: only 'emotion evaluate --final' reads it)");
            }

            return 0;
        });
        return command;
    }

    private static (string Name, string[] Extensions, Action<FaceSet, string> Write) Choose(string path, string? name)
    {
        if (name is not null)
        {
            return Formats.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { Name: not null } named
                ? named
                : throw new ArgumentException($"--format is '{name}'; it must be one of {string.Join(", ", Formats.Select(f => f.Name))}");
        }

        return Formats.FirstOrDefault(f => f.Extensions.Any(e => e.Length > 0 && path.EndsWith(e, StringComparison.OrdinalIgnoreCase))) is { Name: not null } fitting
            ? fitting
            : Path.GetExtension(path).Length == 0
                ? Formats[^1]
                : throw new ArgumentException(
                    $"target is '{path}'; it must end in .csv, .csv.gz, .parquet or .faces, be a folder without an ending, or come with --format");
    }
}
