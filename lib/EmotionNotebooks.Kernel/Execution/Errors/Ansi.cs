namespace EmotionNotebooks.Kernel.Execution.Errors;

/// <summary>The few colours of an error, as every front end knows them.</summary>
internal static class Ansi
{
    public static string Red(string text) => $"\e[31m{text}\e[0m";

    public static string Bold(string text) => $"\e[1m{text}\e[0m";

    public static string Green(string text) => $"\e[32m{text}\e[0m";
}
