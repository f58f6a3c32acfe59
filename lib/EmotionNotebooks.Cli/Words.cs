namespace EmotionNotebooks.Cli;

/// <summary>Reads words of the command line.</summary>
internal static class Words
{
    /// <summary>The enum value of a word in any case, or the value to use where none was given.</summary>
    public static T ToEnum<T>(string option, string? word, T otherwise)
        where T : struct, Enum
    {
        if (word is null)
        {
            return otherwise;
        }

        var names = Enum.GetNames<T>();
        var name = Array.Find(names, n => n.Equals(word, StringComparison.OrdinalIgnoreCase));
        return name is null
            ? throw new ArgumentException($"{option} is '{word}'; it must be one of {string.Join(", ", names.Select(n => n.ToLowerInvariant()))}")
            : Enum.Parse<T>(name);
    }
}
