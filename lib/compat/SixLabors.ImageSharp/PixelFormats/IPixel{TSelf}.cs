namespace SixLabors.ImageSharp.PixelFormats;

/// <summary>A pixel format. This subset has one: <see cref="L8"/>.</summary>
public interface IPixel<TSelf> : IPixel, IEquatable<TSelf>
    where TSelf : unmanaged, IPixel<TSelf>;
