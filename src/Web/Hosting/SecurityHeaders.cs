namespace Mainstay.Web.Hosting;

/// <summary>What a browser may do with any page of this app: load from here alone, run no inline script, be framed by nobody, keep nothing.</summary>
public static class SecurityHeaders
{
    public const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static void Set(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";   // with no-referrer, browsers send "Origin: null" with our own forms
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers.XFrameOptions = "DENY";
        headers.CacheControl = "no-store";            // answers about health stay out of the browser's cache
        if (http.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
    }
}
