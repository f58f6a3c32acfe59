using System.CommandLine;

namespace EmotionNotebooks.Cli;

/// <summary>The argument that names a trained network.</summary>
internal sealed class Weights
{
    private readonly Argument<string> _path = new("weights") { Description = "The .safetensors file of a trained network" };

    public void AddTo(Command command) => command.Arguments.Add(_path);

    /// <summary>The file, which exists.</summary>
    public string Path(ParseResult parsed)
    {
        var path = parsed.GetValue(_path)!;
        TrainedNetwork.RequireFile(path);
        return path;
    }
}
