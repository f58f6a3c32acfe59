namespace SixLabors.ImageSharp.Processing;

public static class CropExtensions
{
    public static IImageProcessingContext Crop(this IImageProcessingContext source, Rectangle cropRectangle) => source.Cut(cropRectangle);
}
