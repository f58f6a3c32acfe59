using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmotionNotebooks.Explain;

/// <summary>A network in evaluation mode whose parameters take no gradients, until this is disposed: looking at it changes nothing of it.</summary>
internal sealed class StillNetwork : IDisposable
{
    private readonly nn.Module _network;
    private readonly Parameter[] _learning;
    private readonly bool _wasTraining;

    public StillNetwork(nn.Module network)
    {
        _network = network;
        _wasTraining = network.training;
        Parameter[] all = [.. network.parameters()];
        Device = all.Length == 0 ? CPU : all[0].device;
        _learning = [.. all.Where(parameter => parameter.requires_grad)];
        network.eval();
        Learn(false);
    }

    /// <summary>Where the network computes.</summary>
    public Device Device { get; }

    public void Dispose()
    {
        Learn(true);
        _network.train(_wasTraining);
    }

    private void Learn(bool on)
    {
        foreach (var parameter in _learning)
        {
            parameter.requires_grad = on;
        }
    }
}
