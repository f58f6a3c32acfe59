using System.CommandLine;
using EmotionNotebooks.Export;
using EmotionNotebooks.Faces;
using EmotionNotebooks.Live;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Cli.Commands;

/// <summary><c>emotion camera</c>: reads the emotions of faces before a camera or in a video.</summary>
internal sealed class CameraCommand
{
    private readonly Option<int?> _device = new("--device")
    {
        Description = $"The camera's number, from 0. Without it: {VideoSource.DeviceVariable}, or 0",
        HelpName = "n",
    };

    private readonly Option<string?> _input = new("--input", "-i")
    {
        Description = "A video file, or the address of a stream, in place of a camera",
        HelpName = "file|url",
    };

    private readonly Option<string?> _model = new("--model", "-m")
    {
        Description = $"The .safetensors file of a trained network. Without it: {DefaultWeights.Variable}, or the weights of this repository",
        HelpName = "file",
    };

    private readonly Option<string?> _record = new("--record")
    {
        Description = "Record what is shown: .mp4, or .mkv or .avi, which can be played even if this process is killed",
        HelpName = "file",
    };

    private readonly Option<string?> _csv = new("--csv")
    {
        Description = "Write who was seen when with which probabilities; a page with plots comes beside it at the end",
        HelpName = "file",
    };

    private readonly Option<bool> _headless = new("--headless") { Description = "Without a window, for machines without a display" };

    private readonly Option<string?> _detector = new("--detector")
    {
        Description = $"What finds the faces of the first frame, and with --search-every 1 of all: {string.Join(", ", FaceDetectors.Names)}",
        HelpName = "name",
    };

    private readonly Option<bool> _mirror = new("--mirror") { Description = "Read each face a second time mirrored and give the mean; takes longer" };

    private readonly Option<double> _smooth = new("--smooth")
    {
        Description = "Smooth probabilities over so many seconds; 0 for none",
        HelpName = "s",
        DefaultValueFactory = _ => new TrackerOptions().Smoothing,
    };

    private readonly Option<int> _searchEvery = new("--search-every")
    {
        Description = "Search the whole picture for new faces every so many frames; 1 for the same boxes as 'emotion predict', which is slow",
        HelpName = "n",
        DefaultValueFactory = _ => new LiveOptions().SearchEvery,
    };

    private readonly Option<string> _compute = new("--compute")
    {
        Description = "Where the network runs: auto (a GPU where there is one), cpu, cuda or cuda:N",
        HelpName = "name",
        DefaultValueFactory = _ => "auto",
    };

    private readonly Option<int> _threads = new("--threads") { Description = "Processor threads of the network; 0 for one per core", HelpName = "n" };

    public static Command Create() => new CameraCommand().Build();

    private Command Build()
    {
        var command = new Command("camera", "Read the emotions of faces before a camera or in a video, live.");
        foreach (var option in new Option[] { _device, _input, _model, _record, _csv, _headless, _detector, _mirror, _smooth, _searchEvery, _compute, _threads })
        {
            command.Options.Add(option);
        }

        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        RequireFitting(parsed);
        var path = DefaultWeights.Find(parsed.GetValue(_model));
        var options = new LiveOptions
        {
            SearchEvery = parsed.GetValue(_searchEvery),
            Tracker = new() { Smoothing = parsed.GetValue(_smooth) },
        };
        if (!parsed.GetValue(_headless))
        {
            Display.Require();
        }

        using var interruption = new Interruption();
        var source = parsed.GetValue(_input) is { } input
            ? VideoSource.OpenInput(input)
            : VideoSource.OpenDevice(VideoSource.ChooseDevice(parsed.GetValue(_device)));
        var times = new StageTimes();
        using var frames = new FrameReader(source, times);
        using var reader = Reader(parsed, path);
        using var live = new LiveReader(reader, options with { WaitsForSearch = !source.IsLive }, times);
        using var run = new CameraRun(source, live, reader.ClassNames, parsed.GetValue(_record), parsed.GetValue(_csv), !parsed.GetValue(_headless));
        return run.Run(frames, interruption);
    }

    private void RequireFitting(ParseResult parsed)
    {
        if (parsed.GetValue(_input) is not null && parsed.GetValue(_device) is not null)
        {
            throw new ArgumentException("--device and --input are both given; pictures come from a camera or from a video");
        }

        string?[] files = [parsed.GetValue(_input), parsed.GetValue(_record), parsed.GetValue(_csv)];
        string[] paths = [.. files.Where(file => !string.IsNullOrEmpty(file)).Select(file => Path.GetFullPath(file!))];
        if (paths.Distinct().Count() < paths.Length)
        {
            throw new ArgumentException("--input, --record and --csv name the same file twice; each needs its own");
        }

        if (parsed.GetValue(_record) is { } recording)
        {
            VideoRecording.RequireKnown(recording);
            VideoRecording.RequireWritable(recording);
        }

        if (parsed.GetValue(_csv) is { } timeline)
        {
            VideoRecording.RequireWritable(timeline);
        }
    }

    private EmotionReader Reader(ParseResult parsed, string path)
    {
        var training = new TrainingOptions { Device = parsed.GetValue(_compute)!, Threads = parsed.GetValue(_threads), Precision = Precision.Fp32 };
        var target = ComputeTarget.Choose(training);
        return new EmotionReader(ModelFile.Load(path), FaceDetectors.Create(parsed.GetValue(_detector)), target, new() { AveragesMirrored = parsed.GetValue(_mirror) });
    }
}
