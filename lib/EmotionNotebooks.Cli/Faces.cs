using System.CommandLine;
using EmotionNotebooks.Data;

namespace EmotionNotebooks.Cli;

/// <summary>The options that say which faces a command works on.</summary>
internal sealed class Faces
{
    /// <summary>The sample faces are a data set: they don't change with a training's seed.</summary>
    private const ulong SampleSeed = 2013;

    private const int MostListed = 20;

    private readonly Option<string[]> _data = new("--data", "-d")
    {
        Description = "Faces: FER-2013's CSV (plain, .gz, inside .zip or .tar.gz), a folder with a folder per class, Parquet, or a .faces cache. "
            + "Again for several sources, which are merged. Without it: generated sample faces",
        HelpName = "path",
    };

    private readonly Option<string[]> _map = new("--map")
    {
        Description = "Rename a class of a source, such as contempt=disgust, or leave it out: contempt=. May be given again",
        HelpName = "from=to",
    };

    private readonly Option<string?> _votes = new("--votes")
    {
        Description = "FER+'s votes (fer2013new.csv) for the rows of the first --data",
        HelpName = "path",
    };

    private readonly Option<bool> _skipBad = new("--skip-bad")
    {
        Description = "Leave out faces that cannot be used and list them, instead of stopping at the first",
    };

    private readonly Option<ulong> _splitSeed = new("--split-seed")
    {
        Description = "Seed of the train, validation and test parts that are drawn where a source names none",
        HelpName = "n",
        DefaultValueFactory = _ => ReadOptions.Default.SplitSeed,
    };

    private readonly Option<bool> _noCache = new("--no-cache")
    {
        Description = "Read the sources themselves, and keep no cache of them (in EMOTION_CACHE, or the user's cache folder)",
    };

    private readonly Option<int> _samples = new("--samples")
    {
        Description = "How many sample faces to generate where --data is not given",
        HelpName = "n",
        DefaultValueFactory = _ => SampleFaces.DefaultCount,
    };

    public void AddTo(Command command)
    {
        Option[] options = [_data, _map, _votes, _skipBad, _splitSeed, _noCache, _samples];
        foreach (var option in options)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Whether any source was named; the faces are drawn where none was.</summary>
    public bool HasSources(ParseResult parsed) => parsed.GetResult(_data) is { Implicit: false };

    /// <summary>Whether any source, or how many samples, was named.</summary>
    public bool AreGiven(ParseResult parsed) => HasSources(parsed) || parsed.GetResult(_samples) is { Implicit: false };

    /// <summary>The arguments that name the same faces from any folder.</summary>
    public IReadOnlyList<string> Arguments(ParseResult parsed)
    {
        List<string> arguments = [];
        foreach (var path in parsed.GetValue(_data) ?? [])
        {
            arguments.AddRange([_data.Name, Path.GetFullPath(path)]);
        }

        foreach (var rule in parsed.GetValue(_map) ?? [])
        {
            arguments.AddRange([_map.Name, rule]);
        }

        if (parsed.GetValue(_votes) is { } votes)
        {
            arguments.AddRange([_votes.Name, Path.GetFullPath(votes)]);
        }

        if (parsed.GetValue(_skipBad))
        {
            arguments.Add(_skipBad.Name);
        }

        arguments.AddRange([_splitSeed.Name, parsed.GetValue(_splitSeed).ToString(), _samples.Name, parsed.GetValue(_samples).ToString()]);
        return arguments;
    }

    /// <summary>The faces that train and select.</summary>
    public FaceSet Load(ParseResult parsed) =>
        Load(parsed, FaceFile.Read, SampleFaces.Generate);

    /// <summary>The final exam and nothing else; whoever reads it writes down that it was read.</summary>
    public FaceSet LoadFinalExam(ParseResult parsed) =>
        Load(parsed, FaceFile.ReadFinalExam, SampleFaces.GenerateFinalExam);

    private FaceSet Load(ParseResult parsed, Func<string, ReadOptions?, FaceSet> read, Func<int, ulong, FaceSet> generate)
    {
        var paths = parsed.GetValue(_data) ?? [];
        var votes = parsed.GetValue(_votes);
        var map = LabelMap.Parse(parsed.GetValue(_map) ?? []);
        if (paths.Length == 0)
        {
            var count = parsed.GetValue(_samples);
            return (votes, count) switch
            {
                (not null, _) => throw new ArgumentException("--votes is given without --data; it must come with the CSV whose rows were voted on"),
                (_, < 100 or > 500_000) => throw new ArgumentException($"--samples is {count}; it must be from 100 to 500000"),
                _ => Map(map, [generate(count, SampleSeed)])[0],
            };
        }

        var badFaces = parsed.GetValue(_skipBad) ? BadFaces.Skip() : BadFaces.Refuse;
        var options = new ReadOptions
        {
            BadFaces = badFaces,
            SplitSeed = parsed.GetValue(_splitSeed),
            CacheFolder = parsed.GetValue(_noCache) ? null : FaceCache.DefaultFolder,
        };
        var sets = paths.Select((path, i) => read(path, i == 0 ? options with { Votes = votes } : options)).ToArray();
        ListLeftOut(badFaces.LeftOut);
        var merged = FaceSets.Merge(Map(map, sets), out var dropped);
        if (dropped > 0)
        {
            Console.Error.WriteLine($"emotion: left out {dropped} training faces that another source selects by");
        }

        return merged;
    }

    private static FaceSet[] Map(LabelMap map, FaceSet[] sets)
    {
        var known = sets.SelectMany(set => set.ClassNames).Distinct().ToArray();
        var idle = map.Sources.FirstOrDefault(source => !known.Contains(source, StringComparer.OrdinalIgnoreCase));
        return idle is null
            ? [.. sets.Select(map.Apply)]
            : throw new ArgumentException($"--map has a rule for '{idle}', which no source has; there are: {string.Join(", ", known)}");
    }

    private static void ListLeftOut(IReadOnlyList<string> leftOut)
    {
        if (leftOut.Count == 0)
        {
            return;
        }

        Console.Error.WriteLine($"emotion: left out {leftOut.Count:N0} faces that cannot be used:");
        foreach (var fault in leftOut.Take(MostListed))
        {
            Console.Error.WriteLine($"  {fault}");
        }

        if (leftOut.Count > MostListed)
        {
            var list = Path.Combine("artifacts", "left-out.txt");
            AtomicFile.WriteText(list, string.Join('\n', leftOut) + "\n");
            Console.Error.WriteLine($"  and {leftOut.Count - MostListed:N0} more; the whole list: {list}");
        }
    }
}
