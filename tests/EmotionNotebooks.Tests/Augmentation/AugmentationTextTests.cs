using EmotionNotebooks.Augmentation;

namespace EmotionNotebooks.Tests.Augmentation;

[Trait("Needs", "Nothing")]
public sealed class AugmentationTextTests
{
    [Fact]
    public void Should_Change_What_Is_Named_And_Leave_The_Rest()
    {
        var given = new AugmentationOptions { HorizontalFlip = 0.5, Zoom = 0.2 };

        var changed = AugmentationText.Parse(" rotation = 10, Fill=ZERO,crop=4 ,mixup=2e-1,", given);

        Assert.Equal(given with { Rotation = 10, Fill = BorderFill.Zero, Crop = 4, Mixup = 0.2 }, changed);
        Assert.Equal(given, AugmentationText.Parse("", given));
    }

    [Fact]
    public void Should_Start_Afresh_After_None()
    {
        var changed = AugmentationText.Parse("shear=5,none,noise=0.5", new AugmentationOptions { HorizontalFlip = 0.5 });

        Assert.Equal(new AugmentationOptions { Noise = 0.5 }, changed);
    }

    [Fact]
    public void Should_Read_What_It_Writes()
    {
        var all = new AugmentationOptions
        {
            HorizontalFlip = 0.01,
            VerticalFlip = 0.02,
            Rotation = 3,
            Shear = 4,
            Zoom = 0.05,
            Shift = 0.06,
            WarpChance = 0.07,
            Crop = 8,
            ResizedCrop = 0.09,
            Fill = BorderFill.Zero,
            Brightness = 0.1,
            Contrast = 0.11,
            LightChance = 0.12,
            Blur = 0.13,
            BlurSigma = 0.14,
            Noise = 0.15,
            NoiseDeviation = 0.16,
            Erasing = 0.17,
            ErasingArea = 0.18,
            ErasingFill = ErasingFill.Noise,
            Mixup = 0.19,
            Cutmix = 0.2,
            MixChance = 1.0 / 3,
        };
        var text = AugmentationText.Describe(all);

        Assert.Equal(AugmentationText.Names, text.Split(',').Select(part => part.Split('=')[0]));
        Assert.Equal(all, AugmentationText.Parse(text, AugmentationOptions.None));
        Assert.Equal("none", AugmentationText.Describe(AugmentationOptions.None));
        Assert.Equal("flip=0.5", AugmentationText.Describe(new() { HorizontalFlip = 0.5 }));
    }

    [Theory]
    [InlineData("turn=3", "there is no augmentation 'turn'; there are: flip, vertical-flip, rotation, shear, zoom, shift, warp-chance, crop, "
        + "resized-crop, fill, brightness, contrast, light-chance, blur, blur-sigma, noise, noise-deviation, erasing, erasing-area, erasing-fill, "
        + "mixup, cutmix, mix-chance")]
    [InlineData("rotation", "augmentation 'rotation' has no value; expected rotation=value")]
    [InlineData("rotation=ten", "augmentation rotation is 'ten'; it must be a number")]
    [InlineData("crop=2.5", "augmentation crop is '2.5'; it must be a whole number")]
    [InlineData("fill=red", "augmentation fill is 'red'; it must be one of edge, zero")]
    [InlineData("rotation=900", "Rotation is 900; it must be from 0 to 180")]
    public void Should_Say_What_Is_Right_When_A_Word_Is_Wrong(string text, string message)
    {
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => AugmentationText.Parse(text, AugmentationOptions.None)).Message);
    }
}
