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
