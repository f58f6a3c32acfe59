using OpenCvSharp;

namespace EmotionNotebooks.Faces;

/// <summary>The cascades of one thread: those that find faces, and one that finds eyes.</summary>
internal sealed class HaarCascades : IDisposable
{
    private const string EyeCascade = "haarcascade_eye_tree_eyeglasses.xml";

    private readonly List<CascadeClassifier> _faces = [];
    private readonly CascadeClassifier _eyes;

    public HaarCascades(string folder, IReadOnlyList<string> names)
    {
        _eyes = Load(folder, EyeCascade);
        _faces.AddRange(names.Select(name => Load(folder, name)));
    }

    /// <summary>Every window of a picture that a cascade takes for a face.</summary>
    public IEnumerable<Rect> Find(Mat picture, double scaleStep, int smallest) =>
        _faces.SelectMany(cascade => cascade.DetectMultiScale(
            picture, scaleStep, minNeighbors: 0, HaarDetectionTypes.ScaleImage, new Size(smallest, smallest)));

    /// <summary>Every window of a face that the cascade takes for an eye.</summary>
    public Rect[] FindEyes(Mat face, int smallest, int largest) =>
        _eyes.DetectMultiScale(face, 1.15, minNeighbors: 2, HaarDetectionTypes.ScaleImage, new Size(smallest, smallest), new Size(largest, largest));

    public void Dispose()
    {
        _eyes.Dispose();
        _faces.ForEach(cascade => cascade.Dispose());
    }

    private static CascadeClassifier Load(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"{path}: no such cascade; OpenCV's data folder has it (Debian's opencv-data)");
        }

        var cascade = new CascadeClassifier(path);
        if (!cascade.Empty())
        {
            return cascade;
        }

        cascade.Dispose();
        throw new InvalidDataException($"{path} holds no Haar cascade; OpenCV's data folder has one of this name (Debian's opencv-data)");
    }
}
