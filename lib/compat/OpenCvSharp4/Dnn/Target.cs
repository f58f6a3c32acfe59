namespace OpenCvSharp.Dnn;

public enum Target
{
    CPU = 0,
}
