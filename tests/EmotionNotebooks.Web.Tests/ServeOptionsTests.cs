namespace EmotionNotebooks.Web.Tests;

public sealed class ServeOptionsTests
{
    [Fact]
    public void Should_Refuse_Values_And_Say_What_Is_Right()
    {
        Assert.Equal("Port is 70000; it must be from 0 to 65535", Message(() => new ServeOptions { Port = 70_000 }));
        Assert.StartsWith("Host is 'here'; it must be an IP address", Message(() => new ServeOptions { Host = "here" }), StringComparison.Ordinal);
        Assert.Equal("MaxPixels is 10; it must be from 2304 to 1000000000", Message(() => new ServeOptions { MaxPixels = 10 }));
        var key = Message(() => new ServeOptions { ApiKey = "secret" });
        Assert.Equal("ApiKey has 6 characters; it must have at least 8, of ASCII without spaces", key);
        Assert.DoesNotContain("secret", key, StringComparison.Ordinal);

        static string Message(Func<ServeOptions> make) => Assert.Throws<ArgumentException>(make).Message;
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.9.9.9", true)]
    [InlineData("localhost", true)]
    [InlineData("::1", true)]
    [InlineData("*", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("192.168.1.5", false)]
    public void Should_Know_What_Only_This_Machine_Reaches(string host, bool isLoopback)
    {
        var options = new ServeOptions { Host = host };

        Assert.Equal(isLoopback, options.IsLoopback);
        if (isLoopback)
        {
            options.RequireKeyBeyondLoopback();
        }
        else
        {
            Assert.Throws<ArgumentException>(options.RequireKeyBeyondLoopback);
            (options with { ApiKey = "correct-horse" }).RequireKeyBeyondLoopback();
        }
    }
}
