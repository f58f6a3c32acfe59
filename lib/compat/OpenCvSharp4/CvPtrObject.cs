namespace OpenCvSharp;

public abstract class CvPtrObject : DisposableObject
{
    private protected CvPtrObject()
    {
    }
}
