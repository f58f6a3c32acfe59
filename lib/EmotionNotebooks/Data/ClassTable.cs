namespace EmotionNotebooks.Data;

/// <summary>
/// The classes of a source that names them: FER-2013's own names for what is called one of their synonyms (in any case, with or without a
/// number before it, such as <c>3_Happiness</c>), in FER-2013's order; then all other names, as they are, in alphabetical order.
/// </summary>
internal sealed class ClassTable
{
    private static readonly Dictionary<string, Emotion> Synonyms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["angry"] = Emotion.Angry,
        ["anger"] = Emotion.Angry,
        ["disgust"] = Emotion.Disgust,
        ["disgusted"] = Emotion.Disgust,
        ["fear"] = Emotion.Fear,
        ["fearful"] = Emotion.Fear,
        ["afraid"] = Emotion.Fear,
        ["scared"] = Emotion.Fear,
        ["happy"] = Emotion.Happy,
        ["happiness"] = Emotion.Happy,
        ["joy"] = Emotion.Happy,
        ["sad"] = Emotion.Sad,
        ["sadness"] = Emotion.Sad,
        ["surprise"] = Emotion.Surprise,
        ["surprised"] = Emotion.Surprise,
        ["neutral"] = Emotion.Neutral,
    };

    private readonly Dictionary<string, byte> _labels = new(StringComparer.Ordinal);

    private ClassTable(IReadOnlyList<string> names) => Names = names;

    /// <summary>The class names in label order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Makes the table of the names that a source uses.</summary>
    /// <param name="found">The source's names, in any order, repeated or not.</param>
    /// <param name="source">The source, for messages.</param>
    /// <exception cref="FaceDataException">No name, a blank one, or more than 256 classes.</exception>
    public static ClassTable Of(IEnumerable<string> found, string source)
    {
        string[] names = [.. found.Distinct(StringComparer.Ordinal)];
        if (names.Length == 0)
            throw new FaceDataException($"{source}: no class; expected at least one");
        if (Array.Exists(names, string.IsNullOrWhiteSpace))
            throw new FaceDataException($"{source}: a class without a name; expected names such as {string.Join(", ", Emotions.Names)}");
        string[] classes =
        [
            .. names.Select(EmotionOf).OfType<Emotion>().Distinct().Order().Select(emotion => Emotions.Names[(int)emotion]),
            .. names.Where(name => EmotionOf(name) is null).Select(name => name.Trim()).Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        if (classes.Length > 256)
            throw new FaceDataException($"{source}: {classes.Length} classes; expected at most 256");
        var table = new ClassTable(classes);
        foreach (var name in names)
            table._labels[name] = (byte)Array.IndexOf(classes, EmotionOf(name) is { } emotion ? Emotions.Names[(int)emotion] : name.Trim());
        return table;
    }

    /// <summary>The label of one of the source's names.</summary>
    /// <param name="name">The name, exactly as it was given to <see cref="Of"/>.</param>
    public byte LabelOf(string name) => _labels[name];

    /// <summary>FER-2013's class for a name or one of its synonyms; null for any other.</summary>
    /// <param name="name">Such as <c>happy</c>, <c>Happiness</c>, <c>3</c>, <c>3_happy</c>.</param>
    public static Emotion? EmotionOf(string name)
    {
        var text = name.AsSpan().Trim();
        var digits = text.Length - text.TrimStart("0123456789").Length;
        if (digits == text.Length)
            return digits == 1 && text[0] - '0' < Emotions.Count ? (Emotion)(text[0] - '0') : null;
        if (digits > 0)
            text = text[digits..].TrimStart(" _-.");
        return Synonyms.TryGetValue(text.ToString(), out var emotion) ? emotion : null;
    }
}
