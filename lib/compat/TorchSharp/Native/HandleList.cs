namespace TorchSharp.Native;

/// <summary>The handles of many tensors for one native call; <see cref="Dispose"/> ends the time they must stay alive.</summary>
internal readonly ref struct HandleList
{
    private readonly torch.Tensor[] _tensors;

    internal HandleList(IEnumerable<torch.Tensor> tensors)
    {
        _tensors = tensors as torch.Tensor[] ?? [.. tensors];
        Handles = new nint[_tensors.Length];
        for (var i = 0; i < _tensors.Length; i++)
            Handles[i] = _tensors[i].Handle;
    }

    internal nint[] Handles { get; }

    internal int Count => Handles.Length;

    public void Dispose() => GC.KeepAlive(_tensors);
}
