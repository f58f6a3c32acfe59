using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace EmotionNotebooks.Web.Api;

/// <summary>Answers as application/problem+json (RFC 9457).</summary>
internal static class Problem
{
    public const string ContentType = "application/problem+json";

    /// <summary>Answers a request that was refused.</summary>
    public static Task Write(HttpContext context, RequestException refused)
    {
        if (refused.RetryAfter is { } seconds)
            context.Response.Headers.RetryAfter = $"{seconds}";
        if (refused.Status == StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = "Bearer";
        return Write(context, refused.Status, refused.Message, refused.Picture);
    }

    /// <summary>Answers with a status and what is wrong.</summary>
    public static Task Write(HttpContext context, int status, string? detail, int? picture = null)
    {
        context.Response.StatusCode = status;
        using var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content, AnswerJson.Plain))
        {
            json.WriteStartObject();
            json.WriteString("type", "about:blank");
            json.WriteString("title", ReasonPhrases.GetReasonPhrase(status));
            json.WriteNumber("status", status);
            if (detail is not null)
                json.WriteString("detail", detail);
            if (picture is { } index)
                json.WriteNumber("picture", index);
            json.WriteEndObject();
        }

        context.Response.ContentType = ContentType;
        context.Response.ContentLength = content.Length;
        return context.Response.Body.WriteAsync(content.GetBuffer(), 0, (int)content.Length);
    }
}
