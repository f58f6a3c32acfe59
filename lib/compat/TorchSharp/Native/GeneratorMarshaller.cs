using System.Runtime.InteropServices.Marshalling;

namespace TorchSharp.Native;

/// <summary>Passes a generator's handle and keeps the generator alive until the call is over.</summary>
[CustomMarshaller(typeof(torch.Generator), MarshalMode.ManagedToUnmanagedIn, typeof(GeneratorMarshaller))]
internal ref struct GeneratorMarshaller
{
    private torch.Generator? _generator;

    public void FromManaged(torch.Generator? generator) => _generator = generator;

    public readonly nint ToUnmanaged() => _generator is null ? 0 : _generator.Handle;

    public readonly void OnInvoked() => GC.KeepAlive(_generator);

    public readonly void Free()
    {
    }
}
