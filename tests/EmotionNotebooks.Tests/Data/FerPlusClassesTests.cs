namespace EmotionNotebooks.Tests.Data;

public sealed class FerPlusClassesTests
{
    [Fact]
    public void Should_Give_Each_Class_Of_FER2013_Its_Label_In_FER_Plus()
    {
        Assert.Equal(["neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear", "contempt"], FerPlusClasses.Names);
        // angry, disgust, fear, happy, sad, surprise, neutral
        Assert.Equal([4, 5, 6, 1, 3, 2, 0], Emotions.Names.Select(FerPlusClasses.LabelOf));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7], FerPlusClasses.Names.Select(FerPlusClasses.LabelOf));
    }

    [Theory]
    [InlineData(" Contempt", 7)]
    [InlineData("3_Happiness", 1)]
    [InlineData("bored", null)]
    [InlineData("unknown", null)]
    [InlineData("NF", null)]
    public void Should_Know_Synonyms_And_Nothing_Else(string name, int? label) => Assert.Equal(label, FerPlusClasses.LabelOf(name));
}
