using System.CommandLine;
using EmotionNotebooks.Data;

namespace EmotionNotebooks.Cli.Commands;

/// <summary><c>emotion data</c>.</summary>
internal static class DataCommand
{
    public static Command Create() =>
        new("data", "Look at a data set, judge it, fetch it, or write it in another form.")
        {
            Info(),
            DataPreviewCommand.Create(),
            DataConvertCommand.Create(),
            DataAuditCommand.Create(),
            DataDownloadCommand.Create(),
        };

    private static Command Info()
    {
        var faces = new Faces();
        var command = new Command("info", "Count the classes of each split.");
        faces.AddTo(command);
        command.SetAction(parsed =>
        {
            var set = faces.Load(parsed);
            Report.Rows(("faces", set.Source), ("sha256", set.Sha256));
            Split[] splits = [.. new[] { Split.Training, Split.PublicTest }.Where(split => set.Splits.Contains(split))];
            var counts = splits.Select(split => set.Part(split).CountByClass()).ToArray();
            var rows = new List<string[]> { new[] { "" }.Concat(splits.Select(split => split.ToString())).Append("all").ToArray() };
            for (var label = 0; label < set.ClassNames.Count; label++)
            {
                rows.Add([set.ClassNames[label], .. counts.Select(c => $"{c[label]:N0}"), $"{counts.Sum(c => c[label]):N0}"]);
            }

            rows.Add(["all", .. counts.Select(c => $"{c.Sum():N0}"), $"{set.Count:N0}"]);
            Report.Table(rows);
            if (set.Votes is { } votes)
            {
                var noFace = Enumerable.Range(0, votes.Count).Count(votes.SawNoFace);
                Report.Line($"FER+ votes: {noFace:N0} pictures are no face to most of those who were asked");
            }

            Report.Line($"PrivateTest: {set.Withheld:N0} withheld (the final exam: only 'emotion evaluate --final' reads it)");
            return 0;
        });
        return command;
    }
}
