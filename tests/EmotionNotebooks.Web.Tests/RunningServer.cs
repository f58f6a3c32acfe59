using EmotionNotebooks.Export;
using EmotionNotebooks.Faces;
using EmotionNotebooks.Models;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Web.Tests;

/// <summary>A server on a free port over the weights that come with the repository, and a client of it.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    private readonly List<EmotionReader> _readers;
    private readonly List<string> _log = [];

    private RunningServer(List<EmotionReader> readers) => _readers = readers;

    public EmotionServer Server { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    /// <summary>The reader that the server finds faces with.</summary>
    public EmotionReader Reader => _readers[0];

    /// <summary>What the server said of its own failures.</summary>
    public IReadOnlyList<string> Log => _log;

    public static async Task<RunningServer> Start(ServeOptions? options = null)
    {
        var target = ComputeTarget.Choose(new TrainingOptions { Device = "cpu", Precision = Precision.Fp32, Threads = 1 });
        var model = ModelFile.Load(Repository.Weights);
        var summary = ModelSummary.Of(model.Network);
        var detector = FaceDetectors.Create();
        var card = new ModelCard(
            model.Definition.Name, Path.GetFileName(Repository.Weights), new string('0', 64), summary.Parameters, summary.MultiplyAdds, detector.Name, $"{target}");
        var second = new EmotionReader(ModelFile.Load(Repository.Weights), null, target, new() { PictureIsFace = true });
        var running = new RunningServer([new(model, detector, target), second]);
        // Tests that are not about the rate send as fast as they can.
        options ??= new() { RequestsPerSecond = 0 };
        running.Server = await EmotionServer.StartAsync(options with { Port = 0 }, running._readers, card, running._log.Add);
        running.Client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = running.Server.Address, Timeout = TimeSpan.FromSeconds(60) };
        return running;
    }

    public Task<HttpResponseMessage> Send(byte[] body, string? type, string query = "") => Client.PostAsync($"v1/predict{query}", Body(body, type));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        _readers.ForEach(reader => reader.Dispose());
    }

    public static ByteArrayContent Body(byte[] body, string? type)
    {
        var content = new ByteArrayContent(body);
        if (type is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return content;
    }
}
