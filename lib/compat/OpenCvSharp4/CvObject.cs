namespace OpenCvSharp;

public abstract class CvObject : DisposableObject
{
    private protected CvObject()
    {
    }
}
