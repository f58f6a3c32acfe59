// Our side of tests/bench/run. Speaks lines: a request on stdin, one JSON object on stdout.
//   train|infer|loop NET fp32|bf16 STEPS
//   augment OPERATION BATCHES
//   export BATCH STEPS WEIGHTS
//   save NET PATH             untrained weights, for `predict`
// With arguments: `predict PATH` loads weights and predicts one face in a fresh process; `--threads N` sets the threads.
using System.Text.Json;
using EmotionNotebooks.Bench;
using EmotionNotebooks.Data;
using EmotionNotebooks.Export;
using EmotionNotebooks.Models;
using TorchSharp;
using static TorchSharp.torch;
using Acceleration = EmotionNotebooks.Training.Acceleration;

var threads = Array.IndexOf(args, "--threads") is var at and >= 0 ? int.Parse(args[at + 1]) : 0;
if (threads > 0)
    set_num_threads(threads);

if (args is ["predict", var weights, ..])
{
    Predict(weights);
    return 0;
}

Reply(new
{
    engine = $".NET {Environment.Version}, {Acceleration.Version}",
    threads = get_num_threads(),
    bf16 = Acceleration.IsAvailable && Acceleration.Bf16Gains(CPU),
});
var benches = new Dictionary<string, NetworkBench>();
while (Console.ReadLine() is { } line)
{
    try
    {
        Reply(Answer(line.Split(' ')));
    }
    catch (Exception e)
    {
        // Whatever it is, the driver shows it.
        Reply(new { error = $"{e.GetType().Name}: {e.Message}" });
    }
}

foreach (var bench in benches.Values)
    bench.Dispose();
return 0;

object Answer(string[] words) => words switch
{
    ["save", var net, var path] => Save(net, path),
    ["train", var net, var mode, var steps] => Bench(net, mode).Train(int.Parse(steps)),
    ["infer", var net, var mode, var steps] => Bench(net, mode).Infer(int.Parse(steps)),
    ["augment", var operation, var batches] => AugmentBench.Measure(operation, int.Parse(batches)),
    ["export", var batch, var steps, .. var path] => ExportBench.Measure(string.Join(' ', path), int.Parse(batch), int.Parse(steps)),
    ["loop", var net, var mode, var steps] => Bench(net, mode).Loop(int.Parse(steps)),
    _ => throw new ArgumentException($"unknown request: {string.Join(' ', words)}"),
};

NetworkBench Bench(string net, string mode)
{
    var bf16 = mode == "bf16" || (mode == "fp32" ? false : throw new ArgumentException($"unknown mode: {mode}"));
    var key = $"{net} {mode}";
    if (!benches.TryGetValue(key, out var bench))
        benches[key] = bench = new NetworkBench(net, bf16);
    return bench;
}

static object Save(string net, string path)
{
    using var network = ModelCatalog.Find(net).Create(Emotions.Count);
    ModelFile.Save(path, network, net, Emotions.Names);
    return new { saved = path };
}

static void Predict(string path)
{
    var model = ModelFile.Load(path);
    using var network = model.Network;
    Folding.Fold(network);
    using var scope = NewDisposeScope();
    using var inference = inference_mode();
    var probabilities = nn.functional.softmax(network.call(rand(1, 1, FaceSet.Side, FaceSet.Side)), 1); // (1, 7)
    Console.WriteLine(model.ClassNames[(int)probabilities.argmax(1).ToInt64()]);
}

static void Reply(object answer) => Console.WriteLine(JsonSerializer.Serialize(answer));
