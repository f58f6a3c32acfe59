using System.CommandLine;
using System.Security.Cryptography;
using EmotionNotebooks.Export;
using EmotionNotebooks.Faces;
using EmotionNotebooks.Training;
using EmotionNotebooks.Web;

namespace EmotionNotebooks.Cli.Commands;

/// <summary><c>emotion serve</c>: the web page and its API.</summary>
internal sealed class ServeCommand
{
    private const int Million = 1_000_000;

    // Each has its own weights in memory.
    private const int MostCopies = 4;

    private readonly Option<int?> _port = new("--port", "-p") { Description = "Port to listen on, 8080 by default; 0 takes a free one", HelpName = "n" };

    private readonly Option<string?> _host = new("--host")
    {
        Description = "Address to listen on: an IP address, or * for all of this machine's. By default 127.0.0.1, which only this machine can reach",
        HelpName = "address",
    };

    private readonly Option<string?> _apiKey = new("--api-key")
    {
        Description = "What clients must know; needed with --host. Better in the environment variable EMOTION_API_KEY, where other users can't see it",
        HelpName = "key",
    };

    private readonly Option<string?> _model = new("--model", "-m")
    {
        Description = $"The .safetensors file of a trained network. Without it: {DefaultWeights.Variable}, or the weights of this repository",
        HelpName = "file",
    };

    private readonly Option<string?> _detector = new("--detector")
    {
        Description = $"What finds the faces: {string.Join(", ", FaceDetectors.Names)}, or a YuNet file (.onnx). Clients may ask for haar-fast",
        HelpName = "name",
    };

    private readonly Option<string> _device = new("--device")
    {
        Description = "auto (a GPU where there is one), cpu, cuda or cuda:N",
        HelpName = "name",
        DefaultValueFactory = _ => "auto",
    };

    private readonly Option<int> _threads = new("--threads") { Description = "Processor threads; 0 for one per core", HelpName = "n" };

    private readonly Option<int?> _maxBody = new("--max-body") { Description = "Megabytes of a request at most, 16 by default", HelpName = "n" };

    private readonly Option<int?> _maxPixels = new("--max-pixels") { Description = "Million pixels of a picture at most, 25 by default", HelpName = "n" };

    private readonly Option<int?> _maxPictures = new("--max-pictures") { Description = "Pictures in a request at most, 16 by default", HelpName = "n" };

    private readonly Option<int?> _maxInFlight = new("--max-in-flight")
    {
        Description = "Requests that are worked on at a time, 64 by default; others are told to come back (503)",
        HelpName = "n",
    };

    private readonly Option<int?> _rate = new("--rate")
    {
        Description = "Requests a second that one client address may send, 100 by default (429 above that); 0 for any number",
        HelpName = "n",
    };

    private readonly Option<int?> _batchSize = new("--batch-size")
    {
        Description = "Faces that the network classifies in one go at most, those of all clients together; 16 by default",
        HelpName = "n",
    };

    public static Command Create() => new ServeCommand().Build();

    private Command Build()
    {
        var command = new Command("serve", """
            Serve a web page that reads faces in pictures and before the webcam, and its API.

            Only this machine can reach it, unless --host says otherwise. Pictures are never stored. Ctrl-C answers what is in flight and ends it.
            """)
        {
            _port, _host, _apiKey, _model, _detector, _device, _threads, _maxBody, _maxPixels, _maxPictures, _maxInFlight, _rate, _batchSize,
        };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var options = Options(parsed);
        options.RequireKeyBeyondLoopback();
        var path = DefaultWeights.Find(parsed.GetValue(_model));
        var threads = options.Readers > 0 ? options.Readers : Environment.ProcessorCount;
        var copies = Math.Min(MostCopies, threads);
        var target = ComputeTarget.Choose(new TrainingOptions { Device = parsed.GetValue(_device)!, Threads = threads / copies, Precision = Precision.Fp32 });
        copies = target.Device.type == TorchSharp.DeviceType.CPU ? copies : 1;
        using var readers = new Readers(path, parsed.GetValue(_detector), target, copies);
        var card = new ModelCard(
            readers.Name, Path.GetFileName(path), Sha256(path), readers.Summary.Parameters, readers.Summary.MultiplyAdds, readers.Detector,
            copies == 1 ? $"{target}" : $"{target}, {copies} batches at a time");
        Serve(options, readers.All, card, path).GetAwaiter().GetResult();
        return 0;
    }

    // Apart from the rest, since this is what loads ASP.NET Core.
    private static async Task Serve(ServeOptions options, IReadOnlyList<EmotionReader> readers, ModelCard card, string path)
    {
        using var interruption = new Interruption("answering what is in flight, then stopping (once more to stop at once)");
        await using var server = await EmotionServer.StartAsync(options, readers, card, line => Console.Error.WriteLine($"emotion: {line}"));
        Report.Rows(
            ("page", server.Address.ToString()),
            ("network", $"{card.Name}, {path}"),
            ("faces", card.Detector ?? "pictures are faces"),
            ("compute", card.Compute),
            ("open to", options.IsLoopback ? "this machine" : "everybody who can reach it and knows the API key"));
        await interruption.Asked;
        await server.StopAsync();
    }

    private ServeOptions Options(ParseResult parsed)
    {
        var plain = new ServeOptions();
        return new()
        {
            Host = parsed.GetValue(_host) ?? plain.Host,
            Port = parsed.GetValue(_port) ?? plain.Port,
            ApiKey = parsed.GetValue(_apiKey) ?? Variable("EMOTION_API_KEY"),
            MaxBodyBytes = parsed.GetValue(_maxBody) is { } body ? (long)body * Million : plain.MaxBodyBytes,
            MaxPixels = parsed.GetValue(_maxPixels) is { } pixels ? (long)pixels * Million : plain.MaxPixels,
            MaxPictures = parsed.GetValue(_maxPictures) ?? plain.MaxPictures,
            MaxInFlight = parsed.GetValue(_maxInFlight) ?? plain.MaxInFlight,
            RequestsPerSecond = parsed.GetValue(_rate) ?? plain.RequestsPerSecond,
            BatchSize = parsed.GetValue(_batchSize) ?? plain.BatchSize,
            Readers = parsed.GetValue(_threads),
        };
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static string Sha256(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
