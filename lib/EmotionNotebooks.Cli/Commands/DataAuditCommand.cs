using System.CommandLine;
using System.Diagnostics;
using EmotionNotebooks.Data;
using EmotionNotebooks.Data.Audit;

namespace EmotionNotebooks.Cli.Commands;

/// <summary><c>emotion data audit</c>.</summary>
internal static class DataAuditCommand
{
    public static Command Create()
    {
        var faces = new Faces();
        var folder = new Option<string>("--out", "-o")
        {
            Description = "The folder for audit.html and audit.json",
            HelpName = "folder",
            DefaultValueFactory = _ => Path.Combine("artifacts", "audit"),
        };
        var similarity = new Option<float>("--similarity")
        {
            Description = "How alike nearly identical pictures must be, 0.70 to 1: the correlation of their details",
            HelpName = "x",
            DefaultValueFactory = _ => SimilarPictures.DefaultThreshold,
        };
        var command = new Command("audit", "Find repeated pictures, labels that disagree, and pictures of no face.");
        faces.AddTo(command);
        command.Options.Add(folder);
        command.Options.Add(similarity);
        command.SetAction(parsed =>
        {
            var threshold = parsed.GetValue(similarity);
            if (!(threshold is >= SimilarPictures.LeastThreshold and <= 1))
            {
                throw new ArgumentException($"--similarity is {threshold}; it must be from {SimilarPictures.LeastThreshold:0.00} to 1");
            }

            Run(faces.Load(parsed), threshold, parsed.GetValue(folder)!);
            return 0;
        });
        return command;
    }

    private static void Run(FaceSet faces, float threshold, string folder)
    {
        var clock = Stopwatch.StartNew();
        var audit = FaceAudit.Of(faces, threshold);
        var (page, json) = AuditReport.Write(audit, folder);
        Report.Rows(("faces", faces.Source), ("sha256", faces.Sha256));
        Report.Table(
        [
            ["found", "groups", "faces", "share"],
            .. Finding.All(audit).Select(finding => new[]
            {
                finding.IsPart ? $"  {finding.Name}" : finding.Name,
                $"{finding.Groups:N0}",
                $"{finding.Faces:N0}",
                Report.Percent((double)finding.Faces / faces.Count),
            }),
        ]);
        if (Finding.Leaks(audit) is { } leaks)
        {
            Report.Line(leaks);
        }

        if (faces.Votes is null)
        {
            Report.Line("Without FER+'s votes (--votes), pictures of no face and contradicted labels cannot be told.");
        }

        Report.Line(Finding.Withheld(faces));
        Report.Line($"report: {page} and {Path.GetFileName(json)} ({clock.Elapsed.TotalSeconds:0.0} s)");
    }
}
