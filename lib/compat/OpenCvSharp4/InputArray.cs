namespace OpenCvSharp;

/// <summary>What a function reads: here a matrix.</summary>
public class InputArray : CvObject
{
    internal InputArray(Mat mat) => Mat = mat;

    internal Mat Mat { get; }

    public static implicit operator InputArray(Mat mat) => new(mat);
}
