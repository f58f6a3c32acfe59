using EmotionNotebooks.Augmentation;
using static TorchSharp.torch;

namespace EmotionNotebooks.Tests.Augmentation;

[Trait("Needs", "Libtorch")]
public sealed class WarpTests
{
    private const int Side = FaceSet.Side;

    [Theory]
    [InlineData(BorderFill.Edge)]
    [InlineData(BorderFill.Zero)]
    public void Should_Change_No_Bit_When_The_Map_Is_The_Identity(BorderFill fill)
    {
        using var scope = NewDisposeScope();
        var faces = Batches.Faces(3);

        var warped = Warp.Apply(faces, [AffineMap.Identity, AffineMap.Rotation(31), AffineMap.Identity], fill);

        Assert.Equal(Batches.Each(faces)[0], Batches.Each(warped)[0]);
        Assert.NotEqual(Batches.Each(faces)[1], Batches.Each(warped)[1]);
        Assert.Equal(Batches.Each(faces)[2], Batches.Each(warped)[2]);
    }

    [Theory]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public void Should_Permute_The_Pixels_Exactly_When_It_Turns_By_Right_Angles(int degrees)
    {
        using var scope = NewDisposeScope();
        var faces = Batches.Faces(1);
        var face = Batches.Values(faces);
        var expected = face;
        for (var turn = 0; turn < degrees / 90; turn++)
        {
            // Clockwise: what was at the left is at the top, read from below.
            var before = expected;
            expected = [.. Enumerable.Range(0, face.Length).Select(i => before[((Side - 1 - (i % Side)) * Side) + (i / Side)])];
        }

        Assert.Equal(expected, Batches.Values(Warp.Apply(faces, [AffineMap.Rotation(degrees)], BorderFill.Zero)));
    }

    [Theory]
    [InlineData(3, -5, BorderFill.Zero)]
    [InlineData(3, -5, BorderFill.Edge)]
    [InlineData(-48, 0, BorderFill.Zero)]
    [InlineData(-60, 70, BorderFill.Edge)]
    public void Should_Move_Whole_Pixels_Exactly(int x, int y, BorderFill fill)
    {
        using var scope = NewDisposeScope();
        var faces = Batches.Faces(1);
        var face = Batches.Values(faces);

        var moved = Batches.Values(Warp.Apply(faces, [AffineMap.Shift(x, y)], fill));

        for (var row = 0; row < Side; row++)
        {
            for (var column = 0; column < Side; column++)
            {
                var (fromX, fromY) = (Math.Clamp(column + x, 0, Side - 1), Math.Clamp(row + y, 0, Side - 1));
                var outside = (fromX, fromY) != (column + x, row + y);
                Assert.Equal(outside && fill == BorderFill.Zero ? 0 : face[(fromY * Side) + fromX], moved[(row * Side) + column]);
            }
        }
    }

    [Fact]
    public void Should_Interpolate_Between_Pixels()
    {
        using var scope = NewDisposeScope();
        var faces = Batches.Faces(1);
        var face = Batches.Values(faces);

        var moved = Batches.Values(Warp.Apply(faces, [AffineMap.Shift(0.25, 0)], BorderFill.Edge));

        Assert.Equal((0.75f * face[0]) + (0.25f * face[1]), moved[0], 1e-6f);
        Assert.Equal(face[Side - 1], moved[Side - 1], 1e-6f);
    }

    [Fact]
    public void Should_Take_Its_Steps_In_The_Order_They_Are_Said()
    {
        using var scope = NewDisposeScope();
        var faces = Batches.Faces(1);
        var (first, second) = (AffineMap.Shift(5, 0), AffineMap.Rotation(90));

        var twice = Warp.Apply(Warp.Apply(faces, [first], BorderFill.Zero), [second], BorderFill.Zero);

        Assert.Equal(Batches.Values(twice), Batches.Values(Warp.Apply(faces, [first.Then(second)], BorderFill.Zero)));
    }

    [Fact]
    public void Should_Draw_Each_Within_Its_Range_And_Reach_All_Of_It()
    {
        // (what it is of a map, the range's ends)
        Ranges(new() { Rotation = 10 }, map => double.RadiansToDegrees(Math.Atan2(map.Xy, map.Xx)), -10, 10);
        Ranges(new() { Shear = 15 }, map => double.RadiansToDegrees(Math.Atan(map.Xy)), -15, 15);
        Ranges(new() { Zoom = 0.2 }, map => 1 / map.Xx, 0.8, 1.2);
        Ranges(new() { Zoom = 0.2 }, map => 1 / map.Yy, 0.8, 1.2);
        Ranges(new() { Shift = 0.25 }, map => map.X0, -12, 12);
        Ranges(new() { Shift = 0.25 }, map => map.Y0, -12, 12);
        Ranges(new() { Crop = 3 }, map => map.X0, -3, 3);
        Ranges(new() { ResizedCrop = 0.5 }, map => map.Xx * map.Yy, 0.5, 1);

        static void Ranges(AugmentationOptions options, Func<AffineMap, double> measure, double low, double high)
        {
            var values = Warp.Draw(options, 4000, new SeededRandom(3))!.Select(measure).ToArray();
            // A range is drawn uniformly: the smallest of 4,000 values lies within 1% of its end. Crops cut their longer side short.
            Assert.InRange(values.Min(), low - 1e-9, low + (0.02 * (high - low)));
            Assert.InRange(values.Max(), high - (0.02 * (high - low)), high + 1e-9);
            Assert.Equal((low + high) / 2, values.Average(), 0.05 * (high - low));
        }
    }

    [Fact]
    public void Should_Shift_By_Every_Whole_Number_Of_Pixels_When_It_Crops()
    {
        var maps = Warp.Draw(new() { Crop = 2 }, 1000, new SeededRandom(1))!;

        Assert.Equal([-2, -1, 0, 1, 2], maps.Select(map => map.Y0).Distinct().Order());
    }

    [Fact]
    public void Should_Stay_Within_The_Face_When_It_Cuts_Out_A_Part()
    {
        foreach (var map in Warp.Draw(new() { ResizedCrop = 0.1 }, 2000, new SeededRandom(1))!)
        {
            Assert.InRange(Math.Abs(map.X0) + (map.Xx * Side / 2), 0, (Side / 2) + 1e-9);
            Assert.InRange(Math.Abs(map.Y0) + (map.Yy * Side / 2), 0, (Side / 2) + 1e-9);
            Assert.InRange(map.Xx / map.Yy, 0.75 - 1e-9, (4 / 3.0) + 1e-9);
        }
    }

    [Fact]
    public void Should_Draw_Each_Technique_By_Its_Chance()
    {
        var options = new AugmentationOptions { Rotation = 10, Shift = 0.1, WarpChance = 0.3 };
        var maps = Warp.Draw(options, 4000, new SeededRandom(1))!;

        // Four standard deviations of a binomial with n = 4000, p = 0.3 are 116; with p = 0.3 · 0.3, 72.
        Assert.InRange(maps.Count(map => map.Xy != 0), 1200 - 116, 1200 + 116);
        Assert.InRange(maps.Count(map => map.X0 != 0), 1200 - 116, 1200 + 116);
        Assert.InRange(maps.Count(map => map.Xy != 0 && map.X0 != 0), 360 - 72, 360 + 72);
        Assert.Null(Warp.Draw(options with { WarpChance = 0 }, 100, new SeededRandom(1)));
        Assert.Null(Warp.Draw(AugmentationOptions.None, 100, new SeededRandom(1)));
    }
}
