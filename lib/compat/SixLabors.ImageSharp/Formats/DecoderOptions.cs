namespace SixLabors.ImageSharp.Formats;

/// <summary>How a picture is decoded. A picture of this subset has one frame, whatever its file has.</summary>
public sealed class DecoderOptions
{
    private readonly uint _maxFrames = int.MaxValue;

    public uint MaxFrames
    {
        get => _maxFrames;
        init => _maxFrames = Math.Clamp(value, 1, int.MaxValue);
    }
}
