using System.CommandLine;
using System.Diagnostics;
using System.Security.Cryptography;
using EmotionNotebooks.Export;
using EmotionNotebooks.Faces;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Cli.Commands;

/// <summary><c>emotion predict</c>: reads the emotions of faces in pictures.</summary>
internal sealed class PredictCommand
{
    private const string StandardInput = "-";

    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);

    private readonly Argument<string[]> _sources = new("pictures")
    {
        Description = "Pictures (PNG, JPEG, BMP, WebP): files, folders, patterns such as 'photos/**/*.jpg', or - for one on standard input",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _model = new("--model", "-m")
    {
        Description = $"The .safetensors file of a trained network. Without it: {DefaultWeights.Variable}, or the weights of this repository",
        HelpName = "file",
    };

    private readonly Option<string?> _json = new("--json")
    {
        Description = "Write JSON Lines, an object for each picture, to this file, or to standard output: -",
        HelpName = "file",
    };

    private readonly Option<string?> _csv = new("--csv")
    {
        Description = "Write CSV, a line for each face, to this file, or to standard output: -",
        HelpName = "file",
    };

    private readonly Option<string?> _annotate = new("--annotate")
    {
        Description = "Draw boxes, emotions and bars over the pictures: a .png for one picture, or a folder",
        HelpName = "path",
    };

    private readonly Option<bool> _resume = new("--resume") { Description = "Go on with the --json and --csv that an earlier run has left" };

    private readonly Option<bool> _isFace = new("--face")
    {
        Description = "Each picture is a face already: its largest centred square is read, and no face is looked for",
    };

    private readonly Option<string?> _detector = new("--detector")
    {
        Description = $"What finds the faces: {string.Join(", ", FaceDetectors.Names)}",
        HelpName = "name",
    };

    private readonly Option<bool> _mirror = new("--mirror") { Description = "Read each face a second time mirrored and give the mean; takes longer" };

    private readonly Option<double?> _uncertain = new("--uncertain-below")
    {
        Description = "Call a face uncertain whose largest probability is below this, 0 to 1. Without it: the network's own threshold",
        HelpName = "p",
    };

    private readonly Compute _compute = new();

    public static Command Create() => new PredictCommand().Build();

    private Command Build()
    {
        var command = new Command("predict", "Read the emotions of the faces in pictures.");
        command.Arguments.Add(_sources);
        foreach (var option in new Option[] { _model, _json, _csv, _annotate, _resume, _isFace, _detector, _mirror, _uncertain })
        {
            command.Options.Add(option);
        }

        _compute.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        RequireFitting(parsed);
        var sources = parsed.GetValue(_sources)!;
        var files = sources is [StandardInput] ? [] : sources.SelectMany(PictureFiles.Find).DistinctBy(file => file.Path).ToArray();
        var single = sources is [StandardInput] || files.Length == 1;
        if (parsed.GetValue(_annotate) is { } target && IsPng(target) && !single)
        {
            throw new ArgumentException($"--annotate is '{target}', and there are {files.Length:N0} pictures; name a folder for them");
        }

        var path = DefaultWeights.Find(parsed.GetValue(_model));
        using var reader = Reader(parsed, path);
        using var run = new PredictionRun(parsed.GetValue(_annotate), IsPng(parsed.GetValue(_annotate) ?? ""), Network(path));
        var resume = parsed.GetValue(_resume);
        run.AddLog(parsed.GetValue(_json), new JsonReadings(), resume);
        run.AddLog(parsed.GetValue(_csv), new CsvReadings(reader.ClassNames), resume);
        using var interruption = new Interruption();
        if (sources is [StandardInput])
        {
            run.Add(Photo.Decode(StandardInputBytes(), "standard input"), reader);
        }
        else
        {
            ReadFiles(run, reader, files, interruption);
        }

        return Finish(parsed, run, interruption);
    }

    private static void ReadFiles(PredictionRun run, EmotionReader reader, PictureFile[] files, Interruption interruption)
    {
        var left = run.Left(files);
        var (clock, sinceLine, done) = (Stopwatch.StartNew(), Stopwatch.StartNew(), 0);
        foreach (var outcome in reader.Read(left, interruption.Token))
        {
            run.Add(outcome);
            done++;
            if (sinceLine.Elapsed > LineEvery)
            {
                sinceLine.Restart();
                var seconds = clock.Elapsed.TotalSeconds * (left.Count - done) / done;
                Console.Error.WriteLine($"emotion: {done:N0} of {left.Count:N0} pictures, {done / clock.Elapsed.TotalSeconds:0.0} a second, {seconds:0} s left");
            }
        }
    }

    private int Finish(ParseResult parsed, PredictionRun run, Interruption interruption)
    {
        var isFree = parsed.GetValue(_json) != StandardInput && parsed.GetValue(_csv) != StandardInput;
        if (interruption.Happened)
        {
            run.Flush();
            run.Summary.Print(isFree, run.Skipped);
            Console.Error.WriteLine("emotion: interrupted; the same command with --resume goes on");
            return Guard.Interrupted;
        }

        run.Finish();
        run.Summary.Print(isFree, run.Skipped);
        return run.Summary.ReadAny || run.Skipped > 0 ? 0 : Guard.BadInput;
    }

    private void RequireFitting(ParseResult parsed)
    {
        var sources = parsed.GetValue(_sources)!;
        if (sources.Length > 1 && sources.Contains(StandardInput))
        {
            throw new ArgumentException("- is given beside other pictures; standard input holds one picture and must be alone");
        }

        if (parsed.GetValue(_json) == StandardInput && parsed.GetValue(_csv) == StandardInput)
        {
            throw new ArgumentException("--json and --csv are both '-'; only one of them can go to standard output");
        }

        if (parsed.GetValue(_resume) && !(parsed.GetValue(_json) ?? parsed.GetValue(_csv) ?? StandardInput).Equals(StandardInput, StringComparison.Ordinal))
        {
            return;
        }

        if (parsed.GetValue(_resume))
        {
            throw new ArgumentException("--resume goes on with a file; name it by --json or --csv");
        }
    }

    private EmotionReader Reader(ParseResult parsed, string path)
    {
        var options = new EmotionReaderOptions
        {
            PictureIsFace = parsed.GetValue(_isFace),
            AveragesMirrored = parsed.GetValue(_mirror),
            UncertainBelow = parsed.GetValue(_uncertain),
        };
        if (options.PictureIsFace && parsed.GetValue(_detector) is not null)
        {
            throw new ArgumentException("--face says that no face is looked for; leave out --detector");
        }

        var training = _compute.Apply(parsed, new TrainingOptions());
        if (training.Precision == Precision.Bf16)
        {
            throw new ArgumentException("--precision is bf16; faces are read in fp32, so that a face has the same probabilities everywhere");
        }

        var target = ComputeTarget.Choose(training with { Precision = Precision.Fp32 });
        var detector = options.PictureIsFace ? null : FaceDetectors.Create(parsed.GetValue(_detector));
        return new EmotionReader(ModelFile.Load(path), detector, target, options);
    }

    // Named by content, since two trainings give the same file name.
    private static string Network(string path)
    {
        using var stream = File.OpenRead(path);
        return $"{Path.GetFileNameWithoutExtension(path)} {Convert.ToHexStringLower(SHA256.HashData(stream))[..12]}";
    }

    private static bool IsPng(string path) => Path.GetExtension(path).Equals(".png", StringComparison.OrdinalIgnoreCase);

    private static byte[] StandardInputBytes()
    {
        using var stream = Console.OpenStandardInput();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
