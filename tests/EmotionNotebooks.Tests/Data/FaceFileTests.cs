using EmotionNotebooks.Data.Audit;

namespace EmotionNotebooks.Tests.Data;

/// <summary>What is the same whatever faces come in: the splits that are drawn, and the final exam that stays behind.</summary>
public sealed class FaceFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Should_draw_the_same_parts_when_the_source_names_none()
    {
        var path = Csv("emotion,pixels\n", (label, pixels) => $"{label},{pixels}\n", count: 210);

        var read = FaceFile.Read(path);
        var exam = FaceFile.ReadFinalExam(path);

        Assert.Equal((168, 21, 21), (read.Part(Split.Training).Count, read.Part(Split.PublicTest).Count, read.Withheld));
        Assert.True(exam.IsFinalExam);
        Assert.Equal(21, exam.Count);
        Assert.All(exam.CountByClass(), n => Assert.Equal(3, n));
        Assert.Equal(Enumerable.Range(1, 210).Select(i => $"row {i}").Order(),
            Enumerable.Range(0, 189).Select(i => read.Origins[i]).Concat(Enumerable.Range(0, 21).Select(i => exam.Origins[i])).Order());
        Assert.Equal(read.Sha256, FaceFile.Read(path).Sha256);
        Assert.NotEqual(read.Sha256, FaceFile.Read(path, new ReadOptions { SplitSeed = 7 }).Sha256);
    }

    [Fact]
    public void Should_draw_what_selects_when_the_source_names_a_test_part_alone()
    {
        var path = Csv(FerText.Header, (label, pixels) => $"{label},{pixels},{(label == 6 ? "PrivateTest" : "Training")}\n", count: 210);

        var read = FaceFile.Read(path);

        Assert.Equal((162, 18, 30), (read.Part(Split.Training).Count, read.Part(Split.PublicTest).Count, read.Withheld));
        Assert.Equal(30, FaceFile.ReadFinalExam(path).Count);
    }

    [Fact]
    public void Should_keep_identical_pictures_on_one_side_when_it_draws()
    {
        var path = Csv("emotion,pixels\n", (label, pixels) => $"{label},{pixels}\n", count: 210, pictures: 60);

        var read = FaceFile.Read(path);

        var groups = DuplicateGroups.Find(read);
        Assert.NotEmpty(groups.Repeated);
        Assert.All(groups.Repeated, group => Assert.Single(group.Select(i => read.Splits[i]).Distinct()));
        var exam = FaceFile.ReadFinalExam(path);
        var seen = Enumerable.Range(0, read.Count).Select(i => Convert.ToHexString(read.Face(i))).ToHashSet();
        Assert.DoesNotContain(Enumerable.Range(0, exam.Count), i => seen.Contains(Convert.ToHexString(exam.Face(i))));
    }

    [Fact]
    public void Should_say_so_when_there_is_no_final_exam_and_none_may_be_drawn()
    {
        var selecting = Csv(FerText.Header, (label, pixels) => $"{label},{pixels},{(label == 6 ? "PublicTest" : "Training")}\n", count: 70);
        Assert.Contains("holds no final exam", Assert.Throws<FaceDataException>(() => FaceFile.ReadFinalExam(selecting)).Message, StringComparison.Ordinal);
        var few = Csv("emotion,pixels\n", (label, pixels) => $"{label},{pixels}\n", count: 7);
        Assert.Contains("too few to draw", Assert.Throws<FaceDataException>(() => FaceFile.ReadFinalExam(few)).Message, StringComparison.Ordinal);
        Assert.Equal(7, FaceFile.Read(few).Part(Split.Training).Count);
    }

    [Fact]
    public void Should_refuse_votes_when_the_source_has_no_rows_of_fer()
    {
        FaceCache.Write(FakeFaces.Mixed(7, 7), _folder.File("a.faces"));

        var error = Assert.Throws<FaceDataException>(() => FaceFile.Read(_folder.File("a.faces"), new ReadOptions { Votes = "votes.csv" }));

        Assert.Contains("votes belong to the rows of FER-2013's CSV", error.Message, StringComparison.Ordinal);
    }

    private string Csv(string header, Func<int, string, string> row, int count, int pictures = int.MaxValue)
    {
        var path = _folder.File("faces.csv");
        File.WriteAllText(path, header + string.Concat(Enumerable.Range(0, count).Select(i => row(i % 7, Picture(i % pictures)))));
        return path;

        // FerText's pixels repeat after 256 seeds.
        static string Picture(int i) => $"{i / 200} {FerText.Pixels(i)[(FerText.Pixels(i).IndexOf(' ') + 1)..]}";
    }
}
