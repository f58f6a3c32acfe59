using System.CommandLine;

namespace EmotionNotebooks.Cli;

/// <summary>
/// The environment variables that jdl00/emotion_recognition is run by, as fallbacks of options: for <c>vgg-dropout</c>, its network, and
/// where the option is not given. <c>DATASET</c> is --data, <c>MODEL_EXPORT_PATH</c> --out, <c>EPOCHS</c> --epochs, <c>PATIENCE</c> (or
/// <c>patience</c>) --patience. <c>OPTIMISE</c> is about exports, of which a training makes none: that is said.
/// </summary>
internal static class PublishedEnvironment
{
    /// <summary>The variable of each option that stands for it, the first that is set.</summary>
    private static readonly (string Option, string[] Variables)[] Fallbacks =
    [
        ("--data", ["DATASET"]), ("--out", ["MODEL_EXPORT_PATH"]), ("--epochs", ["EPOCHS"]), ("--patience", ["PATIENCE", "patience"]),
    ];

    /// <summary>The command line with what the environment says added; each addition is reported.</summary>
    /// <param name="parsed">The command line as it was given.</param>
    public static ParseResult Apply(ParseResult parsed)
    {
        List<string> added = [];
        foreach (var (name, variables) in Fallbacks)
        {
            var option = parsed.CommandResult.Command.Options.First(it => it.Name == name);
            var variable = Array.Find(variables, it => Environment.GetEnvironmentVariable(it) is { Length: > 0 });
            if (variable is not null && parsed.GetResult(option) is not { Implicit: false })
            {
                added.AddRange([name, Environment.GetEnvironmentVariable(variable)!]);
                Report.Line($"{name} {added[^1]} (from {variable})");
            }
        }

        if (Environment.GetEnvironmentVariable("OPTIMISE") is { Length: > 0 })
        {
            Report.Line("OPTIMISE is about exports, and a training exports nothing: 'emotion export' reads it");
        }

        if (added.Count == 0)
        {
            return parsed;
        }

        var again = parsed.RootCommandResult.Command.Parse([.. parsed.Tokens.Select(token => token.Value), .. added]);
        return again.Errors.Count == 0 ? again : throw new ArgumentException(again.Errors[0].Message);
    }
}
