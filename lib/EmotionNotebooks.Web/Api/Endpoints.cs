using System.Diagnostics;
using System.Text;
using EmotionNotebooks.Faces;
using EmotionNotebooks.Web.Admission;
using EmotionNotebooks.Web.Measuring;
using EmotionNotebooks.Web.Page;
using EmotionNotebooks.Web.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace EmotionNotebooks.Web.Api;

/// <summary>What is answered under which path.</summary>
internal sealed class Endpoints(
    ServeOptions options, EmotionReader reader, ModelCard model, PictureReader pictures, AdmissionControl admission, ServerMetrics metrics)
{
    /// <summary>The paths that there are; anything else is counted as one.</summary>
    public static readonly string[] Paths =
        ["/", "/page.css", "/page.js", "/v1/predict", "/v1/model", "/healthz", "/metrics", "/openapi.json"];

    private static readonly byte[] Healthy = "{\"status\":\"ok\"}"u8.ToArray();

    private static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];

    private readonly ApiKeyCheck _key = new(options.ApiKey);
    private readonly byte[] _model = AnswerJson.Write(model, reader, options);

    public void Map(IEndpointRouteBuilder routes, IHostApplicationLifetime lifetime)
    {
        MapFile(routes, "/", "page.html", "text/html; charset=utf-8");
        MapFile(routes, "/page.css", "page.css", "text/css; charset=utf-8");
        MapFile(routes, "/page.js", "page.js", "text/javascript; charset=utf-8");
        MapFile(routes, "/openapi.json", "openapi.json", "application/json");
        routes.MapPost("/v1/predict", Predict);
        routes.MapGet("/v1/model", context => Send(context, "application/json", _model));
        routes.MapGet("/metrics", context =>
            Send(context, ServerMetrics.ContentType, Encoding.UTF8.GetBytes(metrics.Write(admission.InFlight, pictures.Waiting))));
        routes.MapGet("/healthz", context => lifetime.ApplicationStopping.IsCancellationRequested || !pictures.IsAlive
            ? throw new RequestException(StatusCodes.Status503ServiceUnavailable, "the server is stopping")
            : Write(context, "application/json", Healthy));
    }

    private static void MapFile(IEndpointRouteBuilder routes, string path, string name, string type) =>
        routes.MapMethods(path, GetAndHead, new PageFile(name, type).Send);

    private Task Send(HttpContext context, string type, byte[] content)
    {
        _key.Require(context);
        return Write(context, type, content);
    }

    private static Task Write(HttpContext context, string type, byte[] content)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = content.Length;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.Body.WriteAsync(content, 0, content.Length);
    }

    private async Task Predict(HttpContext context)
    {
        _key.Require(context);
        var search = SearchOf(context.Request);
        using var place = admission.Enter(context);
        using var upload = await PictureUpload.ReadAsync(context, options);
        var started = Stopwatch.GetTimestamp();
        var readings = await pictures.Read(upload.Pictures, search, context.RequestAborted);
        metrics.Predicted(readings, Stopwatch.GetElapsedTime(started));
        await Write(context, "application/json", AnswerJson.Write(readings, model.Name));
    }

    // ?detect=true, quick or false.
    private Search SearchOf(HttpRequest request)
    {
        if (!request.Query.TryGetValue("detect", out var detect))
            return model.Detector is null ? Search.None : Search.Thorough;
        Search search = detect.ToString() switch
        {
            "true" => Search.Thorough,
            "quick" => Search.Quick,
            "false" => Search.None,
            var other => throw new RequestException(StatusCodes.Status400BadRequest, $"detect is '{other}'; it must be true, quick or false"),
        };
        return search != Search.None && model.Detector is null
            ? throw new RequestException(StatusCodes.Status400BadRequest, $"detect is {detect}, and this server has no face detector; send faces, with detect=false")
            : search;
    }
}
