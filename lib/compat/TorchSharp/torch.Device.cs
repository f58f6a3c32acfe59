namespace TorchSharp;

public static partial class torch
{
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>Where a tensor lives. Parsing one loads nothing.</summary>
    public class Device
    {
        public Device(string description)
        {
            var parts = description.Split(':');
            type = Enum.Parse<DeviceType>(parts[0].ToUpperInvariant());
            if (parts.Length == 2)
                index = int.Parse(parts[1]);
        }

        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        public DeviceType type { get; }

        internal int index { get; } = -1;

        public static implicit operator Device(string description) => new(description);

        public override string ToString()
        {
            if (type == DeviceType.CPU)
                return "cpu";
            var name = type.ToString().ToLowerInvariant();
            return index == -1 ? name : $"{name}:{index}";
        }
    }

    public static Device device(string description) => InitializeDevice(new Device(description));

    public static Device device(DeviceType deviceType, int index = -1) => InitializeDevice(new Device(deviceType, index));

    /// <summary>The device itself, the CPU for none; throws where the machine has no such device.</summary>
    internal static Device InitializeDevice(Device? device)
    {
        device ??= CPU;
        if (device.type == DeviceType.CPU || (device.type == DeviceType.CUDA && cuda.is_available()))
            return device;
        throw new InvalidOperationException($"Torch device type {device.type} did not initialise on the current machine.");
    }
}
