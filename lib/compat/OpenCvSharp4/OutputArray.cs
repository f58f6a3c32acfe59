namespace OpenCvSharp;

/// <summary>What a function writes: here a matrix.</summary>
public class OutputArray : CvObject
{
    internal OutputArray(Mat mat) => Mat = mat;

    internal Mat Mat { get; }

    public static implicit operator OutputArray(Mat mat) => new(mat);
}
