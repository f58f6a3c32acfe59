using EmotionNotebooks.Export;
using EmotionNotebooks.Faces;
using EmotionNotebooks.Live;
using EmotionNotebooks.Training;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace EmotionNotebooks.Tests.Live;

[Trait("Needs", "OpenCV")]
public sealed class LiveReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Should_Follow_Two_People_And_What_They_Show()
    {
        var video = new SampleVideo(
            480,
            240,
            15,
            new SampleActor(3, 150, t => new FacePoint(100 + 30 * t, 120), t => t < 1.5 ? Emotion.Happy : Emotion.Surprise),
            new SampleActor(5, 140, t => t < 0.5 ? null : new FacePoint(370, 110 + 8 * t), _ => Emotion.Happy));
        var path = _folder.File("two.avi");
        video.Write(path, 45);

        var frames = Read(path, new() { SearchEvery = 5, Tracker = new() { Smoothing = 0.1 } });

        Assert.Equal(Enumerable.Range(0, 45).Select(i => (long)i), frames.Select(frame => frame.Frame));
        Assert.Equal([1, 2], frames.SelectMany(frame => frame.Persons).Select(person => person.Person).Distinct());
        Assert.True(frames.Sum(frame => frame.Persons.Count) > 65, $"{frames.Sum(frame => frame.Persons.Count)} sightings");
        foreach (var frame in frames)
        {
            foreach (var person in frame.Persons)
            {
                var truth = video.Truth(person.Person - 1, (int)frame.Frame)!.Value;
                Assert.Equal(truth.X, person.Reading.Box.Centre.X, 22.0);
                Assert.Equal(truth.Y, person.Reading.Box.Centre.Y, 22.0);
            }
        }

        Assert.Equal("happy", At(frames, 18, 1).Predicted);
        Assert.Equal("surprise", At(frames, 40, 1).Predicted);
        Assert.Equal("happy", At(frames, 40, 2).Predicted);
    }

    [Fact]
    public void Should_Give_The_Same_Probabilities_As_The_Frame_As_A_Picture()
    {
        var path = _folder.File("one.avi");
        new SampleVideo(320, 240, 10, new SampleActor(3, 150, t => new FacePoint(140 + 20 * t, 120), _ => Emotion.Happy)).Write(path, 5);

        var frames = Read(path, new() { SearchEvery = 1, Tracker = new() { Smoothing = 0 } });

        using var source = VideoSource.OpenInput(path);
        using var reader = Reader();
        for (var i = 0; source.Read() is { } frame; i++)
        {
            using var image = frame;
            var picture = _folder.File($"{i}.png");
            var pixels = LivePicture.ToPhoto(image, "frame");
            using (var rgb = Image.LoadPixelData<Rgb24>(pixels.Rgb.Span, pixels.Width, pixels.Height))
                rgb.SaveAsPng(picture);
            if (i < new TrackerOptions().ConfirmAfter - 1)
                continue;

            var still = Assert.Single(reader.Read(Photo.Read(picture)).Faces);
            var live = Assert.Single(frames[i].Persons).Reading;
            Assert.Equal(still.Box, live.Box);
            foreach (var (expected, actual) in still.Probabilities.Zip(live.Probabilities))
                Assert.Equal(expected, actual, 1e-6f);
        }
    }

    [Fact]
    public void Should_Say_Where_A_Truncated_Video_Ends()
    {
        var path = _folder.File("whole.avi");
        new SampleVideo(160, 120, 30).Write(path, 60);
        var cut = _folder.File("cut.avi");
        File.WriteAllBytes(cut, File.ReadAllBytes(path)[..(int)(new FileInfo(path).Length * 6 / 10)]);
        var without = _folder.File("without.avi");
        File.WriteAllBytes(without, File.ReadAllBytes(path)[..200]);

        using var source = VideoSource.OpenInput(cut);
        using var frames = new FrameReader(source, new StageTimes());
        var count = 0;
        var error = Assert.Throws<IOException>(() =>
        {
            while (frames.Next(CancellationToken.None) is { } frame)
            {
                frame.Dispose();
                count++;
            }
        });

        Assert.InRange(count, 20, 45);
        Assert.Equal($"{cut} ends after {count} of 60 frames: it is damaged or cut off", error.Message);
        Assert.ThrowsAny<Exception>(() => All(without));
    }

    [Theory]
    [InlineData(".avi")]
    [InlineData(".mkv")]
    [InlineData(".mp4")]
    public void Should_Record_What_Plays_As_Long_As_It_Took(string ending)
    {
        var path = _folder.File("in.avi");
        new SampleVideo(160, 120, 20).Write(path, 20);
        var recorded = _folder.File($"below/out{ending}");
        using (var source = VideoSource.OpenInput(path))
        {
            using var recording = new VideoRecording(recorded, 160, 120, 10);
            for (var i = 0; source.Read() is { } frame; i++)
            {
                using (frame)
                    recording.Add(frame, i / 20.0);
            }
        }

        // A second at 20 frames per second, recorded at 10.
        Assert.InRange(All(recorded), 10, 11);
    }

    [Fact]
    public void Should_Name_What_Cannot_Be_Opened_Or_Written()
    {
        var text = _folder.File("text.mp4");
        File.WriteAllText(text, "no video");

        Assert.StartsWith($"{text} is no video", Assert.Throws<InvalidDataException>(() => VideoSource.OpenInput(text)).Message, StringComparison.Ordinal);
        Assert.StartsWith("nowhere.avi: no such file", Assert.Throws<FileNotFoundException>(() => VideoSource.OpenInput("nowhere.avi")).Message, StringComparison.Ordinal);
        Assert.StartsWith("camera 97: there is no /dev/video97", Assert.Throws<FileNotFoundException>(() => VideoSource.OpenDevice(97)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => VideoSource.ChooseDevice(-1));
        Assert.StartsWith(
            "the recording is 'out.gif'; its name must end in one of .avi, .mkv, .mp4",
            Assert.Throws<ArgumentException>(() => VideoRecording.RequireKnown("out.gif")).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            $"{text}/out.avi cannot be written: ",
            Assert.Throws<UnauthorizedAccessException>(() => VideoRecording.RequireWritable($"{text}/out.avi")).Message,
            StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static EmotionReader Reader() => new(
        ModelFile.Load(DefaultWeights.Find()), FaceDetectors.Create(), ComputeTarget.Choose(new TrainingOptions { Device = "cpu", Precision = Precision.Fp32 }));

    private static List<LiveFrame> Read(string path, LiveOptions options)
    {
        using var source = VideoSource.OpenInput(path);
        using var frames = new FrameReader(source, new StageTimes());
        using var reader = Reader();
        using var live = new LiveReader(reader, options);
        var read = new List<LiveFrame>();
        while (frames.Next(CancellationToken.None) is { } frame)
        {
            using (frame)
                read.Add(live.Read(LivePicture.ToPhoto(frame.Image, "frame"), frame.Number, frame.Seconds));
        }

        return read;
    }

    private static FaceReading At(List<LiveFrame> frames, int frame, int person) => frames[frame].Persons.Single(it => it.Person == person).Reading;

    private static int All(string path)
    {
        using var source = VideoSource.OpenInput(path);
        var count = 0;
        while (source.Read() is { } frame)
        {
            frame.Dispose();
            count++;
        }

        return count;
    }
}
