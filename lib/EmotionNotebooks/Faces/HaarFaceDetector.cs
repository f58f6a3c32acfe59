using System.Collections.Concurrent;

namespace EmotionNotebooks.Faces;

/// <summary>
/// Finds faces with OpenCV's Haar cascades (Viola and Jones 2001; Lienhart and Maydt 2002), as the published systems do, made robust:
/// several cascades search the picture at several angles, all windows that they accept are merged, and eyes are looked for in what was
/// found. How many windows agree is the score; a face with eyes needs fewer of them.
/// </summary>
public sealed class HaarFaceDetector : IFaceDetector
{
    private readonly ConcurrentBag<HaarCascades> _idle = [];
    private readonly HaarOptions _options;
    private readonly string _folder;

    /// <summary>Makes a detector; the cascades are read at once.</summary>
    /// <param name="options">How to look; the defaults where null.</param>
    /// <param name="folder">The folder of the cascades; <see cref="CascadeFolder.Find"/> where null.</param>
    /// <exception cref="FileNotFoundException">A cascade is not there.</exception>
    /// <exception cref="InvalidDataException">A file is no cascade.</exception>
    public HaarFaceDetector(HaarOptions? options = null, string? folder = null)
    {
        _options = options ?? new HaarOptions();
        _folder = folder ?? CascadeFolder.Find();
        _idle.Add(new HaarCascades(_folder, _options.Cascades));
    }

    /// <inheritdoc/>
    public string Name => "haar";

    /// <inheritdoc/>
    public IReadOnlyList<DetectedFace> Detect(Photo photo)
    {
        ArgumentNullException.ThrowIfNull(photo);
        // A cascade serves one thread at a time; each thread that comes meanwhile gets its own.
        var cascades = _idle.TryTake(out var idle) ? idle : new HaarCascades(_folder, _options.Cascades);
        try
        {
            return Detect(photo, cascades);
        }
        finally
        {
            _idle.Add(cascades);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_idle.TryTake(out var cascades))
        {
            cascades.Dispose();
        }
    }

    private List<DetectedFace> Detect(Photo photo, HaarCascades cascades)
    {
        using var picture = new GreyMat(photo);
        var scale = Math.Min(1.0, (double)_options.LongestSide / Math.Max(photo.Width, photo.Height));
        var windows = new List<FaceWindow>();
        foreach (var angle in _options.Angles)
        {
            var view = PictureView.Turned(photo.Width, photo.Height, scale, angle);
            using var turned = view.Take(picture.Mat);
            var smallest = Math.Max(1, (int)(_options.SmallestFace * scale));
            windows.AddRange(cascades.Find(turned, _options.ScaleStep, smallest).Select(view.ToPicture));
        }

        return [.. FaceWindows.Merge(windows)
            .Where(face => face.Score >= _options.WindowsWithEyes)
            .Select(face => WithEyes(face, cascades, picture))
            .Where(face => face.Eyes is not null || face.Score >= _options.WindowsWithoutEyes)
            .OrderByDescending(face => face.Box.Area)];
    }

    private DetectedFace WithEyes(DetectedFace face, HaarCascades cascades, GreyMat picture) =>
        _options.LooksForEyes && new EyeFinder(cascades, picture.Mat).Find(face) is { } eyes ? face with { Eyes = eyes, Roll = eyes.Roll } : face;
}
