namespace SixLabors.ImageSharp;

#pragma warning disable CA1032 // the package's own constructors
public sealed class UnknownImageFormatException : ImageFormatException
{
    public UnknownImageFormatException(string errorMessage)
        : base(errorMessage)
    {
    }
}
