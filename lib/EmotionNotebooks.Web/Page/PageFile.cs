using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace EmotionNotebooks.Web.Page;

/// <summary>A file of the page, from the assembly.</summary>
internal sealed class PageFile
{
    private readonly byte[] _content;
    private readonly string _type;
    private readonly string _tag;

    /// <param name="name">The resource's name.</param>
    /// <param name="type">Its media type.</param>
    public PageFile(string name, string type)
    {
        using var stream = typeof(PageFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the assembly lacks the resource {name}");
        _content = new byte[stream.Length];
        stream.ReadExactly(_content);
        _type = type;
        _tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(_content)[..8])}\"";
    }

    /// <summary>Answers with the file, or with 304 where the client has it.</summary>
    public Task Send(HttpContext context)
    {
        context.Response.Headers.ETag = _tag;
        // Asked for each time, so that a new version of the server has its own page.
        context.Response.Headers.CacheControl = "no-cache";
        if (context.Request.Headers.IfNoneMatch == _tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        context.Response.ContentType = _type;
        context.Response.ContentLength = _content.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(_content, 0, _content.Length);
    }
}
