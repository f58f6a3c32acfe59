using EmotionNotebooks.Models;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Tests.Training;

public sealed class RecipeCatalogTests
{
    [Fact]
    public void Should_Offer_A_Common_Recipe_For_Every_Network()
    {
        foreach (var model in ModelCatalog.All)
        {
            var recipe = RecipeCatalog.Find(model.Name, RecipeCatalog.Default);

            Assert.Equal(model.Name, recipe.Options.Model);
            Assert.Equal(RecipeCatalog.Default, recipe.Options.Recipe);
        }
    }

    [Fact]
    public void Should_Be_The_Published_Recipe_Of_FourConvDense()
    {
        var recipe = RecipeCatalog.Find("four-conv-dense", "published");

        Assert.Equal((32, 10), (recipe.Options.BatchSize, recipe.Options.Epochs));
        Assert.Equal((OptimizerKind.Adam, 1e-3, 0.9, 1e-7),
            (recipe.Options.Optimizer, recipe.Options.LearningRate, recipe.Options.Momentum, recipe.Options.Epsilon));
        Assert.Equal(new() { HorizontalFlip = 0.5, VerticalFlip = 0.5 }, recipe.Options.Augmentation);
        Assert.Equal(0, recipe.Options.WeightDecay);
    }

    [Fact]
    public void Should_Publish_A_Recipe_For_Each_Of_The_Five_Systems()
    {
        string[] published = [.. ModelCatalog.All.Select(model => model.Name).Where(name => RecipeCatalog.For(name).Any(it => it.Name == "published"))];

        Assert.Equal(["five-block", "four-conv-dense", "nine-conv", "three-block", "vgg-dropout"], published.Order(StringComparer.Ordinal));
        Assert.All(published, name => Assert.Equal((name, "published"), Of(name)));
        Assert.Equal((200, 5), (Find("vgg-dropout").Epochs, Find("vgg-dropout").Patience));
        Assert.Equal((ScheduleKind.Decay, 1e-6, 1e-4, 64, 100), (Find("five-block").Schedule, Find("five-block").Decay,
            Find("five-block").LearningRate, Find("five-block").BatchSize, Find("five-block").Epochs));
        Assert.Equal(new() { HorizontalFlip = 0.5, Shear = 10, Zoom = 0.2 }, Find("three-block").Augmentation);
        Assert.Equal(15, Find("nine-conv").Epochs);

        static TrainingOptions Find(string model) => RecipeCatalog.Find(model, "published").Options;
        static (string, string) Of(string model) => (Find(model).Model, Find(model).Recipe);
    }

    [Fact]
    public void Should_Divide_As_Many_Faces_As_ThreeBlock_Did()
    {
        var faces = FakeFaces.Mixed(2800, 700);

        var split = RecipeCatalog.Find("three-block", "published").Split.Apply(faces, 1);

        Assert.Null(split.Test);
        Assert.Equal(3500, split.Training.Count + split.Validation.Count);
        Assert.Equal(7066.0 / 35887, split.Validation.Count / 3500.0, 0.002);
    }

    [Fact]
    public void Should_List_The_Recipes_When_A_Name_Is_Unknown()
    {
        var error = Assert.Throws<ArgumentException>(() => RecipeCatalog.Find("four-conv-dense", "best"));

        Assert.Equal("there is no recipe 'best' for four-conv-dense; there are: common, published", error.Message);
    }

    [Fact]
    public void Should_List_The_Networks_When_A_Name_Is_Unknown()
    {
        var error = Assert.Throws<ArgumentException>(() => RecipeCatalog.Find("resnet", "common"));

        Assert.StartsWith("there is no network 'resnet'; there are: nine-conv", error.Message, StringComparison.Ordinal);
    }
}
