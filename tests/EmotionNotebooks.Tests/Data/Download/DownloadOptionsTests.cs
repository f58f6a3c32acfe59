using EmotionNotebooks.Data.Download;

namespace EmotionNotebooks.Tests.Data.Download;

public sealed class DownloadOptionsTests
{
    [Theory]
    [InlineData("https://www.kaggle.com/api/v1", "https://www.kaggle.com/api/v1/")]
    [InlineData("https://proxy.example/kaggle/", "https://proxy.example/kaggle/")]
    [InlineData("http://127.0.0.1:8080/api", "http://127.0.0.1:8080/api/")]
    [InlineData("http://localhost/", "http://localhost/")]
    public void Should_Take_Addresses_That_A_Token_Can_Be_Sent_To(string address, string expected) =>
        Assert.Equal(expected, new DownloadOptions { Address = new Uri(address) }.Address.AbsoluteUri);

    [Theory]
    [InlineData("http://www.kaggle.com/api/v1/")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("api/v1/")]
    public void Should_Refuse_Addresses_That_Would_Show_The_Token_To_Others(string address)
    {
        var error = Assert.Throws<ArgumentException>(() => new DownloadOptions { Address = new Uri(address, UriKind.RelativeOrAbsolute) });

        Assert.Contains("it must be an https address, or an http address of this machine", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Refuse_Numbers_Out_Of_Range()
    {
        Assert.Throws<ArgumentException>(() => new DownloadOptions { Attempts = 0 });
        Assert.Throws<ArgumentException>(() => new DownloadOptions { Patience = TimeSpan.Zero });
        Assert.Throws<ArgumentException>(() => new DownloadOptions { FirstPause = TimeSpan.FromSeconds(-1) });
        Assert.Throws<ArgumentException>(() => new DownloadOptions { LongestPause = TimeSpan.Zero });
    }
}
