using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace EmotionNotebooks.Web.Api;

/// <summary>The pictures of a request: its body, or the files of a form (multipart/form-data). They stay in memory.</summary>
internal sealed class PictureUpload : IDisposable
{
    private const int MostBoundaryCharacters = 70; // RFC 2046
    private const int UsualPictureBytes = 64 * 1024;

    private readonly List<UploadedPicture> _pictures = [];

    private PictureUpload()
    {
    }

    /// <summary>The pictures, at least one, in the order they were sent.</summary>
    public IReadOnlyList<UploadedPicture> Pictures => _pictures;

    /// <summary>Reads a request's body.</summary>
    /// <exception cref="RequestException">The body is too large, too slow, malformed, without a picture or with too many.</exception>
    public static async Task<PictureUpload> ReadAsync(HttpContext context, ServeOptions options)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(options.BodyTimeout);
        var upload = new PictureUpload();
        try
        {
            await upload.Read(context.Request, options, limit.Token);
            return upload;
        }
        catch (Exception e)
        {
            upload.Dispose();
            if (e is OperationCanceledException && !context.RequestAborted.IsCancellationRequested)
                throw new RequestException(
                    StatusCodes.Status408RequestTimeout, $"the body took longer than {options.BodyTimeout.TotalSeconds:0.#} seconds to arrive", e);
            if (e is InvalidDataException or IOException and not BadHttpRequestException && !context.RequestAborted.IsCancellationRequested)
                throw new RequestException(StatusCodes.Status400BadRequest, $"the form cannot be read ({e.Message.TrimEnd('.')}); expected multipart/form-data with files", e);
            throw;
        }
    }

    public void Dispose() => _pictures.ForEach(picture => picture.Dispose());

    private async Task Read(HttpRequest request, ServeOptions options, CancellationToken stop)
    {
        if (request.ContentLength > options.MaxBodyBytes)
            throw new RequestException(
                StatusCodes.Status413PayloadTooLarge, $"the body has {request.ContentLength:N0} bytes; expected at most {options.MaxBodyBytes:N0}");
        if (request.ContentType is null)
            throw Unsupported("no Content-Type");
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            throw Unsupported($"the Content-Type '{request.ContentType}'");
        if (type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            await ReadForm(request, type, options, stop);
        else
            await ReadBody(request, type, stop);
        if (_pictures.Count == 0)
            throw new RequestException(StatusCodes.Status400BadRequest, "the request holds no picture; expected one as the body, or files in multipart/form-data");
    }

    private async Task ReadBody(HttpRequest request, MediaTypeHeaderValue type, CancellationToken stop)
    {
        var declared = type.MediaType.Value!.ToLowerInvariant();
        if (!PictureFormats.IsAccepted(declared))
            throw Unsupported($"the Content-Type '{declared}'");
        var bytes = await PooledBytes.ReadAsync(request.Body, (int)(request.ContentLength ?? UsualPictureBytes), stop);
        _pictures.Add(new("picture 1", declared, bytes));
    }

    private async Task ReadForm(HttpRequest request, MediaTypeHeaderValue type, ServeOptions options, CancellationToken stop)
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > MostBoundaryCharacters)
            throw new RequestException(StatusCodes.Status400BadRequest, $"the form's boundary must have from 1 to {MostBoundaryCharacters} characters");
        var form = new MultipartReader(boundary, request.Body) { HeadersCountLimit = 8, HeadersLengthLimit = 4_096, BodyLengthLimit = options.MaxBodyBytes };
        while (await form.ReadNextSectionAsync(stop) is { } part)
        {
            if (_pictures.Count == options.MaxPictures)
                throw new RequestException(StatusCodes.Status413PayloadTooLarge, $"the form holds more than {options.MaxPictures} pictures; send the others in a request of their own");
            await ReadPart(part, stop);
        }
    }

    private async Task ReadPart(MultipartSection part, CancellationToken stop)
    {
        if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition) || !disposition.IsFileDisposition())
            throw new RequestException(
                StatusCodes.Status400BadRequest, $"part {_pictures.Count + 1} of the form is no file; expected Content-Disposition: form-data with a filename");
        var declared = MediaTypeHeaderValue.TryParse(part.ContentType, out var type) ? type.MediaType.Value!.ToLowerInvariant() : null;
        if (declared is not null && !PictureFormats.IsAccepted(declared))
            throw new RequestException(StatusCodes.Status415UnsupportedMediaType, $"the Content-Type '{declared}'; expected {PictureFormats.Accepted}")
            {
                Picture = _pictures.Count,
            };
        var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value;
        var bytes = await PooledBytes.ReadAsync(part.Body, UsualPictureBytes, stop);
        _pictures.Add(new(string.IsNullOrWhiteSpace(name) ? $"picture {_pictures.Count + 1}" : name, declared, bytes));
    }

    private static RequestException Unsupported(string found) => new(
        StatusCodes.Status415UnsupportedMediaType, $"{found}; expected multipart/form-data, or as the body {PictureFormats.Accepted}");
}
