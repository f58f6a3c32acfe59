using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            To((int)type, InitializeDevice(device), copy, disposeAfter, non_blocking);

        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            To((int)type, null, copy, disposeAfter, non_blocking);

        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false,
            bool non_blocking = false) =>
            To(-1, InitializeDevice(new Device(deviceType, deviceIndex)), copy, disposeAfter, non_blocking);

        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            To(-1, InitializeDevice(device), copy, disposeAfter, non_blocking);

        public Tensor cpu() => to(CPU);

        public Tensor detach() => Returned(et_tensor_detach(this, out var result), result);

        public Tensor contiguous() => Returned(et_tensor_contiguous(this, out var result), result);

        public Tensor copy_(Tensor source, bool nonBlocking = false)
        {
            Check(et_tensor_copy_(this, source, nonBlocking ? 1 : 0));
            return this;
        }

        private Tensor To(int dtype, Device? device, bool copy, bool disposeAfter, bool nonBlocking)
        {
            var moved = Returned(et_tensor_to(this, dtype, device is null ? -1 : (int)device.type, device?.index ?? -1,
                copy ? 1 : 0, nonBlocking ? 1 : 0, out var result), result);
            if (disposeAfter)
                Dispose();
            return moved;
        }
    }
}
