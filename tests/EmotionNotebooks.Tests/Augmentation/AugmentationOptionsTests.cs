using EmotionNotebooks.Augmentation;

namespace EmotionNotebooks.Tests.Augmentation;

[Trait("Needs", "Nothing")]
public sealed class AugmentationOptionsTests
{
    public static TheoryData<string, Func<AugmentationOptions>> BadValues => new()
    {
        { "HorizontalFlip is 1.5; it must be from 0 to 1", () => new() { HorizontalFlip = 1.5 } },
        { "VerticalFlip is NaN; it must be from 0 to 1", () => new() { VerticalFlip = double.NaN } },
        { "Rotation is 181; it must be from 0 to 180", () => new() { Rotation = 181 } },
        { "Shear is -1; it must be from 0 to 60", () => new() { Shear = -1 } },
        { "Zoom is 1; it must be from 0 to 0.9", () => new() { Zoom = 1 } },
        { "Shift is 48; it must be from 0 to 1", () => new() { Shift = 48 } },
        { "WarpChance is -0.5; it must be from 0 to 1", () => new() { WarpChance = -0.5 } },
        { "Crop is 25; it must be from 0 to 24", () => new() { Crop = 25 } },
        { "ResizedCrop is 0; it must be from 0.05 to 1", () => new() { ResizedCrop = 0 } },
        { "Fill is 9; it must be one of Edge, Zero", () => new() { Fill = (BorderFill)9 } },
        { "Brightness is 2; it must be from 0 to 1", () => new() { Brightness = 2 } },
        { "Contrast is -0.1; it must be from 0 to 1", () => new() { Contrast = -0.1 } },
        { "LightChance is Infinity; it must be from 0 to 1", () => new() { LightChance = double.PositiveInfinity } },
        { "Blur is 2; it must be from 0 to 1", () => new() { Blur = 2 } },
        { "BlurSigma is 0; it must be from 0.1 to 8", () => new() { BlurSigma = 0 } },
        { "Noise is 2; it must be from 0 to 1", () => new() { Noise = 2 } },
        { "NoiseDeviation is 25; it must be from 0 to 1", () => new() { NoiseDeviation = 25 } },
        { "Erasing is 2; it must be from 0 to 1", () => new() { Erasing = 2 } },
        { "ErasingArea is 0.01; it must be from 0.02 to 1", () => new() { ErasingArea = 0.01 } },
        { "ErasingFill is 9; it must be one of Zero, Mean, Noise", () => new() { ErasingFill = (ErasingFill)9 } },
        { "Mixup is 0.001; it must be 0, or from 0.01 to 100", () => new() { Mixup = 0.001 } },
        { "Cutmix is -1; it must be 0, or from 0.01 to 100", () => new() { Cutmix = -1 } },
        { "MixChance is 1.1; it must be from 0 to 1", () => new() { MixChance = 1.1 } },
    };

    [Theory]
    [MemberData(nameof(BadValues))]
    public void Should_Name_The_Value_And_What_Is_Right_When_An_Option_Is_Bad(string message, Func<AugmentationOptions> make)
    {
        Assert.Equal(message, Assert.Throws<ArgumentException>(make).Message);
    }

    [Fact]
    public void Should_Refuse_A_Bad_Value_Of_Every_Option()
    {
        var refused = BadValues.Select(row => row.Data.Item1.Split(' ')[0]);

        Assert.Equal(Properties(), refused);
    }

    [Fact]
    public void Should_Have_A_Name_For_Every_Option()
    {
        Assert.Equal(Properties().Length, AugmentationText.Names.Count);
    }

    private static string[] Properties() =>
        [.. typeof(AugmentationOptions).GetProperties().Where(property => property.CanWrite).Select(property => property.Name)];
}
