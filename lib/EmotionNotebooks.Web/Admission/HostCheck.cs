using System.Net;
using EmotionNotebooks.Web.Api;
using Microsoft.AspNetCore.Http;

namespace EmotionNotebooks.Web.Admission;

/// <summary>
/// Takes requests without a key only under this machine's own names, and none that another site's page sends: a page elsewhere must not
/// reach a loopback server through the visitor's browser, be it by a name that it lets point here (DNS rebinding).
/// </summary>
internal static class HostCheck
{
    /// <exception cref="RequestException">421: a strange name; 403: a request from another site's page.</exception>
    public static void Require(HttpContext context)
    {
        var host = context.Request.Host.Host.Trim('[', ']');
        if (!host.Equals("localhost", StringComparison.OrdinalIgnoreCase) && !(IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)))
            throw new RequestException(
                StatusCodes.Status421MisdirectedRequest, $"the Host is '{host}'; without an API key it must be localhost or a loopback address");
        if (context.Request.Headers["Sec-Fetch-Site"] == "cross-site")
            throw new RequestException(StatusCodes.Status403Forbidden, "the request comes from another site's page");
    }
}
