using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmotionNotebooks.Training;

/// <summary>What an optimizer remembers, as named tensors: <c>PARAMETER.momentum_buffer</c>, or <c>.exp_avg</c>, <c>.exp_avg_sq</c> and <c>.step</c>.</summary>
internal static class OptimizerTensors
{
    /// <summary>Takes it out. Made in the caller's scope; the tensors are not copies.</summary>
    public static Dictionary<string, Tensor> Of(OptimizerHelper optimizer, nn.Module network)
    {
        var tensors = new Dictionary<string, Tensor>();
        foreach (var (name, state) in Named(optimizer, network))
        {
            switch (state)
            {
                case SGD.State { momentum_buffer: { } buffer }:
                    tensors[$"{name}.momentum_buffer"] = buffer;
                    break;
                case Adam.State adam:
                    Add(adam.step, adam.exp_avg, adam.exp_avg_sq);
                    break;
                case AdamW.State adam:
                    Add(adam.step, adam.exp_avg, adam.exp_avg_sq);
                    break;
            }

            void Add(long step, Tensor mean, Tensor square)
            {
                tensors[$"{name}.step"] = tensor(new long[] { step });
                tensors[$"{name}.exp_avg"] = mean;
                tensors[$"{name}.exp_avg_sq"] = square;
            }
        }

        return tensors;
    }

    /// <summary>Puts it back.</summary>
    /// <exception cref="InvalidDataException">A tensor is missing or has another shape.</exception>
    public static void Restore(OptimizerHelper optimizer, nn.Module network, IReadOnlyDictionary<string, Tensor> tensors)
    {
        var parameters = network.named_parameters().ToDictionary(pair => pair.name, pair => pair.parameter);
        foreach (var (name, state) in Named(optimizer, network))
        {
            var like = parameters[name];
            switch (state)
            {
                case SGD.State sgd when tensors.ContainsKey($"{name}.momentum_buffer"):
                    Put(tensors, $"{name}.momentum_buffer", like, ref sgd.momentum_buffer);
                    break;
                case Adam.State adam:
                    Put(tensors, $"{name}.exp_avg", like, ref adam.exp_avg);
                    Put(tensors, $"{name}.exp_avg_sq", like, ref adam.exp_avg_sq);
                    adam.step = StepOf(tensors, name);
                    break;
                case AdamW.State adam:
                    Put(tensors, $"{name}.exp_avg", like, ref adam.exp_avg);
                    Put(tensors, $"{name}.exp_avg_sq", like, ref adam.exp_avg_sq);
                    adam.step = StepOf(tensors, name);
                    break;
            }
        }
    }

    private static IEnumerable<(string Name, OptimizerState State)> Named(OptimizerHelper optimizer, nn.Module network) =>
        network.named_parameters().Select(pair => pair.name).Zip(optimizer.state_dict().State);

    private static Tensor Find(IReadOnlyDictionary<string, Tensor> tensors, string name, Tensor like) =>
        !tensors.TryGetValue(name, out var found) ? throw new InvalidDataException($"it lacks the tensor '{name}'")
        : !found.shape.SequenceEqual(like.shape) ? throw new InvalidDataException(
            $"'{name}' is {string.Join('×', found.shape)}; the network has {string.Join('×', like.shape)}")
        : found;

    private static long StepOf(IReadOnlyDictionary<string, Tensor> tensors, string name) =>
        tensors.TryGetValue($"{name}.step", out var step) && step.dtype == ScalarType.Int64 && step.shape is [1]
            ? step.data<long>().ToArray()[0]
            : throw new InvalidDataException($"it lacks the tensor '{name}.step'");

    // On the parameter's device and outside all scopes.
    private static void Put<T>(IReadOnlyDictionary<string, Tensor> tensors, string name, Tensor like, ref T target)
        where T : Tensor?
    {
        using var off = no_grad();
        target?.Dispose();
        target = (T)empty(like.shape, like.dtype, like.device).copy_(Find(tensors, name, like)).DetachFromDisposeScope();
    }
}
