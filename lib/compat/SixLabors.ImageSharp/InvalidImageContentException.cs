namespace SixLabors.ImageSharp;

#pragma warning disable CA1032 // the package's own constructors
public sealed class InvalidImageContentException : ImageFormatException
{
    public InvalidImageContentException(string errorMessage)
        : base(errorMessage)
    {
    }
}
