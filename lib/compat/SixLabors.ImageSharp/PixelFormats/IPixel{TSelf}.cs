namespace SixLabors.ImageSharp.PixelFormats;

/// <summary>A pixel format. This subset has two: <see cref="L8"/> and <see cref="Rgb24"/>.</summary>
public interface IPixel<TSelf> : IPixel, IEquatable<TSelf>
    where TSelf : unmanaged, IPixel<TSelf>;
