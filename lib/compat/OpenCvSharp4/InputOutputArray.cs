namespace OpenCvSharp;

/// <summary>What a function reads and writes: here a matrix.</summary>
public class InputOutputArray : CvObject
{
    internal InputOutputArray(Mat mat) => Mat = mat;

    internal Mat Mat { get; }

    public static implicit operator InputOutputArray(Mat mat) => new(mat);
}
