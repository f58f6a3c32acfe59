using EmotionNotebooks.Export;
using static TorchSharp.torch;

namespace EmotionNotebooks.Training;

/// <summary>Begins a training with the weights of another one, as fine-tuning does.</summary>
public static class InitialWeights
{
    /// <summary>
    /// Copies weights into a network by their names. Where the network has more outputs than the file, or fewer, its own first weights
    /// stay in the rows that the file lacks, and the file's last rows are left out.
    /// </summary>
    /// <param name="network">The network, on any device.</param>
    /// <param name="path">A safetensors file of such a network: best.safetensors, or a checkpoint's weights.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or of another network; the message names the tensor.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static void CopyInto(nn.Module<Tensor, Tensor> network, string path)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var (tensors, _) = Safetensors.Load(path);
        foreach (var (name, tensor) in network.state_dict())
        {
            if (!tensors.TryGetValue(name, out var other))
            {
                throw new InvalidDataException($"{path} lacks the tensor '{name}'; it holds another network's weights");
            }

            Copy(path, name, other, tensor);
        }
    }

    private static void Copy(string path, string name, Tensor from, Tensor into)
    {
        if (from.shape.SequenceEqual(into.shape))
        {
            into.copy_(from);
            return;
        }

        if (from.shape.Length != into.shape.Length || from.shape.Length == 0 || !from.shape.Skip(1).SequenceEqual(into.shape.Skip(1)))
        {
            throw new InvalidDataException(
                $"{path}: '{name}' is {string.Join('×', from.shape)}; the network has {string.Join('×', into.shape)}");
        }

        var rows = Math.Min(from.shape[0], into.shape[0]);
        into.narrow(0, 0, rows).copy_(from.narrow(0, 0, rows));
    }
}
