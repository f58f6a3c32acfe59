using EmotionNotebooks.Faces;
using EmotionNotebooks.Live;

namespace EmotionNotebooks.Tests.Live;

[Trait("Needs", "Nothing")]
public sealed class FaceTrackerTests
{
    private const double Step = 1.0 / 30;

    [Fact]
    public void Should_Number_A_Face_Once_It_Was_Seen_Often_Enough()
    {
        var tracker = new FaceTracker(new() { ConfirmAfter = 3 });

        var numbers = Enumerable.Range(0, 5).Select(i => tracker.Update(i * Step, [Face(100, 100)])[0].Person);

        Assert.Equal([0, 0, 1, 1, 1], numbers);
        Assert.Equal(1, tracker.Persons);
    }

    [Fact]
    public void Should_Keep_Apart_Two_Who_Pass_Each_Other()
    {
        var tracker = new FaceTracker(new() { ConfirmAfter = 1 });
        IReadOnlyList<FaceTrack> last = [];

        // One walks to the right, one to the left, 60 pixels lower; in every other frame they come in the other order.
        for (var i = 0; i <= 60; i++)
        {
            DetectedFace[] faces = [Face(50 + 6 * i, 100), Face(410 - 6 * i, 160)];
            last = tracker.Update(i * Step, i % 2 == 0 ? faces : [faces[1], faces[0]]);
        }

        Assert.Equal([1, 2], last.Select(track => track.Person));
        Assert.Equal(2, tracker.Persons);
    }

    [Fact]
    public void Should_Follow_A_Face_That_Leaves_Its_Own_Box_Between_Frames()
    {
        var tracker = new FaceTracker(new() { ConfirmAfter = 1 });

        for (var i = 0; i < 20; i++)
            tracker.Update(i * Step, [Face(20 * i, 100, side: 30)]);

        Assert.Equal(1, tracker.Persons);
    }

    [Theory]
    [InlineData(0.8, 1)]
    [InlineData(1.3, 2)]
    public void Should_Keep_The_Number_Of_Who_Comes_Back_In_Time(double away, int persons)
    {
        var tracker = new FaceTracker(new() { ConfirmAfter = 1, LostAfter = 1 });
        tracker.Update(0, [Face(100, 100)]);
        for (var t = Step; t < away; t += Step)
            Assert.Empty(tracker.Update(t, []));

        tracker.Update(away, [Face(104, 98)]);

        Assert.Equal(persons, tracker.Persons);
    }

    [Fact]
    public void Should_Take_A_Much_Larger_Face_Elsewhere_For_Another()
    {
        var tracker = new FaceTracker(new() { ConfirmAfter = 1 });
        tracker.Update(0, [Face(100, 100, side: 40)]);

        Assert.Equal(2, tracker.Update(Step, [Face(160, 100, side: 120)])[0].Person);
    }

    [Fact]
    public void Should_Expect_A_Face_Where_Its_Motion_Leads()
    {
        var tracker = new FaceTracker();
        for (var i = 0; i < 30; i++)
            tracker.Update(i * Step, [Face(100 + 90 * i * Step, 100)]);

        var expected = Assert.Single(tracker.Tracks).Expected(30 * Step).Box.Centre;

        Assert.Equal(100 + 90 * 30 * Step, expected.X, 0.5);
        Assert.Equal(100, expected.Y, 0.01);
    }

    [Fact]
    public void Should_Refuse_Options_That_Make_No_Sense()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrackerOptions { ConfirmAfter = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrackerOptions { LostAfter = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrackerOptions { Smoothing = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LiveOptions { SearchEvery = 0 });
    }

    private static DetectedFace Face(double x, double y, double side = 80) => new(new(x - side / 2, y - side / 2, side, side), 5);
}
