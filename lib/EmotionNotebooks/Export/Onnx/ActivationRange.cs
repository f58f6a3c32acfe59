namespace EmotionNotebooks.Export.Onnx;

/// <summary>How uint8 stands for a value's numbers: x = (q − zero) · scale.</summary>
/// <param name="Scale">The step between two neighbours, above 0.</param>
/// <param name="Zero">What stands for zero.</param>
internal readonly record struct ActivationRange(float Scale, byte Zero)
{
    /// <summary>From the least to the greatest number; zero is always among them.</summary>
    public static ActivationRange Of(float least, float greatest)
    {
        var (low, high) = (Math.Min(least, 0), Math.Max(greatest, 0));
        var scale = high > low ? (high - low) / 255 : 1;
        return new(scale, (byte)Math.Clamp(MathF.Round(-low / scale), 0, 255));
    }
}
