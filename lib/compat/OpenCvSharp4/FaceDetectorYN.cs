using OpenCvSharp.Dnn;
using OpenCvSharp.Native;
using static OpenCvSharp.Native.NativeMethods;

namespace OpenCvSharp;

/// <summary>YuNet, a face detector whose weights are a file of their own. Serves one thread at a time.</summary>
public class FaceDetectorYN : Algorithm
{
    private FaceDetectorYN(nint handle) => NativeObject = new NativeHandle(handle, eo_yunet_free);

    public static FaceDetectorYN Create(
        string model,
        string config,
        Size inputSize,
        float scoreThreshold = 0.9f,
        float nmsThreshold = 0.3f,
        int topK = 5000,
        Backend backendId = Backend.DEFAULT,
        Target targetId = Target.CPU)
    {
        Check(
            eo_yunet_new(
                model, config, inputSize.Width, inputSize.Height, scoreThreshold, nmsThreshold, topK, (int)backendId, (int)targetId,
                out var handle, out var error),
            error);
        return new FaceDetectorYN(handle);
    }

    /// <summary>Finds faces; each becomes a row of 15 floats: box, five points, score.</summary>
    public int Detect(Mat image, Mat faces)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(faces);
        Check(eo_yunet_detect(Handle, image.Handle, faces.Handle, out var result, out var error), error);
        return result;
    }
}
