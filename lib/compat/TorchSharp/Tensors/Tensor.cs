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

        private static long _totalCount;
        private static long _peakCount;

        internal Tensor(IntPtr handle, bool register = true)
        {
            this.handle = handle;
            var total = Interlocked.Increment(ref _totalCount);
            if (total > Volatile.Read(ref _peakCount))
                Volatile.Write(ref _peakCount, total);
            if (register)
                OwningDisposeScope = DisposeScopeManager.ThreadSingleton.RegisterOnCurrentDisposeScope(this);
        }

        ~Tensor() => Dispose(false);

        /// <summary>Tensors that managed code holds.</summary>
        public static long TotalCount => Volatile.Read(ref _totalCount);

        public static long PeakCount => Volatile.Read(ref _peakCount);

        public string? name { get; set; }

        public IntPtr Handle => handle != IntPtr.Zero
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
                OwningDisposeScope?.MarkAsDisposed(this);
            Interlocked.Decrement(ref _totalCount);
            _ = et_tensor_free(freed);
        }

        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningDisposeScope);

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningDisposeScope is null && other is not null)
                other.Attach(this);
            else
                OwningDisposeScope?.MoveToOther(other, this);
            return this;
        }

        /// <summary>Takes the handle away: whoever asks owns it.</summary>
        internal IntPtr MoveHandle()
        {
            Interlocked.Decrement(ref _totalCount);
            return Interlocked.Exchange(ref handle, IntPtr.Zero);
        }

        /// <summary>Another handle to the same native tensor, disposed on its own.</summary>
        public Tensor alias() => Returned(et_tensor_alias(this, out var result), result);

        public override bool Equals(object? obj) => ReferenceEquals(this, obj);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

        /// <summary>For example "[64x7], type = Float32, device = cpu".</summary>
        public override string ToString() => new StringBuilder("[").AppendJoin('x', shape)
            .Append("], type = ").Append(dtype).Append(", device = ").Append(device).ToString();
    }
}
