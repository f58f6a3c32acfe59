using System.Globalization;

namespace EmotionNotebooks.Augmentation;

/// <summary>Augmentation options in words, such as "flip=0.5,rotation=10".</summary>
public static class AugmentationText
{
    private static readonly Setting[] Settings =
    [
        Number("flip", options => options.HorizontalFlip, (options, value) => options with { HorizontalFlip = value }),
        Number("vertical-flip", options => options.VerticalFlip, (options, value) => options with { VerticalFlip = value }),
        Number("rotation", options => options.Rotation, (options, value) => options with { Rotation = value }),
        Number("shear", options => options.Shear, (options, value) => options with { Shear = value }),
        Number("zoom", options => options.Zoom, (options, value) => options with { Zoom = value }),
        Number("shift", options => options.Shift, (options, value) => options with { Shift = value }),
        Number("warp-chance", options => options.WarpChance, (options, value) => options with { WarpChance = value }),
        new("crop", options => options.Crop, (options, text) => options with { Crop = Whole("crop", text) }),
        Number("resized-crop", options => options.ResizedCrop, (options, value) => options with { ResizedCrop = value }),
        new("fill", options => options.Fill, (options, text) => options with { Fill = Word<BorderFill>("fill", text) }),
        Number("brightness", options => options.Brightness, (options, value) => options with { Brightness = value }),
        Number("contrast", options => options.Contrast, (options, value) => options with { Contrast = value }),
        Number("light-chance", options => options.LightChance, (options, value) => options with { LightChance = value }),
        Number("blur", options => options.Blur, (options, value) => options with { Blur = value }),
        Number("blur-sigma", options => options.BlurSigma, (options, value) => options with { BlurSigma = value }),
        Number("noise", options => options.Noise, (options, value) => options with { Noise = value }),
        Number("noise-deviation", options => options.NoiseDeviation, (options, value) => options with { NoiseDeviation = value }),
        Number("erasing", options => options.Erasing, (options, value) => options with { Erasing = value }),
        Number("erasing-area", options => options.ErasingArea, (options, value) => options with { ErasingArea = value }),
        new("erasing-fill", options => options.ErasingFill, (options, text) => options with { ErasingFill = Word<ErasingFill>("erasing-fill", text) }),
        Number("mixup", options => options.Mixup, (options, value) => options with { Mixup = value }),
        Number("cutmix", options => options.Cutmix, (options, value) => options with { Cutmix = value }),
        Number("mix-chance", options => options.MixChance, (options, value) => options with { MixChance = value }),
    ];

    /// <summary>The names of all values, in the order of <see cref="AugmentationOptions"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = Array.AsReadOnly(Array.ConvertAll(Settings, setting => setting.Name));

    /// <summary>Changes single values.</summary>
    /// <param name="text">name=value, more of them after commas; "none" sets everything before it back.</param>
    /// <param name="options">What is changed; values that are not named stay.</param>
    /// <exception cref="ArgumentException">A name is unknown (the message lists those there are), or a value is wrong.</exception>
    public static AugmentationOptions Parse(string text, AugmentationOptions options)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var item in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            options = item.Equals("none", StringComparison.OrdinalIgnoreCase) ? AugmentationOptions.None : Set(item, options);
        }

        return options;
    }

    /// <summary>The values that are not those of <see cref="AugmentationOptions.None"/>, as <see cref="Parse"/> reads them.</summary>
    /// <param name="options">What is described.</param>
    public static string Describe(AugmentationOptions options)
    {
        string[] parts = [.. Settings
            .Where(setting => !setting.Get(options).Equals(setting.Get(AugmentationOptions.None)))
            .Select(setting => $"{setting.Name}={Text(setting.Get(options))}")];
        return parts.Length == 0 ? "none" : string.Join(',', parts);
    }

    private static AugmentationOptions Set(string item, AugmentationOptions options)
    {
        var parts = item.Split('=', 2, StringSplitOptions.TrimEntries);
        var setting = Array.Find(Settings, known => known.Name.Equals(parts[0], StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"there is no augmentation '{parts[0]}'; there are: {string.Join(", ", Names)}");
        return parts.Length == 2
            ? setting.Set(options, parts[1])
            : throw new ArgumentException($"augmentation '{parts[0]}' has no value; expected {parts[0]}=value");
    }

    private static Setting Number(
        string name, Func<AugmentationOptions, double> get, Func<AugmentationOptions, double, AugmentationOptions> set) =>
        new(name, options => get(options), (options, text) =>
            set(options, double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                ? value
                : throw Bad(name, text, "a number")));

    private static int Whole(string name, string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Bad(name, text, "a whole number");

    private static T Word<T>(string name, string text)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>();
        return Array.Find(names, known => known.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Enum.Parse<T>(found)
            : throw Bad(name, text, "one of " + string.Join(", ", names.Select(known => known.ToLowerInvariant())));
    }

    private static string Text(object value) => value is Enum word
        ? word.ToString().ToLowerInvariant()
        : ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture);

    private static ArgumentException Bad(string name, string text, string expected) =>
        new($"augmentation {name} is '{text}'; it must be {expected}");

    private sealed record Setting(
        string Name, Func<AugmentationOptions, object> Get, Func<AugmentationOptions, string, AugmentationOptions> Set);
}
