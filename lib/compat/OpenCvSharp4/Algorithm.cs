namespace OpenCvSharp;

public abstract class Algorithm : CvPtrObject
{
    private protected Algorithm()
    {
    }
}
