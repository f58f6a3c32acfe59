using EmotionNotebooks.Kernel.Tests.Support;
using EmotionNotebooks.Kernel.Transport;

namespace EmotionNotebooks.Kernel.Tests.Transport;

[Trait("Needs", "Nothing")]
public sealed class ConnectionFileTests : IDisposable
{
    private const string Whole = """
        {"shell_port": 1, "iopub_port": 2, "stdin_port": 3, "control_port": 4, "hb_port": 5, "ip": "127.0.0.1",
         "key": "secret", "transport": "tcp", "signature_scheme": "hmac-sha256", "kernel_name": "x"}
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Should_Read_What_Jupyter_Writes()
    {
        var connection = Load(Whole);

        Assert.Equal((1, 2, 3, 4, 5), (connection.ShellPort, connection.IopubPort, connection.StdinPort, connection.ControlPort, connection.HeartbeatPort));
        Assert.Equal("secret"u8, connection.Key);
        Assert.Equal("tcp://127.0.0.1:7", connection.AddressOf(7));
        Assert.Equal("ipc:///run/k-7", Load(Whole.Replace("tcp", "ipc").Replace("127.0.0.1", "/run/k")).AddressOf(7));
    }

    [Fact]
    public void Should_Take_Any_Scheme_When_There_Is_No_Key() => Assert.Empty(Load(Whole.Replace("secret", "").Replace("hmac-sha256", "")).Key);

    [Theory]
    [InlineData("shell_port\": 1", "shell_port\": 70000", "shell_port: 70000; expected a port from 1 to 65535")]
    [InlineData("shell_port\": 1", "shell_port\": \"1\"", "shell_port: \"1\"; expected a port")]
    [InlineData("hb_port", "heartbeat", "hb_port: absent; expected a port")]
    [InlineData("\"tcp\"", "\"udp\"", "transport: 'udp'; expected tcp or ipc")]
    [InlineData("hmac-sha256", "hmac-md5", "signature_scheme: 'hmac-md5'; expected hmac-sha256")]
    [InlineData("\"127.0.0.1\"", "17", "ip: 17; expected text")]
    [InlineData("{", "", "no connection file of Jupyter, which is JSON")]
    [InlineData("{", "[{}]", "no connection file")]
    public void Should_Say_What_Is_Wrong(string right, string wrong, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => Load(Whole.Replace(right, wrong)));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.StartsWith(_folder.File("kernel.json"), error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private ConnectionFile Load(string text)
    {
        File.WriteAllText(_folder.File("kernel.json"), text);
        return ConnectionFile.Load(_folder.File("kernel.json"));
    }
}
