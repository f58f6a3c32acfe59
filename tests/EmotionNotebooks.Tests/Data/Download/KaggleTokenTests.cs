using System.Text;
using EmotionNotebooks.Data.Download;

namespace EmotionNotebooks.Tests.Data.Download;

public sealed class KaggleTokenTests : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly Dictionary<string, string> _environment = [];

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Should_Find_None_When_There_Is_None() => Assert.Null(Find());

    [Fact]
    public void Should_Look_In_The_Variables_First_Then_In_The_Files_Of_Kaggles_Own_Tools()
    {
        var configured = _home.File("configured");
        Assert.Equal("Bearer file-token", Added(_home.File(".config/kaggle/access_token"), "file-token\n"));
        Assert.Equal(Basic("xdg", "k"), Added(_home.File(".config/kaggle/kaggle.json"), """{"username":"xdg","key":"k"}"""));
        Assert.Equal(Basic("dot", "k"), Added(_home.File(".kaggle/kaggle.json"), """{"username":"dot","key":"k"}"""));
        _environment["KAGGLE_CONFIG_DIR"] = configured;
        Assert.Equal(Basic("set", "k"), Added(Path.Combine(configured, "kaggle.json"), """{"username":"set","key":"k"}"""));
        _environment["KAGGLE_API_TOKEN"] = " KGAT_abc ";
        Assert.Equal("Bearer KGAT_abc", Header());
        Assert.Equal("Bearer from-file", Added(_environment["KAGGLE_API_TOKEN"] = _home.File("token"), "from-file\n"));
        (_environment["KAGGLE_USERNAME"], _environment["KAGGLE_KEY"]) = ("ada", "secret");
        Assert.Equal(Basic("ada", "secret"), Header());
        Assert.Equal("Kaggle token of KAGGLE_USERNAME and KAGGLE_KEY", Find()!.ToString());
    }

    [Fact]
    public void Should_Look_Below_The_Folder_For_Settings_That_The_System_Names()
    {
        _environment["XDG_CONFIG_HOME"] = _home.File("settings");

        Assert.Equal("Bearer x", Added(_home.File("settings/kaggle/access_token.txt"), "x"));
    }

    [Theory]
    [InlineData("KAGGLE_USERNAME", "KAGGLE_USERNAME is set but KAGGLE_KEY is not")]
    [InlineData("KAGGLE_KEY", "KAGGLE_KEY is set but KAGGLE_USERNAME is not")]
    public void Should_Say_So_When_One_Of_The_Two_Variables_Is_Missing(string name, string expected)
    {
        _environment[name] = "x";

        Assert.Contains(expected, Assert.Throws<KaggleAccessException>(Find).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"username\":\"ada\",\"key\":\"very-secret")]
    [InlineData("""["very-secret"]""")]
    [InlineData("""{"username":"ada","key":17}""")]
    [InlineData("""{"username":"ada","key":"very-secret\n"}""" + "very-secret")]
    [InlineData("""{"username":"ada","key":"very-secret with spaces"}""")]
    [InlineData("""{"username":"a:da","key":"very-secret"}""")]
    [InlineData("""{"username":"ada","key":""}""")]
    public void Should_Name_The_File_And_Not_The_Key_When_It_Holds_No_Token(string content)
    {
        var path = _home.File(".kaggle/kaggle.json");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);

        var error = Assert.Throws<KaggleAccessException>(Find);

        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Refuse_A_Token_That_Would_Break_Out_Of_Its_Header()
    {
        Assert.Throws<KaggleAccessException>(() => KaggleToken.FromAccessToken("a\r\nHost: b", "test"));
        Assert.Throws<KaggleAccessException>(() => KaggleToken.FromAccessToken("", "test"));
    }

    private static string Basic(string user, string key) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{key}"));

    private string Added(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return Header();
    }

    private string Header() => Find()!.Header.ToString();

    private KaggleToken? Find() => KaggleToken.Find(_environment.GetValueOrDefault, _home.Path);
}
