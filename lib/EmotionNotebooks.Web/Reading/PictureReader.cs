using EmotionNotebooks.Data;
using EmotionNotebooks.Faces;
using EmotionNotebooks.Web.Api;
using Microsoft.AspNetCore.Http;
using SixLabors.ImageSharp;

namespace EmotionNotebooks.Web.Reading;

/// <summary>From an uploaded picture to the reading of its faces: checked, decoded and searched on a thread of its own, classified in a batch.</summary>
internal sealed class PictureReader : IDisposable
{
    private readonly EmotionReader _reader;
    private readonly IFaceDetector? _quick;
    private readonly long _maxPixels;
    private readonly WorkThreads _threads;
    private readonly FaceBatcher _batcher;

    /// <param name="readers">The first one finds; all of them classify, each on a thread of its own. Whoever made them disposes them.</param>
    /// <param name="quick">Finds faces when it must be quick; null where no faces are looked for.</param>
    /// <param name="options">Limits, threads, batch size.</param>
    /// <param name="measureBatch">Told the number of faces of each batch.</param>
    public PictureReader(IReadOnlyList<EmotionReader> readers, IFaceDetector? quick, ServeOptions options, Action<int> measureBatch)
    {
        (_reader, _quick, _maxPixels) = (readers[0], quick, options.MaxPixels);
        _threads = new WorkThreads("reader", options.Readers > 0 ? options.Readers : Environment.ProcessorCount);
        _batcher = new FaceBatcher(readers.Select(reader => new FaceBatcher.Network(reader.Classify)), options.BatchSize, measureBatch);
    }

    /// <summary>Pictures that wait to be searched or classified.</summary>
    public int Waiting => _threads.Waiting + _batcher.Waiting;

    /// <summary>Whether pictures are read.</summary>
    public bool IsAlive => _batcher.IsAlive;

    /// <summary>Reads pictures, side by side.</summary>
    /// <param name="pictures">The pictures; their bytes may be given back once the task has ended.</param>
    /// <param name="search">How faces are looked for.</param>
    /// <param name="stop">What has not begun when this is cancelled is left out.</param>
    /// <exception cref="RequestException">A picture can't be read; its index is the first such one's.</exception>
    public async Task<PhotoReading[]> Read(IReadOnlyList<UploadedPicture> pictures, Search search, CancellationToken stop)
    {
        // All of them are awaited before the first one's failure is thrown, since they use borrowed memory.
        var all = Task.WhenAll(pictures.Select((picture, index) => Read(picture, index, search, stop)).ToArray());
        return await all;
    }

    /// <summary>Reads what waits and ends the threads.</summary>
    public void Dispose()
    {
        _threads.Dispose();
        _batcher.Dispose();
        _quick?.Dispose();
    }

    private async Task<PhotoReading> Read(UploadedPicture picture, int index, Search search, CancellationToken stop)
    {
        var found = await _threads.Run(() => Find(picture, index, search), stop);
        return found.Faces.Count == 0 ? new(found.Origin, found.Width, found.Height, []) : await _batcher.Add(found, stop);
    }

    private FoundFaces Find(UploadedPicture picture, int index, Search search)
    {
        var encoded = picture.Bytes.Memory.Span;
        try
        {
            RequireReadable(picture, encoded);
            var photo = Photo.Decode(encoded, picture.Name);
            return search switch
            {
                Search.None => WholeFace(photo),
                Search.Quick when _quick is not null => FindQuickly(photo, _quick),
                _ => _reader.Find(photo),
            };
        }
        catch (RequestException e)
        {
            throw new RequestException(e.Status, $"{picture.Name}: {e.Message}", e) { Picture = index };
        }
        catch (FaceDataException e)
        {
            throw new RequestException(StatusCodes.Status422UnprocessableEntity, e.Message, e) { Picture = index };
        }
    }

    private void RequireReadable(UploadedPicture picture, ReadOnlySpan<byte> encoded)
    {
        if (encoded.IsEmpty)
            throw new RequestException(StatusCodes.Status422UnprocessableEntity, $"empty; expected {PictureFormats.Accepted}");
        if (PictureFormats.TypeOf(encoded) is not { } type)
            throw new RequestException(StatusCodes.Status415UnsupportedMediaType, "no picture that is read here; expected PNG, JPEG, WebP or BMP");
        if (picture.DeclaredType is { } declared && declared != type && declared != "application/octet-stream")
            throw new RequestException(StatusCodes.Status415UnsupportedMediaType, $"declared as {declared}, and begins like {type}; expected one of the two");
        RequireFewPixels(encoded);
        if (PictureEnd.Fault(encoded, type) is { } fault)
            throw new RequestException(StatusCodes.Status422UnprocessableEntity, fault);
    }

    // By the header, before anything is decoded: a small file can promise gigabytes.
    private void RequireFewPixels(ReadOnlySpan<byte> encoded)
    {
        ImageInfo header;
        try
        {
            header = Image.Identify(encoded);
        }
        catch (Exception e) when (e is ImageFormatException or NotSupportedException or InvalidDataException or InvalidOperationException
            or IOException or ArgumentException or ArithmeticException or IndexOutOfRangeException)
        {
            throw new RequestException(
                StatusCodes.Status422UnprocessableEntity, $"the picture's header cannot be read ({e.Message.ReplaceLineEndings(" ").TrimEnd('.')})", e);
        }

        if ((long)header.Width * header.Height > _maxPixels)
            throw new RequestException(
                StatusCodes.Status413PayloadTooLarge, $"{header.Width}×{header.Height} pixels; expected at most {_maxPixels:N0} pixels");
    }

    private FoundFaces FindQuickly(Photo photo, IFaceDetector detector)
    {
        var faces = detector.Detect(photo);
        var crops = new byte[faces.Count * FaceSet.PixelsPerFace];
        for (var i = 0; i < faces.Count; i++)
        {
            FaceCrop.Cut(photo, faces[i], _reader.Preprocessing, crops.AsSpan(i * FaceSet.PixelsPerFace, FaceSet.PixelsPerFace));
        }

        return new(photo.Origin, photo.Width, photo.Height, faces, crops);
    }

    private static FoundFaces WholeFace(Photo photo)
    {
        var crop = new byte[FaceSet.PixelsPerFace];
        FacePicture.Fit(photo.Grey.Span, photo.Width, photo.Height, crop);
        return new(photo.Origin, photo.Width, photo.Height, [new(new(0, 0, photo.Width, photo.Height), 1)], crop);
    }
}
