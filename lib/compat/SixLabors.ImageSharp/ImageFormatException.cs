namespace SixLabors.ImageSharp;

#pragma warning disable CA1032, CA1064 // constructors and visibility are the package's own
public class ImageFormatException : Exception
{
    internal ImageFormatException(string errorMessage)
        : base(errorMessage)
    {
    }
}
