using System.Runtime.CompilerServices;

namespace EmotionNotebooks.Augmentation;

/// <summary>How training faces are varied. Immutable; every value is checked when it is set. By default nothing is varied.</summary>
/// <remarks>
/// The order in which <see cref="Augmenter"/> works: flips; one warp made of resized crop, zoom, shear, rotation, shift and crop;
/// contrast, brightness; blur; noise; erasing; mixup or cutmix. Chances are from 0 to 1 and drawn for each face by itself.
/// </remarks>
public sealed record AugmentationOptions
{
    /// <summary>The smallest share of a face that erasing takes (Zhong et al., "Random erasing data augmentation", AAAI 2020).</summary>
    internal const double SmallestErasing = 0.02;

    /// <summary>The smallest deviation that blurs visibly, in pixels.</summary>
    internal const double SmallestBlur = 0.1;

    /// <summary>Nothing is varied.</summary>
    public static AugmentationOptions None { get; } = new();

    /// <summary>Chance that a face is mirrored left to right.</summary>
    public double HorizontalFlip { get; init => field = Within(0, 1, value); }

    /// <summary>Chance that a face is turned upside down.</summary>
    public double VerticalFlip { get; init => field = Within(0, 1, value); }

    /// <summary>Rotation by up to so many degrees either way, 0 to 180.</summary>
    public double Rotation { get; init => field = Within(0, 180, value); }

    /// <summary>Horizontal shear by up to so many degrees either way, 0 to 60.</summary>
    public double Shear { get; init => field = Within(0, 60, value); }

    /// <summary>Zoom out or in by up to this fraction, 0 to 0.9: 0.2 draws a scale from 0.8 to 1.2, the same both ways.</summary>
    public double Zoom { get; init => field = Within(0, 0.9, value); }

    /// <summary>Shift by up to this fraction of the side, 0 to 1, by itself along each axis.</summary>
    public double Shift { get; init => field = Within(0, 1, value); }

    /// <summary>Chance of rotation, of shear, of zoom and of shift, where they are on, each drawn by itself. 1 by default.</summary>
    public double WarpChance { get; init => field = Within(0, 1, value); } = 1;

    /// <summary>Pad and crop: shift by up to so many whole pixels, 0 to 24, by itself along each axis.</summary>
    public int Crop { get; init => field = (int)Within(0, 24, value); }

    /// <summary>Random-resized crop: the smallest share of the area that is cut out and enlarged, 0.05 to 1, at a ratio of width to height
    /// from 3/4 to 4/3; 1, the whole face, is off.</summary>
    public double ResizedCrop { get; init => field = Within(0.05, 1, value); } = 1;

    /// <summary>What a warped face shows where its picture ends.</summary>
    public BorderFill Fill { get; init => field = Known(value); }

    /// <summary>Brightness times a factor of up to this fraction from 1, 0 to 1: 0.2 draws from 0.8 to 1.2.</summary>
    public double Brightness { get; init => field = Within(0, 1, value); }

    /// <summary>Distance to the face's mean times a factor of up to this fraction from 1, 0 to 1.</summary>
    public double Contrast { get; init => field = Within(0, 1, value); }

    /// <summary>Chance of contrast and of brightness, where they are on, each drawn by itself. 1 by default.</summary>
    public double LightChance { get; init => field = Within(0, 1, value); } = 1;

    /// <summary>Chance of a Gaussian blur.</summary>
    public double Blur { get; init => field = Within(0, 1, value); }

    /// <summary>The blur's largest standard deviation in pixels, 0.1 to 8; 1 by default. Each blurred face draws its own, from 0.1.</summary>
    public double BlurSigma { get; init => field = Within(SmallestBlur, 8, value); } = 1;

    /// <summary>Chance of Gaussian noise.</summary>
    public double Noise { get; init => field = Within(0, 1, value); }

    /// <summary>The noise's largest standard deviation as a fraction of white, 0 to 1; 0.05 by default. Each noisy face draws its own.</summary>
    public double NoiseDeviation { get; init => field = Within(0, 1, value); } = 0.05;

    /// <summary>Chance that a random rectangle is erased.</summary>
    public double Erasing { get; init => field = Within(0, 1, value); }

    /// <summary>The largest share of the face that is erased, 0.02 to 1; 0.33 by default. The smallest is 0.02, the ratio of height to width
    /// from 0.3 to 3.3.</summary>
    public double ErasingArea { get; init => field = Within(SmallestErasing, 1, value); } = 0.33;

    /// <summary>What stands in an erased rectangle.</summary>
    public ErasingFill ErasingFill { get; init => field = Known(value); }

    /// <summary>Mixup (Zhang et al., ICLR 2018): alpha of the Beta distribution that a face's share is drawn from, 0.01 to 100; 0 is off.</summary>
    public double Mixup { get; init => field = Alpha(value); }

    /// <summary>Cutmix (Yun et al., ICCV 2019): alpha of the Beta distribution that a face's share is drawn from, 0.01 to 100; 0 is off.
    /// Where mixup is on as well, each face draws one of the two.</summary>
    public double Cutmix { get; init => field = Alpha(value); }

    /// <summary>Chance that a face is mixed with another one of its batch, where mixup or cutmix is on. 1 by default.</summary>
    public double MixChance { get; init => field = Within(0, 1, value); } = 1;

    /// <summary>Whether faces are mixed, so that targets are probabilities.</summary>
    internal bool Mixes => (Mixup > 0 || Cutmix > 0) && MixChance > 0;

    private static double Within(double low, double high, double value, [CallerMemberName] string name = "") =>
        value >= low && value <= high ? value : throw Bad(name, value, $"from {low} to {high}");

    private static double Alpha(double value, [CallerMemberName] string name = "") =>
        value is 0 or (>= 0.01 and <= 100) ? value : throw Bad(name, value, "0, or from 0.01 to 100");

    private static T Known<T>(T value, [CallerMemberName] string name = "")
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw Bad(name, value, "one of " + string.Join(", ", Enum.GetNames<T>()));

    private static ArgumentException Bad(string name, object value, string expected) => new($"{name} is {value}; it must be {expected}");
}
