namespace EmotionNotebooks.Tests.Data;

[Trait("Needs", "Vision")]
public sealed class FaceFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Should_read_split_folders_of_any_name_and_case_in_the_order_of_file_names()
    {
        Put("TRAIN/Happiness/b.png", 1);
        Put("TRAIN/anger/d.PNG", 2);
        Put("Validation/happy/a.png", 3);
        Put("Validation/Angry/c.jpeg", 4, PictureFixtures.Bytes("grey.jpg"));
        Put("valid/3_joy/b.png", 5);
        Put("valid/angry/B.png", 6);

        var set = FaceFolder.Read(_folder.Path, ReadOptions.Default);

        Assert.Equal(["angry", "happy"], set.ClassNames);
        Assert.Equal(["valid/angry/B.png", "Validation/happy/a.png", "TRAIN/Happiness/b.png", "valid/3_joy/b.png", "Validation/Angry/c.jpeg",
            "TRAIN/anger/d.PNG"], Enumerable.Range(0, set.Count).Select(i => set.Origins[i]));
        Assert.Equal([0, 1, 1, 1, 0, 0], set.Labels.ToArray());
        Assert.Equal([Split.PublicTest, Split.PublicTest, Split.Training, Split.PublicTest, Split.PublicTest, Split.Training], set.Splits.ToArray());
        Assert.Equal([6, 3, 1, 5], new[] { 0, 1, 2, 3 }.Select(i => (int)set.Face(i)[7]));
        Assert.Equal(PictureFixtures.Expected("grey.jpg"), set.Face(4).ToArray());
        Assert.Equal(_folder.Path, set.Source);
        Assert.Equal(0, set.Withheld);
    }

    [Fact]
    public void Should_take_everything_for_training_when_there_are_no_split_folders()
    {
        Put("contempt/1.png", 1);
        Put("Sadness/2.png", 2);
        Put("sad/3.png", 3);
        Put("bored/4.png", 4);

        var set = FaceFolder.Read(_folder.Path, ReadOptions.Default);

        // FER-2013's first, whatever they are called; two spellings are one class.
        Assert.Equal(["sad", "bored", "contempt"], set.ClassNames);
        Assert.Equal([2, 0, 0, 1], set.Labels.ToArray());
        Assert.True(set.Splits.IndexOfAnyExcept(Split.Training) < 0);
    }

    [Fact]
    public void Should_ignore_what_is_no_picture_and_what_is_hidden()
    {
        Put("happy/1.png", 1);
        Put("happy/.2.png", 2);
        File.WriteAllText(_folder.File("happy/Thumbs.db"), "");
        File.WriteAllText(_folder.File("readme.txt"), "");
        Put(".trash/sad/3.png", 3);
        Put("__MACOSX/happy/4.png", 4);
        Put("preview.png", 5);

        Assert.Equal(1, FaceFolder.Read(_folder.Path, ReadOptions.Default).Count);
    }

    [Fact]
    public void Should_withhold_the_final_exam_without_opening_it_and_give_it_alone_when_asked()
    {
        Put("train/happy/1.png", 1);
        Put("train/sad/2.png", 2);
        Put("test/happy/3.png", 3);
        Put("test/sad/0.png", 4);
        Put("test/sad/4.png", 0, "no picture at all"u8.ToArray());

        var set = FaceFolder.Read(_folder.Path, ReadOptions.Default);
        Assert.Equal((2, 3, false), (set.Count, set.Withheld, set.IsFinalExam));

        var bad = BadFaces.Skip();
        var exam = FaceFile.ReadFinalExam(_folder.Path, new() { BadFaces = bad });
        Assert.True(exam.IsFinalExam);
        Assert.Equal([1, 0], exam.Labels.ToArray());
        Assert.Equal(4, exam.Face(0)[0]);
        Assert.Equal(0, exam.Withheld);
        Assert.Single(bad.LeftOut);
    }

    [Fact]
    public void Should_say_so_when_there_is_nothing_that_may_be_given()
    {
        Put("test/happy/1.png", 1);
        Assert.Equal("all 1 pictures are PrivateTest, the final exam, which only `emotion evaluate --final` reads", Fails());

        Put("train/happy/1.png", 1);
        Put("val/happy/2.png", 2);
        Directory.Delete(_folder.File("test"), recursive: true);
        Assert.Equal($"{_folder.Path}: no test folder beside the 2 pictures that train and select; this folder holds no final exam",
            Assert.Throws<FaceDataException>(() => FaceFile.ReadFinalExam(_folder.Path)).Message);
    }

    [Fact]
    public void Should_leave_the_exam_to_be_drawn_when_no_split_is_named()
    {
        for (var i = 0; i < 60; i++)
            Put($"{(i % 2 == 0 ? "happy" : "sad")}/{i:D2}.png", (byte)i);

        var set = FaceFile.Read(_folder.Path);
        var exam = FaceFile.ReadFinalExam(_folder.Path);

        Assert.Equal((54, 6, 6), (set.Count, set.Withheld, exam.Count));
        Assert.Equal((48, 6), (set.Part(Split.Training).Count, set.Part(Split.PublicTest).Count));
        Assert.Equal(60, Enumerable.Range(0, 54).Select(i => set.Origins[i]).Concat(Enumerable.Range(0, 6).Select(i => exam.Origins[i])).Distinct().Count());
    }

    [Fact]
    public void Should_refuse_what_is_no_data_set_and_say_what_it_is()
    {
        const string expected = "; expected one folder per class, such as happy, or the folders train, validation and test with one per class in each";
        Assert.Equal("not a folder of faces, it holds nothing" + expected, Fails());

        Put("a.png", 1);
        File.WriteAllText(_folder.File("b.txt"), "");
        Assert.Equal("not a folder of faces, it holds 'a.png', 'b.txt'" + expected, Fails());

        Put("src/deep/a.png", 1);
        Directory.CreateDirectory(_folder.File("docs"));
        Assert.Equal("not a folder of faces, it holds 'docs', 'src', 'a.png' and 1 more" + expected, Fails());
    }

    [Fact]
    public void Should_refuse_an_empty_class_folder()
    {
        Put("happy/1.png", 1);
        Directory.CreateDirectory(_folder.File("sad"));
        Assert.Equal("sad: the class folder holds nothing; expected pictures (.png, .jpg, .jpeg, .bmp or .webp)", Fails(", "));

        File.WriteAllText(_folder.File("sad/Thumbs.db"), "");
        File.WriteAllText(_folder.File("sad/.DS_Store"), "");
        Assert.Equal("sad: the class folder holds '.DS_Store', 'Thumbs.db'; expected pictures (.png, .jpg, .jpeg, .bmp or .webp)", Fails(", "));
    }

    [Fact]
    public void Should_refuse_folders_in_a_class_folder()
    {
        Put("train/happy/1.png", 1);
        Put("train/happy/more/2.png", 2);

        Assert.Equal("train/happy: it holds the folder 'more'; expected the pictures of one class", Fails(", "));
    }

    [Fact]
    public void Should_refuse_pictures_without_a_class_folder()
    {
        Put("train/happy/1.png", 1);
        Put("test/2.png", 2);
        Assert.Equal("test: it holds '2.png'; expected one folder per class, such as happy", Fails(", "));

        Directory.Delete(_folder.File("test"), recursive: true);
        Directory.CreateDirectory(_folder.File("val"));
        Assert.Equal("val: it holds nothing; expected one folder per class, such as happy", Fails(", "));
    }

    [Fact]
    public void Should_refuse_split_folders_beside_class_folders()
    {
        Put("train/happy/1.png", 1);
        Put("happy/2.png", 2);

        Assert.Equal("split folders ('train') stand beside others ('happy'); expected either split folders or class folders", Fails());
    }

    [Theory]
    [InlineData("train", "validation", "PublicTest")]
    [InlineData("validation", "train", "Training")]
    [InlineData("train", "test", "PrivateTest")]
    public void Should_refuse_a_class_that_another_split_lacks(string having, string lacking, string split)
    {
        Put($"{having}/happy/1.png", 1);
        Put($"{having}/disgusted/2.png", 2);
        Put($"{lacking}/happy/3.png", 3);

        Assert.Equal($"there is {having}/disgusted, and nothing like it for {split}; expected the same classes in every split", Fails());
    }

    [Fact]
    public void Should_name_the_first_bad_picture_or_list_them_all()
    {
        for (var i = 0; i < 200; i++)
            Put($"happy/{i:D3}.png", (byte)i, i % 60 == 41 ? [(byte)i] : null);
        Put("happy/120.png", 0, PictureFixtures.Bytes("grey.png")[..300]);

        for (var turn = 0; turn < 5; turn++)
            Assert.Equal("happy/041.png: no picture, it begins with ')'; expected PNG, JPEG, BMP or WebP", Fails(", "));

        var bad = BadFaces.Skip();
        var set = FaceFolder.Read(_folder.Path, new() { BadFaces = bad });
        Assert.Equal(196, set.Count);
        Assert.Equal(["041", "101", "120", "161"], bad.LeftOut.Select(line => line.Split("happy/")[1][..3]));
        Assert.StartsWith($"{_folder.Path}, happy/120.png: the picture cannot be read (", bad.LeftOut[2]);
        for (var i = 0; i < set.Count; i++)
            Assert.Equal($"happy/{set.Face(i)[100]:D3}.png", set.Origins[i]);
    }

    [Fact]
    public void Should_refuse_a_folder_without_one_good_picture()
    {
        Put("happy/1.png", 0, [1]);

        var message = Assert.Throws<FaceDataException>(() => FaceFolder.Read(_folder.Path, new() { BadFaces = BadFaces.Skip() })).Message;

        Assert.Equal($"{_folder.Path}: none of its 1 pictures can be read; expected at least one that can", message);
    }

    [Fact]
    public void Should_follow_links_but_not_in_circles()
    {
        Put("elsewhere/1.png", 1);
        Directory.CreateDirectory(_folder.File("set"));
        Directory.CreateSymbolicLink(_folder.File("set/happy"), _folder.File("elsewhere"));
        Directory.CreateSymbolicLink(_folder.File("set/sad"), _folder.File("set"));
        Directory.CreateSymbolicLink(_folder.File("set/self"), _folder.File("set/self"));
        Directory.CreateSymbolicLink(_folder.File("elsewhere/up"), _folder.File("."));
        File.CreateSymbolicLink(_folder.File("elsewhere/2.png"), _folder.File("elsewhere/1.png"));

        // The cache looks through the folder as well.
        var set = FaceFile.Read(_folder.File("set"), new() { CacheFolder = _folder.File("cache") });

        Assert.Equal(["happy"], set.ClassNames);
        Assert.Equal(["happy/1.png", "happy/2.png"], new[] { set.Origins[0], set.Origins[1] });
    }

    [Fact]
    [Trait("Needs", "Root")] // or rather not to be root, who may read everything
    public void Should_name_what_may_not_be_read()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName == "root")
        {
            Assert.Skip("Windows has no such modes, and root may read everything");
            return;
        }

        Put("happy/1.png", 1);
        Put("happy/2.png", 2);
        File.SetUnixFileMode(_folder.File("happy/2.png"), UnixFileMode.None);
        Assert.StartsWith("happy/2.png: cannot be read (", Fails(", "));

        File.SetUnixFileMode(_folder.File("happy"), UnixFileMode.None);
        var message = Fails(", ");
        File.SetUnixFileMode(_folder.File("happy"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.StartsWith("happy: the folder cannot be read (", message);
    }

    [Fact]
    public void Should_say_so_when_a_picture_leads_nowhere()
    {
        Put("happy/1.png", 1);
        File.CreateSymbolicLink(_folder.File("happy/2.png"), _folder.File("gone.png"));

        Assert.StartsWith("happy/2.png: cannot be read (", Fails(", "));
    }

    private string Fails(string separator = ": ")
    {
        var message = Assert.Throws<FaceDataException>(() => FaceFolder.Read(_folder.Path, ReadOptions.Default)).Message;
        Assert.DoesNotContain('\n', message);
        Assert.StartsWith(_folder.Path + separator, message);
        return message[(_folder.Path.Length + separator.Length)..];
    }

    private void Put(string place, byte grey, byte[]? content = null)
    {
        var path = _folder.File(place);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var face = new byte[FaceSet.PixelsPerFace];
        Array.Fill(face, grey);
        File.WriteAllBytes(path, content ?? FacePicture.EncodePng(face));
    }
}
