using System.Text;
using System.Text.Json;

namespace EmotionNotebooks.Kernel.Transport;

/// <summary>What Jupyter tells a kernel about where to listen.</summary>
internal sealed record ConnectionFile
{
    private const string Hmac = "hmac-sha256";

    /// <summary><c>tcp</c> or <c>ipc</c>.</summary>
    public required string Transport { get; init; }

    /// <summary>The address to listen at; with ipc the path that sockets' names start with.</summary>
    public required string Ip { get; init; }

    /// <summary>The key of signatures; empty where messages carry none.</summary>
    public required byte[] Key { get; init; }

    /// <summary>Port of shell.</summary>
    public required int ShellPort { get; init; }

    /// <summary>Port of control.</summary>
    public required int ControlPort { get; init; }

    /// <summary>Port of iopub.</summary>
    public required int IopubPort { get; init; }

    /// <summary>Port of stdin.</summary>
    public required int StdinPort { get; init; }

    /// <summary>Port of the heartbeat.</summary>
    public required int HeartbeatPort { get; init; }

    /// <summary>The address of a port, as libzmq writes it.</summary>
    public string AddressOf(int port) => Transport == "ipc" ? $"ipc://{Ip}-{port}" : $"tcp://{Ip}:{port}";

    /// <summary>Reads a connection file.</summary>
    /// <param name="path">Where it is.</param>
    /// <exception cref="InvalidDataException">It is no connection file, or asks for what there is not.</exception>
    public static ConnectionFile Load(string path)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(File.ReadAllBytes(path));
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}: no connection file of Jupyter, which is JSON: {e.Message}");
        }

        using (document)
        {
            return Read(document.RootElement, path);
        }
    }

    private static ConnectionFile Read(JsonElement root, string path)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException($"{path}: {root.ValueKind}; expected a connection file of Jupyter, a JSON object");
        }

        var transport = Text("transport", "tcp");
        if (transport is not ("tcp" or "ipc"))
        {
            throw new InvalidDataException($"{path}, transport: '{transport}'; expected tcp or ipc");
        }

        var key = Text("key", "");
        var scheme = Text("signature_scheme", Hmac);
        if (scheme != Hmac && key.Length > 0)
        {
            throw new InvalidDataException($"{path}, signature_scheme: '{scheme}'; expected {Hmac}");
        }

        return new ConnectionFile
        {
            Transport = transport,
            Ip = Text("ip", null),
            Key = Encoding.UTF8.GetBytes(key),
            ShellPort = Port("shell_port"),
            ControlPort = Port("control_port"),
            IopubPort = Port("iopub_port"),
            StdinPort = Port("stdin_port"),
            HeartbeatPort = Port("hb_port"),
        };

        string Text(string name, string? otherwise) =>
            !root.TryGetProperty(name, out var value) && otherwise is not null ? otherwise
            : value.ValueKind == JsonValueKind.String ? value.GetString()!
            : throw new InvalidDataException($"{path}, {name}: {Found(value)}; expected text");

        int Port(string name) =>
            root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var port) && port is > 0 and < 65536
                ? port
                : throw new InvalidDataException($"{path}, {name}: {Found(value)}; expected a port from 1 to 65535");
    }

    private static string Found(JsonElement value) => value.ValueKind == JsonValueKind.Undefined ? "absent" : value.GetRawText();
}
