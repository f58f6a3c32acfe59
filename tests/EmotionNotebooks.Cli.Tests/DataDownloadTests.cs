using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EmotionNotebooks.Cli.Tests;

/// <summary><c>emotion data download</c> against a server on this machine; what it does when servers misbehave is the library's test.</summary>
public sealed class DataDownloadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Should_Fetch_Check_And_Say_How_To_Go_On()
    {
        using var server = new OneFile(200, Csv());

        var result = Run(server.Address, "--dataset", "some-one/faces/faces.csv", "--to", "got");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("reads as faces: 1 Training, 1 PublicTest and 0 PrivateTest faces", result.Output, StringComparison.Ordinal);
        Assert.EndsWith($"use it:  emotion train --data {Path.Combine("got", "faces.csv")}", result.Output, StringComparison.Ordinal);
        Assert.Equal(Csv(), File.ReadAllBytes(_folder.File("got/faces.csv")));
        Assert.DoesNotContain("secret", result.Output + result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, 2, "does not know the token of KAGGLE_USERNAME and KAGGLE_KEY")]
    [InlineData(403, 2, "accept the rules")]
    [InlineData(410, 1, "410")]
    public void Should_Exit_With_2_When_The_User_Can_Mend_It_And_With_1_Otherwise(int status, int expected, string message)
    {
        using var server = new OneFile(status, []);

        var result = Run(server.Address);

        Assert.Equal(expected, result.ExitCode);
        Assert.Contains(message, Assert.Single(result.Error.Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.Output + result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'x' is no Kaggle dataset", "--dataset", "x")]
    [InlineData("there is no Kaggle token here; make one at https://www.kaggle.com/settings")]
    public void Should_Exit_With_2_When_Name_Or_Token_Is_Missing(string message, params string[] arguments)
    {
        var result = Command.Emotion(
            _folder.Path,
            [("KAGGLE_USERNAME", ""), ("KAGGLE_KEY", ""), ("KAGGLE_API_TOKEN", ""), ("KAGGLE_CONFIG_DIR", _folder.Path)],
            ["data", "download", .. arguments]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, Assert.Single(result.Error.Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kaggle")]
    [InlineData("http://www.kaggle.com/api/v1/")]
    public void Should_Exit_With_2_When_The_Address_Would_Show_The_Token(string address)
    {
        var result = Run(address);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(address, Assert.Single(result.Error.Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Keep_What_Has_Arrived_And_Exit_With_130_When_It_Is_Interrupted()
    {
        using var server = new OneFile(200, Csv()) { ExtraLength = 1000 };
        using var process = Command.Start(
            _folder.Path, Environment(server.Address), "dotnet", Path.Combine(AppContext.BaseDirectory, "emotion.dll"), "data", "download", "--to", ".");
        var part = new FileInfo(_folder.File("fer2013.tar.gz.part"));
        for (var i = 0; i < 600 && !(part.Exists && part.Length == Csv().Length); i++)
        {
            Thread.Sleep(50);
            part.Refresh();
        }

        Assert.Equal(0, Command.Run(_folder.Path, [], "kill", "-INT", process.Id.ToString()).ExitCode);

        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)), "still running 30 s after SIGINT");
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("the same command goes on from there", process.StandardError.ReadToEnd(), StringComparison.Ordinal);
        Assert.Equal(Csv(), File.ReadAllBytes(part.FullName));
    }

    private static byte[] Csv()
    {
        var pixels = string.Join(' ', Enumerable.Range(0, 48 * 48).Select(i => i % 256));
        return Encoding.ASCII.GetBytes($"emotion,pixels,Usage\n3,{pixels},Training\n4,{pixels},PublicTest\n");
    }

    private Command.Result Run(string address, params string[] arguments) =>
        Command.Emotion(_folder.Path, Environment(address), ["data", "download", .. arguments]);

    private static (string, string)[] Environment(string address) =>
        [("EMOTION_KAGGLE_URL", address), ("KAGGLE_USERNAME", "ada"), ("KAGGLE_KEY", "secret")];

    /// <summary>A server that gives every caller the same answer; where it has promised more than that, it is silent then.</summary>
    private sealed class OneFile : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public OneFile(int status, byte[] body)
        {
            _listener.Start();
            _ = Serve(status, body);
        }

        public int ExtraLength { get; init; }

        public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/";

        public void Dispose() => _listener.Stop();

        private async Task Serve(int status, byte[] body)
        {
            while (true)
            {
                TcpClient client;
                try
                {
                    client = await _listener.AcceptTcpClientAsync();
                }
                catch (SocketException)
                {
                    return;
                }

                using (client)
                {
                    await using var stream = client.GetStream();
                    var request = new byte[1 << 14];
                    _ = await stream.ReadAsync(request);
                    var head = $"HTTP/1.1 {status} Whatever\r\nConnection: close\r\nContent-Length: {body.Length + ExtraLength}\r\n\r\n";
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
                    await stream.WriteAsync(body);
                    if (ExtraLength > 0)
                    {
                        _ = await stream.ReadAsync(request);
                    }
                }
            }
        }
    }
}
