using EmotionNotebooks.Data;
using EmotionNotebooks.Interactive.Live;
using EmotionNotebooks.Training;
using static TorchSharp.torch;

namespace EmotionNotebooks.Interactive.Tests.Live;

[Trait("Needs", "Libtorch")]
public sealed class LiveTrainingTests
{
    private static readonly FaceSet Faces = Shown.Faces(80);

    private readonly List<string> _shown = [];

    [Fact]
    public void Should_update_one_output_when_a_network_trains()
    {
        var history = Train(new LiveTraining(Show), epochs: 2, CancellationToken.None);

        Assert.Equal("starting 2 epochs", _shown[0]);
        Assert.Contains(_shown, text => text.StartsWith("after: epoch 1 of 2", StringComparison.Ordinal));
        Assert.StartsWith("done: epoch 2 of 2", _shown[^1], StringComparison.Ordinal);
        Assert.Contains($"at epoch {history.Best!.Epoch}", _shown[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_so_when_interrupted()
    {
        using var source = new CancellationTokenSource();
        Train(new LiveTraining(Show, source.Token), epochs: 50, source.Token, new StopAfter(source, steps: 3));

        Assert.Contains("stopped", _shown[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(" left", _shown[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Should_draw_without_a_script_when_shown()
    {
        var state = new LiveTrainingState(Shown.History(3), 10, new(4, 10, 50, 100, 0.5, 0.75, 321, TimeSpan.FromSeconds(90)), TimeSpan.FromSeconds(5), IsStopped: false);
        var html = Shown.Html(state);

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("width: 35.0%", html, StringComparison.Ordinal);
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.Equal("epoch 4 of 10 · loss 0.500 · accuracy 75.0% · 321 images/s · 1 min 30 s left · best validation accuracy 73.33% at epoch 3", Shown.Plain(state));
        Assert.Contains("stopped after 5.0 s", Shown.Plain(state with { IsStopped = true }), StringComparison.Ordinal);
    }

    private Action<object> Show(object value)
    {
        _shown.Add(Shown.Plain(value));
        return next => _shown.Add(Shown.Plain(next));
    }

    private static TrainingHistory Train(LiveTraining live, int epochs, CancellationToken cancellation, params TrainingCallback[] others)
    {
        var options = new TrainingOptions { Epochs = epochs, BatchSize = 16, Device = "cpu" };
        manual_seed(1);
        using var network = new OneLayer();
        return new Trainer(network, options, ComputeTarget.Choose(options), [live, .. others]).Fit(Faces.Part(Split.Training), Faces.Part(Split.PublicTest), cancellation: cancellation);
    }

    private sealed class OneLayer : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> _logits = nn.Linear(FaceSet.PixelsPerFace, Emotions.Count);

        public OneLayer()
            : base("one-layer") => register_module("logits", _logits);

        // (N, 1, 48, 48) to (N, C)
        public override Tensor forward(Tensor input) => _logits.call(input.reshape(input.shape[0], -1));
    }

    private sealed class StopAfter(CancellationTokenSource source, int steps) : TrainingCallback
    {
        public override void OnStep(TrainingState state)
        {
            if (state.StepsTaken == steps)
                source.Cancel();
        }
    }
}
