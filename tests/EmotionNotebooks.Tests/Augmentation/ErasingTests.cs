using EmotionNotebooks.Augmentation;
using static TorchSharp.torch;

namespace EmotionNotebooks.Tests.Augmentation;

[Trait("Needs", "Libtorch")]
public sealed class ErasingTests
{
    [Fact]
    public void Should_Erase_One_Rectangle_Of_An_Area_Within_The_Range()
    {
        using var scope = NewDisposeScope();

        var faces = Batches.Each(Erasing.Apply(Batches.Grey(500, 0.5f), new() { Erasing = 1, ErasingArea = 0.2 }, new SeededRandom(1)));

        var shares = new List<double>();
        foreach (var face in faces)
        {
            var erased = Enumerable.Range(0, face.Length).Where(i => face[i] == 0).ToArray();
            var (rows, columns) = (erased.Select(i => i / FaceSet.Side).Distinct().Count(), erased.Select(i => i % FaceSet.Side).Distinct().Count());
            Assert.Equal(rows * columns, erased.Length);
            // Sides are rounded to pixels.
            Assert.InRange(rows / (double)columns, 1 / 4.0, 4);
            shares.Add(erased.Length / (double)face.Length);
        }

        Assert.InRange(shares.Min(), 0.015, 0.03);
        Assert.InRange(shares.Max(), 0.19, 0.21);
        Assert.Equal(0.11, shares.Average(), 0.01);
    }

    [Fact]
    public void Should_Fill_With_Mean_Or_Noise_When_Told_So()
    {
        using var scope = NewDisposeScope();
        var batch = Batches.Faces(3);
        var before = Batches.Each(batch);
        float[][] Erased(ErasingFill fill) =>
            [.. Batches.Each(Erasing.Apply(batch, new() { Erasing = 1, ErasingArea = 1, ErasingFill = fill }, new SeededRandom(2)))
                .Zip(before, (after, face) => after.Where((value, i) => value != face[i]).ToArray())];

        Assert.All(Erased(ErasingFill.Mean).Zip(before), pair => Assert.Equal(pair.Second.Average(), Assert.Single(pair.First.Distinct()), 1e-5f));
        Assert.All(Erased(ErasingFill.Noise), values =>
        {
            Assert.True(values.Distinct().Count() > values.Length / 2);
            Assert.All(values, value => Assert.InRange(value, 0, 1));
        });
    }

    [Fact]
    public void Should_Erase_From_The_Drawn_Faces_Alone()
    {
        using var scope = NewDisposeScope();
        var faces = Batches.Faces(400);

        var erased = Batches.Each(Erasing.Apply(faces, new() { Erasing = 0.25 }, new SeededRandom(1)));

        Assert.InRange(Batches.Each(faces).Zip(erased).Count(pair => !pair.First.SequenceEqual(pair.Second)), 100 - 35, 100 + 35);
    }
}
