namespace TorchSharp;

/// <summary>Collects the tensors made on its thread while it is the current scope, and disposes them together.</summary>
public sealed class DisposeScope : IDisposable
{
    private readonly HashSet<torch.Tensor> _tensors = new(ReferenceEqualityComparer.Instance);
    private DisposeScopeManager? _manager;

    internal DisposeScope(DisposeScopeManager manager)
    {
        _manager = manager;
        OuterScope = manager.CurrentDisposeScope;
    }

    internal DisposeScope? OuterScope { get; set; }

    public void Dispose()
    {
        if (_manager is null)
            return;
        foreach (var tensor in _tensors.ToArray())
            tensor.Dispose();
        _manager.RemoveDisposeScope(this);
        _manager = null;
    }

    internal void Add(torch.Tensor tensor)
    {
        _tensors.Add(tensor);
        tensor.OwningDisposeScope = this;
    }

    internal void Remove(torch.Tensor tensor)
    {
        _tensors.Remove(tensor);
        tensor.OwningDisposeScope = null;
    }

    /// <summary>To the scope around this one; out of all scopes where there is none.</summary>
    internal void MoveToOuter(torch.Tensor tensor)
    {
        Remove(tensor);
        OuterScope?.Add(tensor);
    }

    /// <summary>Puts one tensor into another's place in the scope that owns it.</summary>
    internal static void ReplaceWith(torch.Tensor original, torch.Tensor replacement)
    {
        if (original.OwningDisposeScope is not { } scope)
            return;
        scope.Remove(original);
        scope.Add(replacement);
    }
}
