using EmotionNotebooks.Web.Admission;
using EmotionNotebooks.Web.Measuring;
using Microsoft.AspNetCore.Http;

namespace EmotionNotebooks.Web.Api;

/// <summary>What is common to all answers: headers, problem documents, counts. Nothing about a request is logged but failures of the server.</summary>
internal sealed class Answering(RequestDelegate next, ServeOptions options, ServerMetrics metrics, Action<string> log)
{
    private const int ClientGone = 499; // as nginx counts them; nobody receives it

    private const string ContentSecurity =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public async Task Invoke(HttpContext context)
    {
        AddHeaders(context.Response.Headers);
        try
        {
            if (options.ApiKey is null)
                HostCheck.Require(context);
            await next(context);
            if (context.Response is { StatusCode: >= 400, HasStarted: false, ContentType: null })
                await Problem.Write(context, context.Response.StatusCode, DetailOf(context));
        }
        catch (Exception e)
        {
            await Fail(context, e);
        }

        var path = Array.Find(Endpoints.Paths, known => context.Request.Path == known) ?? "other";
        metrics.Answered(path, context.RequestAborted.IsCancellationRequested ? ClientGone : context.Response.StatusCode);
    }

    private async Task Fail(HttpContext context, Exception e)
    {
        if (context.RequestAborted.IsCancellationRequested)
            return;
        if (context.Response.HasStarted)
        {
            log($"an answer broke off: {e.GetType().Name}");
            context.Abort();
            return;
        }

        switch (e)
        {
            case RequestException refused:
                await Problem.Write(context, refused);
                break;
            case BadHttpRequestException bad:
                await Problem.Write(context, bad.StatusCode, bad.StatusCode == StatusCodes.Status413PayloadTooLarge
                    ? $"the body is too large; expected at most {options.MaxBodyBytes:N0} bytes"
                    : bad.Message);
                break;
            default:
                log($"a request failed: {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}");
                await Problem.Write(context, StatusCodes.Status500InternalServerError, null);
                break;
        }
    }

    private static string? DetailOf(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => $"there is nothing here; there are {string.Join(", ", Endpoints.Paths)}",
        StatusCodes.Status405MethodNotAllowed => $"{context.Request.Method} is not for this path; expected {context.Response.Headers.Allow}",
        _ => null,
    };

    private static void AddHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurity;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
