using System.Text;

namespace EmotionNotebooks.Tests.Data;

public sealed class FerPlusCsvTests : IDisposable
{
    private const string Header = "Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF\n";
    private const string Expected = "the columns Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF";

    private readonly FerText _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void Should_give_each_face_the_votes_of_its_row()
    {
        var faces = _file.Write(FerText.Header + FerText.Row() + FerText.Row(usage: "PublicTest"));
        var votes = Votes(Header + "Training,fer0000000.png,4,0,0,1,3,2,0,0,0,0\nPublicTest,,0,0,0,0,0,0,0,0,0,10\n");

        var set = FaceFile.Read(faces, new ReadOptions { Votes = votes });

        Assert.Equal([4, 0, 0, 1, 3, 2, 0, 0, 0, 0], set.Votes![0].ToArray());
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 0, 10], set.Votes[1].ToArray());
        Assert.Null(FaceFile.Read(faces).Votes);
    }

    [Fact]
    public void Should_go_by_the_row_of_the_file_when_rows_are_withheld_or_left_out()
    {
        // The votes for "neutral" are the row's number.
        string[] usages = ["PrivateTest", "Training", "Training", "PublicTest", "PrivateTest", "Training"];
        var faces = _file.Write(FerText.Header + string.Concat(usages.Select((usage, i) => FerText.Row(i == 2 ? "9" : "0", usage: usage))));
        var votes = Votes(Header + string.Concat(usages.Select((usage, i) => Row(usage, i + 1))));

        var set = FaceFile.Read(faces, new ReadOptions { Votes = votes, BadFaces = BadFaces.Skip() });
        var exam = FaceFile.ReadFinalExam(faces, new ReadOptions { Votes = votes, BadFaces = BadFaces.Skip() });

        Assert.Equal([2, 4, 6], Enumerable.Range(0, set.Count).Select(i => set.Votes![i][0]));
        Assert.Equal([1, 5], Enumerable.Range(0, exam.Count).Select(i => exam.Votes![i][0]));
        Assert.Equal(["row 2", "row 4", "row 6"], Enumerable.Range(0, set.Count).Select(i => set.Origins[i]));
        Assert.Equal(4, set.Part(Split.PublicTest).Votes![0][0]);
    }

    [Fact]
    public void Should_refuse_votes_for_other_rows()
    {
        var faces = _file.Write(FerText.Header + FerText.Row() + FerText.Row(usage: "PrivateTest"));

        var few = Votes(Header + Row("Training", 1));
        Assert.Equal($"{few}: 1 rows; expected 2, one for each row of {faces}", Fails(faces, few));
        var many = Votes(Header + Row("Training", 1) + Row("PrivateTest", 1) + Row("PrivateTest", 1));
        Assert.Equal($"{many}: 3 rows; expected 2, one for each row of {faces}", Fails(faces, many));
        var other = Votes(Header + Row("Training", 1) + Row("PublicTest", 1));
        Assert.Equal($"{other}, row 2: Usage PublicTest; expected PrivateTest, as in row 2 of {faces}", Fails(faces, other));
    }

    [Fact]
    public void Should_only_count_rows_when_the_faces_do_not_say_their_split()
    {
        var faces = _file.Write("emotion,pixels\n" + $"0,{FerText.Pixels()}\n1,{FerText.Pixels()}\n");
        var votes = Votes(Header + Row("Training", 1) + Row("PublicTest", 2));

        Assert.Equal(2, FaceFile.Read(faces, new ReadOptions { Votes = votes }).Votes![1][0]);
    }

    [Theory]
    [InlineData("", "the file is empty; expected a header with " + Expected)]
    [InlineData("emotion,pixels,Usage\n", "not FER+'s CSV: the first line is 'emotion,pixels,Usage'; expected " + Expected)]
    [InlineData(Header + "Elsewhere,a.png,1,1,1,1,1,1,1,1,1,1\n", "Usage 'Elsewhere'; expected Training, PublicTest or PrivateTest", true)]
    [InlineData(Header + "Training,a.png,1,1,1,1,1,1,1,11,1,1\n", "contempt '11'; expected a whole number from 0 to 10", true)]
    [InlineData(Header + "Training,a.png,-1,1,1,1,1,1,1,1,1,1\n", "neutral '-1'; expected a whole number from 0 to 10", true)]
    [InlineData(Header + "Training,a.png,1.5,1,1,1,1,1,1,1,1,1\n", "neutral '1.5'; expected a whole number from 0 to 10", true)]
    [InlineData(Header + "Training,a.png,1,1,1,1,1,1,1,1,1,\n", "NF ''; expected a whole number from 0 to 10", true)]
    [InlineData(Header + "Training,a.png,1,1,1,1,1,1,1,1,1\n", "11 fields; expected 12", true)]
    [InlineData(Header + "Training,a.png,1,1,1,1,1,1,1,1,1,1,1\n", "more than 12 fields; expected 12", true)]
    public void Should_name_the_place_and_the_fault_when_the_file_is_wrong(string text, string expected, bool isRow = false)
    {
        var faces = _file.Write(FerText.Header + FerText.Row());
        var votes = Votes(text);

        // Votes are not faces: a bad row is refused although bad faces are left out.
        var message = Assert.Throws<FaceDataException>(
            () => FaceFile.Read(faces, new ReadOptions { Votes = votes, BadFaces = BadFaces.Skip() })).Message;

        Assert.Equal($"{votes}{(isRow ? ", row 1 (line 2)" : "")}: {expected}", message);
    }

    [Fact]
    public void Should_find_the_file_in_an_archive_and_miss_it_by_name()
    {
        var faces = _file.Write(FerText.Header + FerText.Row());
        var packed = _file.Write(FerText.Zip(("fer2013new.csv", Encoding.UTF8.GetBytes(Header + Row("Training", 7)))), "votes.zip");
        Assert.Equal(7, FaceFile.Read(faces, new ReadOptions { Votes = packed }).Votes![0][0]);

        var missing = Path.Combine(_file.FolderPath, "nothing.csv");
        Assert.Equal($"{missing}: no such file; expected FER+'s CSV, plain or in a gzip, zip or tar file", Fails(faces, missing));
        var other = _file.Write(FerText.Zip(("a.csv", "b\n"u8.ToArray())), "votes.zip");
        Assert.Equal($"{other}: no member is FER+'s CSV: a.csv (other columns); expected one with {Expected}", Fails(faces, other));
    }

    [Fact]
    [Trait("Needs", "Data")]
    public void Should_read_the_real_votes()
    {
        var path = RealData.Fer2013();
        Assert.SkipWhen(path is null, RealData.Absent);
        var votes = Path.Combine(Path.GetDirectoryName(path)!, "fer2013new.csv");
        Assert.SkipUnless(File.Exists(votes), $"FER+'s votes are not beside FER-2013: {votes}");

        var set = FaceFile.Read(path!, new ReadOptions { Votes = votes });

        Assert.Equal(32_298, set.Votes!.Count);
        Assert.Equal([4, 0, 0, 1, 3, 2, 0, 0, 0, 0], set.Votes[0].ToArray());
        var sums = Enumerable.Range(0, set.Count).Select(i => set.Votes[i].ToArray().Sum(count => count)).CountBy(sum => sum).ToDictionary();
        Assert.Equal((32_297, 1), (sums[10], sums[9]));
    }

    private static string Row(string usage, int neutral) => $"{usage},fer.png,{neutral},0,0,0,0,0,0,0,0,0\n";

    private static string Fails(string faces, string votes) =>
        Assert.Throws<FaceDataException>(() => FaceFile.Read(faces, new ReadOptions { Votes = votes })).Message;

    private string Votes(string text) => _file.Write(Encoding.UTF8.GetBytes(text), "votes.csv");
}
