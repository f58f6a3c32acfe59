namespace SixLabors.ImageSharp.PixelFormats;

/// <summary>A pixel of any format.</summary>
public interface IPixel;
