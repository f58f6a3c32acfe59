using EmotionNotebooks.Data;
using EmotionNotebooks.Export;
using EmotionNotebooks.Models;
using EmotionNotebooks.Training;
using static TorchSharp.torch;

namespace EmotionNotebooks.Faces;

/// <summary>
/// Reads the emotions of the faces in pictures: finds the faces, cuts them out, and classifies them in batches. Safe to call from several
/// threads: pictures are searched side by side, batches go through the network one after another.
/// </summary>
/// <remarks>
/// It computes in fp32 whatever the target says, so that a face has the same probabilities (to 1e-6) alone and in a batch, in a notebook,
/// on the command line, before a camera and on the web page.
/// </remarks>
public sealed class EmotionReader : IDisposable
{
    private const int BatchSize = 64;

    private readonly Lock _turn = new();
    private readonly ModelFile _model;
    private readonly IFaceDetector? _detector;
    private readonly Device _device;

    /// <summary>Makes a reader, which owns the network and the detector from now on.</summary>
    /// <param name="model">The network; it is moved to the target's device and made ready for inference, after which it can't train.</param>
    /// <param name="detector">What finds the faces; may be null where each picture is the face itself.</param>
    /// <param name="target">Where to compute; the precision is fp32 in any case.</param>
    /// <param name="options">How to read; the defaults where null.</param>
    /// <exception cref="ArgumentException">Faces are to be found and there is no detector.</exception>
    public EmotionReader(ModelFile model, IFaceDetector? detector, ComputeTarget target, EmotionReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(target);
        Options = options ?? new EmotionReaderOptions();
        if (detector is null && !Options.PictureIsFace)
        {
            throw new ArgumentException("there is no detector; it may be left out only where each picture is the face itself", nameof(detector));
        }

        (_model, _detector, _device) = (model, detector, target.Device);
        Folding.Fold(model.Network);
        target.Place(model.Network);
    }

    /// <summary>How it reads.</summary>
    public EmotionReaderOptions Options { get; }

    /// <summary>What the probabilities stand for, in order.</summary>
    public IReadOnlyList<string> ClassNames => _model.ClassNames;

    /// <summary>How found faces are cut out, as the network wants it.</summary>
    public FacePreprocessing Preprocessing => _model.Preprocessing;

    /// <summary>A face whose largest probability is below this is called uncertain.</summary>
    public double UncertainBelow => Options.UncertainBelow ?? _model.UncertainBelow;

    /// <summary>Reads one picture.</summary>
    /// <param name="photo">The picture.</param>
    public PhotoReading Read(Photo photo) => Classify([Find(photo)])[0];

    /// <summary>Reads pictures: all their faces go through the network in batches.</summary>
    /// <param name="photos">The pictures.</param>
    /// <returns>One reading for each, in their order.</returns>
    public IReadOnlyList<PhotoReading> Read(IReadOnlyList<Photo> photos) => Classify([.. photos.Select(Find)]);

    /// <summary>The first half: finds the faces of a picture and cuts them out.</summary>
    /// <param name="photo">The picture.</param>
    public FoundFaces Find(Photo photo)
    {
        ArgumentNullException.ThrowIfNull(photo);
        if (Options.PictureIsFace)
        {
            var crop = new byte[FaceSet.PixelsPerFace];
            FacePicture.Fit(photo.Grey.Span, photo.Width, photo.Height, crop);
            return new(photo.Origin, photo.Width, photo.Height, [new(new(0, 0, photo.Width, photo.Height), 1)], crop);
        }

        var faces = _detector!.Detect(photo);
        var crops = new byte[faces.Count * FaceSet.PixelsPerFace];
        for (var i = 0; i < faces.Count; i++)
        {
            FaceCrop.Cut(photo, faces[i], Preprocessing, crops.AsSpan(i * FaceSet.PixelsPerFace, FaceSet.PixelsPerFace));
        }

        return new(photo.Origin, photo.Width, photo.Height, faces, crops);
    }

    /// <summary>The second half: classifies found faces, those of all pictures together.</summary>
    /// <param name="found">What <see cref="Find"/> gave.</param>
    /// <returns>One reading for each picture, in their order.</returns>
    public IReadOnlyList<PhotoReading> Classify(IReadOnlyList<FoundFaces> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var crops = new byte[found.Sum(photo => photo.Crops.Length)];
        var at = 0;
        foreach (var photo in found)
        {
            photo.Crops.Span.CopyTo(crops.AsSpan(at));
            at += photo.Crops.Length;
        }

        var rows = new Queue<float[]>(Classify(crops).Chunk(ClassNames.Count));
        return [.. found.Select(photo => new PhotoReading(
            photo.Origin, photo.Width, photo.Height, [.. photo.Faces.Select(face => Reading(face, rows.Dequeue()))]))];
    }

    /// <summary>Classifies faces that are already cut out.</summary>
    /// <param name="crops">N × 48 × 48 grey bytes; N may be 0.</param>
    /// <returns>N × classes probabilities, row by row.</returns>
    /// <exception cref="ArgumentException">The number of bytes is no multiple of a face's.</exception>
    public float[] Classify(ReadOnlySpan<byte> crops)
    {
        if (crops.Length % FaceSet.PixelsPerFace != 0)
        {
            throw new ArgumentException($"there are {crops.Length} bytes; a face has {FaceSet.PixelsPerFace}", nameof(crops));
        }

        var count = crops.Length / FaceSet.PixelsPerFace;
        var probabilities = new float[count * ClassNames.Count];
        for (var start = 0; start < count; start += BatchSize)
        {
            var length = Math.Min(BatchSize, count - start);
            var faces = crops.Slice(start * FaceSet.PixelsPerFace, length * FaceSet.PixelsPerFace);
            lock (_turn)
            {
                Batch(faces, length).CopyTo(probabilities, start * ClassNames.Count);
            }
        }

        return probabilities;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _model.Network.Dispose();
        _detector?.Dispose();
    }

    private float[] Batch(ReadOnlySpan<byte> crops, int count)
    {
        using var scope = NewDisposeScope();
        using var inference = inference_mode();
        var faces = tensor(crops.ToArray(), [count, 1, FaceSet.Side, FaceSet.Side]).to(_device).to(ScalarType.Float32).div_(255f);
        var probabilities = Probabilities(faces);
        if (Options.AveragesMirrored)
        {
            probabilities = probabilities.add(Probabilities(faces.flip(3))).div(2f);
        }

        return probabilities.cpu().contiguous().data<float>().ToArray();
    }

    // What lies beyond the classes are other heads.
    private Tensor Probabilities(Tensor faces) => // (n, 1, 48, 48) -> (n, classes)
        nn.functional.softmax(_model.Network.call(Acceleration.ChannelsLast(faces)).narrow(1, 0, ClassNames.Count), 1);

    private FaceReading Reading(DetectedFace face, float[] probabilities) =>
        new(face.Box, face.Score, ClassNames, probabilities, probabilities.Max() < UncertainBelow);
}
