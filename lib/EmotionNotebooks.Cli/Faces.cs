using System.CommandLine;
using EmotionNotebooks.Data;

namespace EmotionNotebooks.Cli;

/// <summary>The options that say which faces a command works on.</summary>
internal sealed class Faces
{
    private readonly Option<string?> _data = new("--data", "-d")
    {
        Description = "FER-2013's CSV, plain or .gz. Without it: generated sample faces",
        HelpName = "path",
    };

    private readonly Option<int> _samples = new("--samples")
    {
        Description = "How many sample faces to generate where --data is not given",
        HelpName = "n",
        DefaultValueFactory = _ => SampleFaces.DefaultCount,
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_data);
        command.Options.Add(_samples);
    }

    public FaceSet Load(ParseResult parsed, bool finalExam = false)
    {
        if (parsed.GetValue(_data) is { } path)
        {
            return finalExam ? FaceFile.ReadFinalExam(path) : FaceFile.Read(path);
        }

        var count = parsed.GetValue(_samples);
        return count is >= 100 and <= 1_000_000
            ? finalExam ? SampleFaces.GenerateFinalExam(count, SampleSeed) : SampleFaces.Generate(count, SampleSeed)
            : throw new ArgumentException($"--samples is {count}; it must be from 100 to 1000000");
    }

    /// <summary>The sample faces are a data set: they don't change with a training's seed.</summary>
    private const ulong SampleSeed = 2013;
}
