using static TorchSharp.torch;

namespace EmotionNotebooks.Training;

/// <summary>
/// The exponential moving average of a network's weights and buffers over the steps (Polyak and Juditsky 1992). It follows fast at first and
/// then with the decay asked for: the decay of step t is at most (1 + t) / (10 + t).
/// </summary>
internal sealed class WeightAverage : IDisposable
{
    private readonly nn.Module _network;
    private readonly double _decay;
    private readonly Dictionary<string, Tensor> _averages;

    /// <param name="network">The network, on the device it trains on.</param>
    /// <param name="decay">Above 0, below 1.</param>
    public WeightAverage(nn.Module network, double decay)
    {
        (_network, _decay) = (network, decay);
        _averages = TensorCopies.Of(network.state_dict());
    }

    /// <summary>The averages by the names of the network's tensors; they stay the average's own.</summary>
    public IReadOnlyDictionary<string, Tensor> Tensors => _averages;

    /// <summary>Takes in the weights after a step.</summary>
    /// <param name="step">How many steps were taken, from 1.</param>
    public void Update(long step)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var keep = Math.Min(_decay, (1.0 + step) / (10.0 + step));
        foreach (var (name, value) in _network.state_dict())
        {
            var average = _averages[name];
            if (value.dtype == ScalarType.Float32)
            {
                average.add_(value.sub(average), alpha: 1 - keep);
            }
            else
            {
                average.copy_(value);
            }
        }
    }

    /// <summary>Puts the averages into the network until disposed.</summary>
    public IDisposable Use() => new Swap(_network, _averages);

    /// <inheritdoc/>
    public void Dispose() => TensorCopies.Free(_averages);

    private sealed class Swap : IDisposable
    {
        private readonly nn.Module _network;
        private readonly Dictionary<string, Tensor> _raw;

        public Swap(nn.Module network, Dictionary<string, Tensor> averages)
        {
            _network = network;
            _raw = TensorCopies.Of(network.state_dict());
            network.load_state_dict(averages);
        }

        public void Dispose()
        {
            _network.load_state_dict(_raw);
            TensorCopies.Free(_raw);
        }
    }
}
