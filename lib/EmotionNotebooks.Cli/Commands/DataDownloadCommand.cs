using System.CommandLine;
using EmotionNotebooks.Data.Download;

namespace EmotionNotebooks.Cli.Commands;

/// <summary><c>emotion data download</c>.</summary>
internal static class DataDownloadCommand
{
    private const string AddressVariable = "EMOTION_KAGGLE_URL";

    public static Command Create()
    {
        var folder = new Option<string>("--to", "-o")
        {
            Description = "The folder to put it in",
            HelpName = "folder",
            DefaultValueFactory = _ => Path.Combine("artifacts", "data"),
        };
        var dataset = new Option<string?>("--dataset")
        {
            Description = "Another dataset on Kaggle, OWNER/NAME or OWNER/NAME/FILE. Without it: FER-2013 from its competition",
            HelpName = "name",
        };
        var command = new Command("download", """
            Fetch FER-2013 from Kaggle, with a Kaggle token (KAGGLE_USERNAME and KAGGLE_KEY, KAGGLE_API_TOKEN, or ~/.kaggle/kaggle.json).

            It goes on where an interrupted one ended, and is checked before it gets its name.
            """)
        {
            folder, dataset,
        };
        command.SetAction(parsed =>
            Run(parsed.GetValue(dataset) is { } name ? KaggleSource.Dataset(name) : KaggleSource.Fer2013, parsed.GetValue(folder)!));
        return command;
    }

    private static int Run(KaggleSource source, string folder)
    {
        var options = Options();
        var token = KaggleToken.Find();
        Report.Rows(("from", source.Page), ("as", token?.ToString() ?? "nobody: there is no Kaggle token here"));
        using var interruption = new Interruption();
        try
        {
            var file = DownloadDisplay.Show(display =>
                FaceDownload.Run(source, folder, token, options, display, interruption.Token).GetAwaiter().GetResult());
            Print(file, folder, source);
            return 0;
        }
        catch (OperationCanceledException) when (interruption.Happened)
        {
            Console.Error.WriteLine("emotion: stopped; what has arrived is kept, and the same command goes on from there");
            return Guard.Interrupted;
        }
    }

    private static DownloadOptions Options()
    {
        if (Environment.GetEnvironmentVariable(AddressVariable) is not { Length: > 0 } address)
        {
            return new DownloadOptions();
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? new DownloadOptions { Address = uri }
            : throw new ArgumentException($"{AddressVariable} is '{address}'; it must be an address such as {new DownloadOptions().Address}");
    }

    private static void Print(DownloadedFile file, string folder, KaggleSource source)
    {
        var path = Path.Combine(folder, source.FileName);
        Report.Rows([
            ("file", $"{path} ({file.Length / 1e6:0.0} MB{(file.WasThere ? ", was there already" : "")})"),
            ("sha256", file.Sha256),
            .. file.Checks.Select((check, i) => (i == 0 ? "checked" : "", check)),
        ]);
        Report.Line($"use it:  emotion train --data {(path.Contains(' ') ? $"'{path}'" : path)}");
    }
}
