using System.Runtime.InteropServices.Marshalling;
using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public static Generator manual_seed(long seed)
    {
        Check(et_manual_seed(seed));
        Check(et_generator_default(out var handle));
        return new Generator(handle);
    }

    /// <summary>A source of random numbers on the CPU: the shared one, or one of its own.</summary>
    [NativeMarshalling(typeof(GeneratorMarshaller))]
    public class Generator : IDisposable
    {
        private nint _handle;

        public Generator(ulong seed = 0) => Check(et_generator_new(seed, out _handle));

        internal Generator(nint handle) => _handle = handle;

        ~Generator() => Dispose(false);

        internal IntPtr Handle
        {
            get
            {
                ObjectDisposedException.ThrowIf(_handle == 0, this);
                return _handle;
            }
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (_handle == 0)
                return;
            _ = et_generator_free(_handle);
            _handle = 0;
        }
    }
}
