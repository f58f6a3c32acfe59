using EmotionNotebooks.Augmentation;

namespace EmotionNotebooks.Tests.Augmentation;

[Trait("Needs", "Libtorch")]
public sealed class AugmentationPreviewTests
{
    [Fact]
    public void Should_Show_The_Originals_And_Then_Each_Operation_On_The_Same_Faces()
    {
        var faces = FakeFaces.Bars(10, Split.Training);

        var shown = AugmentationPreview.EachOperation(faces, 1);

        Assert.Equal(["original", .. AugmentationPreview.OperationNames], shown.ClassNames);
        Assert.All(shown.CountByClass(), count => Assert.Equal(10, count));
        Assert.Equal(faces.Pixels.ToArray(), shown.Pixels[..faces.Pixels.Length].ToArray());
        for (var row = 1; row < shown.ClassNames.Count; row++)
        {
            Assert.NotEqual(faces.Pixels.ToArray(), shown.Pixels.Slice(row * faces.Pixels.Length, faces.Pixels.Length).ToArray());
        }
    }

    [Fact]
    public void Should_Have_An_Operation_For_Every_Kind_Of_Option()
    {
        // All names but those that say how, not what.
        var kinds = AugmentationText.Names.Where(name =>
            !name.EndsWith("-chance", StringComparison.Ordinal) && name is not ("fill" or "blur-sigma" or "noise-deviation" or "erasing-area" or "erasing-fill"));

        Assert.Equal(kinds, AugmentationPreview.OperationNames);
    }

    [Fact]
    public void Should_Keep_Labels_And_Draw_By_The_Seed()
    {
        var faces = FakeFaces.Bars(10, Split.Training);
        var options = new AugmentationOptions { HorizontalFlip = 0.5, Mixup = 1 };

        var first = AugmentationPreview.Apply(faces, options, 1);

        Assert.Equal(faces.Labels.ToArray(), first.Labels.ToArray());
        Assert.Equal(first.Sha256, AugmentationPreview.Apply(faces, options, 1).Sha256);
        Assert.NotEqual(first.Sha256, AugmentationPreview.Apply(faces, options, 2).Sha256);
        Assert.Equal(faces.Sha256, AugmentationPreview.Apply(faces, AugmentationOptions.None, 1).Sha256);
    }
}
