using System.Runtime.InteropServices.Marshalling;
using System.Text;
using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A handle to one native tensor: given back by Dispose, by its dispose scope, or by its finalizer.</summary>
    [NativeMarshalling(typeof(TensorMarshaller))]
    public partial class Tensor : IDisposable
    {
        internal IntPtr handle;

        internal Tensor(IntPtr handle, bool register = true)
        {
            this.handle = handle;
            if (register)
                DisposeScopeManager.ThreadSingleton.RegisterOnCurrentDisposeScope(this);
        }

        ~Tensor() => Dispose(false);

        internal IntPtr Handle => handle != IntPtr.Zero
            ? handle
            : throw new InvalidOperationException("Tensor invalid -- empty handle.");

        /// <summary>True once the tensor is disposed.</summary>
        public bool IsInvalid => handle == IntPtr.Zero;

        internal DisposeScope? OwningDisposeScope { get; set; }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            var freed = Interlocked.Exchange(ref handle, IntPtr.Zero);
            if (freed == IntPtr.Zero)
                return;
            // A tensor that a living scope holds never reaches its finalizer.
            if (disposing)
                OwningDisposeScope?.Remove(this);
            _ = et_tensor_free(freed);
        }

        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Remove(this);
            return this;
        }

        /// <summary>Takes the handle away: whoever asks owns it.</summary>
        internal IntPtr MoveHandle() => Interlocked.Exchange(ref handle, IntPtr.Zero);

        /// <summary>Another handle to the same native tensor, disposed on its own.</summary>
        internal Tensor alias() => Returned(et_tensor_alias(this, out var result), result);

        public override bool Equals(object? obj) => ReferenceEquals(this, obj);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

        /// <summary>For example "[64x7], type = Float32, device = cpu".</summary>
        public override string ToString() => new StringBuilder("[").AppendJoin('x', shape)
            .Append("], type = ").Append(dtype).Append(", device = ").Append(device).ToString();
    }
}
