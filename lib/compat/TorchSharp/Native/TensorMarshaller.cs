using System.Runtime.InteropServices.Marshalling;

namespace TorchSharp.Native;

/// <summary>
/// Passes a tensor's handle and keeps the tensor alive until the call is over, so that no finalizer frees it underneath;
/// a disposed tensor throws before anything native runs.
/// </summary>
[CustomMarshaller(typeof(torch.Tensor), MarshalMode.ManagedToUnmanagedIn, typeof(TensorMarshaller))]
internal ref struct TensorMarshaller
{
    private torch.Tensor? _tensor;

    public void FromManaged(torch.Tensor? tensor) => _tensor = tensor;

    public readonly nint ToUnmanaged() => _tensor is null ? 0 : _tensor.Handle;

    public readonly void OnInvoked() => GC.KeepAlive(_tensor);

    public readonly void Free()
    {
    }
}
