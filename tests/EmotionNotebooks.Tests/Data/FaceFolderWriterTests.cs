using FsCheck;
using FsCheck.Fluent;

namespace EmotionNotebooks.Tests.Data;

[Trait("Needs", "Vision")]
public sealed class FaceFolderWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Should_give_back_what_was_written()
    {
        var turn = 0;
        var sets = from seed in Gen.Choose(0, int.MaxValue)
                   from more in Gen.Choose(0, 25)
                   from splits in Gen.Elements<Split[]>([Split.Training], [Split.PublicTest], [Split.Training, Split.PublicTest], [Split.PrivateTest])
                   from names in Gen.Elements<string[]>([.. Emotions.Names], ["happy"], ["angry", "sad", "Zorn", "contempt", "hellauf begeistert"])
                   select Set((ulong)seed, more, splits, names);
        Prop.ForAll(sets.ToArbitrary(), IsGivenBack).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

        void IsGivenBack(FaceSet set)
        {
            var path = _folder.File($"{turn++}");
            FaceFolderWriter.Write(set, path);

            var back = set.IsFinalExam ? FaceFile.ReadFinalExam(path) : FaceFolder.Read(path, ReadOptions.Default);

            Assert.Equal(set.Sha256, back.Sha256);
            Assert.Equal(set.ClassNames, back.ClassNames);
        }
    }

    [Fact]
    public void Should_lay_the_rows_out_by_split_and_class()
    {
        var set = Set(1, 0, [Split.Training, Split.PublicTest], ["angry", "sad"]);
        FaceFolderWriter.Write(set, _folder.File("set/"));

        Assert.Equal(
            Enumerable.Range(0, set.Count).Select(i => $"{(set.Splits[i] == Split.Training ? "train" : "validation")}/{set.ClassNames[set.Labels[i]]}/{i + 1:D7}.png").Order(),
            Directory.GetFiles(_folder.File("set"), "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_folder.File("set"), path)).Order());
        Assert.Equal(["set"], Directory.GetFileSystemEntries(_folder.Path).Select(path => Path.GetFileName(path)));
        Assert.Equal("validation/sad/0000004.png", FaceFile.Read(_folder.File("set")).Origins[3]);
    }

    [Fact]
    public void Should_write_into_an_empty_folder_and_no_other()
    {
        var set = Set(1, 0, [Split.Training], ["sad"]);
        Directory.CreateDirectory(_folder.File("empty"));
        FaceFolderWriter.Write(set, _folder.File("empty"));
        Assert.Equal(1, FaceFolder.Read(_folder.File("empty"), ReadOptions.Default).Count);

        Assert.Equal($"{_folder.File("empty")}: it exists and is not an empty folder; expected a new or an empty one", Fails(set, "empty"));
        File.WriteAllText(_folder.File("file"), "");
        Assert.Equal($"{_folder.File("file")}: it exists and is not an empty folder; expected a new or an empty one", Fails(set, "file"));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("a\\b")]
    [InlineData(".hidden")]
    [InlineData("__MACOSX")]
    [InlineData(" sad")]
    [InlineData("line\nbreak")]
    [InlineData("what?")]
    public void Should_refuse_a_class_that_can_be_no_folder(string name)
    {
        Assert.Contains("cannot be a folder; expected a name such as angry", Fails(Set(1, 0, [Split.Training], ["happy", name]), "set"));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("happy", "Happiness")]
    [InlineData("calm", "CALM")]
    public void Should_refuse_classes_that_would_become_one(string one, string other) =>
        Assert.Contains($"among the classes {one}, {other} some would be read back as one", Fails(Set(1, 0, [Split.Training], [one, other]), "set"));

    [Fact]
    public void Should_refuse_a_split_without_one_of_the_classes()
    {
        var set = Set(1, 0, [Split.Training, Split.PublicTest], ["angry", "sad"]);

        Assert.Contains("no PublicTest face is angry; a folder needs every class in every split", Fails(set.Select([0, 1, 3]), "set"));
    }

    [Fact]
    public void Should_leave_nothing_behind_when_it_cannot_write()
    {
        var set = Set(1, 0, [Split.Training], ["sad"]);
        File.WriteAllText(_folder.File("file"), "");

        Assert.ThrowsAny<IOException>(() => FaceFolderWriter.Write(set, _folder.File("file/set")));

        Assert.Equal(["file"], Directory.GetFileSystemEntries(_folder.Path).Select(path => Path.GetFileName(path)));
    }

    [Fact]
    [Trait("Needs", "Data")]
    public void Should_give_back_the_real_data_identically()
    {
        var path = RealData.Fer2013();
        Assert.SkipWhen(path is null, RealData.Absent);
        var whole = FaceFile.Read(path!);
        // Some of each split.
        var set = whole.Select([.. Enumerable.Range(0, whole.Count).Where(i => i % 29 == 0)]);

        FaceFolderWriter.Write(set, _folder.File("fer"));

        Assert.Equal(set.Sha256, FaceFile.Read(_folder.File("fer")).Sha256);
    }

    private static FaceSet Set(ulong seed, int more, Split[] splits, string[] names)
    {
        var random = new SeededRandom(seed);
        var needed = splits.SelectMany(split => names.Select((_, label) => (Split: split, Label: (byte)label)));
        var extra = Enumerable.Range(0, more).Select(_ => (Split: splits[random.NextInt(splits.Length)], Label: (byte)random.NextInt(names.Length)));
        var rows = needed.Concat(extra).ToArray();
        if (more > 0)
            random.Shuffle<(Split, byte)>(rows);
        var pixels = new byte[rows.Length * FaceSet.PixelsPerFace];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)random.NextInt(256);
        return new(pixels, rows.Select(row => row.Label).ToArray(), rows.Select(row => row.Split).ToArray(), "test", names);
    }

    private string Fails(FaceSet set, string name) =>
        Assert.Throws<FaceDataException>(() => FaceFolderWriter.Write(set, _folder.File(name))).Message;
}
