using EmotionNotebooks.Faces;
using EmotionNotebooks.Live;
using EmotionNotebooks.Plots;

namespace EmotionNotebooks.Tests.Live;

[Trait("Needs", "Nothing")]
public sealed class TimelineTests : IDisposable
{
    private static readonly string[] Names = ["happy", "sad"];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Should_Join_Frames_Into_Stretches()
    {
        var timeline = Sample();

        Assert.Equal([1, 2], timeline.Persons);
        Assert.Equal([(1, "happy", 0, 2), (1, "sad", 2, 5), (2, "sad", 1, 2), (2, "sad", 4, 5)], timeline.Spans.Select(Rounded));
        Assert.Equal(2, timeline.Seconds(2), 0.05);
        Assert.Equal(3, timeline.Seconds(1, "sad"), 0.05);
        Assert.Equal(5, timeline.End, 0.05);
    }

    [Fact]
    public void Should_Write_Whole_Lines_That_Others_Can_Read_Meanwhile()
    {
        var path = _folder.File("below/timeline.csv");
        using var csv = new TimelineCsv(path, Names);
        csv.Add(new(7, 0.25, [Person(1, 0.75f), Person(2, 0.1f)]));
        csv.Add(new(8, 0.3, []));

        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var text = reader.ReadToEnd();

        Assert.Equal(
            "seconds,frame,person,x,y,width,height,happy,sad,label\n0.250,7,1,10.5,20,30,30,0.75,0.25,happy\n0.250,7,2,10.5,20,30,30,0.1,0.9,sad\n", text);
    }

    [Fact]
    public void Should_Draw_A_Row_For_Each_Person()
    {
        var timeline = Sample();

        var figure = Plotly.NET.GenericChart.toJson(new EmotionTimelinePlot(timeline, "a video").Draw());

        Assert.Contains("\"person 1\",\"person 2\"", figure, StringComparison.Ordinal);
        Assert.Contains("person 1 5.0 s, mostly sad (60.0%)", new EmotionTimelinePlot(timeline, "a video").Summary, StringComparison.Ordinal);
        Assert.Contains("person 2: sad 100.0%", new EmotionSharePlot(timeline, "a video").Summary, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new EmotionTimelinePlot(new Timeline(Names), "nothing"));
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0.04, 1, 1)]
    [InlineData(0.041, 2, 0)]
    [InlineData(0.2, 2, 4)]
    public void Should_Repeat_Or_Leave_Out_Frames_For_A_Constant_Rate(double seconds, long written, int due) =>
        Assert.Equal(due, VideoRecording.Due(seconds, 25, written));

    public void Dispose() => _folder.Dispose();

    // Five seconds at 20 frames per second: person 1 happy, then sad; person 2 there in the second and in the fifth.
    private static Timeline Sample()
    {
        var timeline = new Timeline(Names);
        for (var i = 0; i < 100; i++)
        {
            var second = i / 20;
            var first = Person(1, second < 2 ? 0.9f : 0.2f);
            timeline.Add(new(i, i / 20.0, second is 1 or 4 ? [first, Person(2, 0.1f)] : [first]));
        }

        return timeline;
    }

    private static (int Person, string Label, int From, int To) Rounded(TimelineSpan span) =>
        (span.Person, span.Label, (int)Math.Round(span.From), (int)Math.Round(span.To));

    private static LivePerson Person(int number, float happy) => new(number, new FaceReading(new(10.5, 20, 30, 30), 5, Names, [happy, 1 - happy], false));
}
