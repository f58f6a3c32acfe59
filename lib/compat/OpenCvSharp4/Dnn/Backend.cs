namespace OpenCvSharp.Dnn;

public enum Backend
{
    DEFAULT = 0,
}
