namespace SixLabors.ImageSharp.Processing;

/// <summary>A picture that operations are applied to, one after the other.</summary>
public interface IImageProcessingContext
{
    internal IImageProcessingContext Orient();

    internal IImageProcessingContext Cut(Rectangle area);

    internal IImageProcessingContext Scale(int width, int height);
}
