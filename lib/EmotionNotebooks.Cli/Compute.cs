using System.CommandLine;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Cli;

/// <summary>The options that say where and in which precision to compute.</summary>
internal sealed class Compute
{
    private readonly Option<string> _device = new("--device")
    {
        Description = "auto (a GPU where there is one), cpu, cuda or cuda:N",
        HelpName = "name",
        DefaultValueFactory = _ => "auto",
    };

    private readonly Option<string> _precision = new("--precision")
    {
        Description = "auto (bf16 where the hardware gains from it), fp32 or bf16",
        HelpName = "name",
        DefaultValueFactory = _ => "auto",
    };

    private readonly Option<bool> _deterministic = new("--deterministic")
    {
        Description = "The same seed gives the same weights, bit for bit: fp32, fixed threads",
    };

    private readonly Option<int> _threads = new("--threads") { Description = "Processor threads; 0 for one per core", HelpName = "n" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _device, _precision, _deterministic, _threads })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The same, with what was given on the command line alone.</summary>
    public TrainingOptions Change(ParseResult parsed, TrainingOptions options)
    {
        var asked = Apply(parsed, options);
        return options with
        {
            Device = IsGiven(_device) ? asked.Device : options.Device,
            Precision = IsGiven(_precision) ? asked.Precision : options.Precision,
            Deterministic = IsGiven(_deterministic) ? asked.Deterministic : options.Deterministic,
            Threads = IsGiven(_threads) ? asked.Threads : options.Threads,
        };

        bool IsGiven(Option option) => parsed.GetResult(option) is { Implicit: false };
    }

    public TrainingOptions Apply(ParseResult parsed, TrainingOptions options) => options with
    {
        Device = parsed.GetValue(_device)!,
        Precision = Words.ToEnum("--precision", parsed.GetValue(_precision), options.Precision),
        Deterministic = parsed.GetValue(_deterministic),
        Threads = parsed.GetValue(_threads),
    };
}
