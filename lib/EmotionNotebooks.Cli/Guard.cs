using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;
using EmotionNotebooks.Data;
using EmotionNotebooks.Notebooks;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Cli;

/// <summary>Turns what goes wrong into one clear line and an exit code: 2 for what the caller can mend, 1 for the rest.</summary>
internal static class Guard
{
    public const int Failed = 1;
    public const int BadInput = 2;
    public const int Interrupted = 130;

    public static int Run(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
        {
            return Report(parsed.Errors[0].Message, BadInput, $"'emotion {PathOf(parsed)}--help' lists what there is");
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is FaceDataException or NotebookException or ArgumentException or InvalidDataException or FileNotFoundException
            or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return Report(e.Message, BadInput);
        }
        catch (Exception e) when (Cause<DllNotFoundException>(e) is { } missing)
        {
            return Report(missing.Message, Failed);
        }
        catch (Exception e) when (e is DivergedException or IOException or ExternalException or NotSupportedException or InvalidOperationException)
        {
            return Report(e.Message, Failed);
        }
    }

    private static int Report(string message, int code, string? hint = null)
    {
        Console.Error.WriteLine($"emotion: {message}");
        if (hint is not null)
        {
            Console.Error.WriteLine($"emotion: {hint}");
        }

        return code;
    }

    // The command with those above it, such as "data convert ".
    private static string PathOf(ParseResult parsed)
    {
        var path = "";
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult { Command: not RootCommand } result; at = result.Parent)
        {
            path = $"{result.Command.Name} {path}";
        }

        return path;
    }

    private static T? Cause<T>(Exception e)
        where T : Exception
    {
        for (var inner = e; inner is not null; inner = inner.InnerException!)
        {
            if (inner is T found)
            {
                return found;
            }
        }

        return null;
    }
}
