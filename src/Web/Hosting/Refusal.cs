using System.Text.Encodings.Web;

namespace Mainstay.Web.Hosting;

/// <summary>A short page for those who may not see the app. It holds nothing of the person and loads nothing.</summary>
public static class Refusal
{
    public static Task Write(HttpContext http, int status, string what, string next, string? link = null)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        var to = link is null ? "" : $"<p><a href=\"{link}\">{HtmlEncoder.Default.Encode("Type the code")}</a></p>";
        return http.Response.WriteAsync($"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark"><title>{HtmlEncoder.Default.Encode(what)} · Mainstay</title></head>
            <body><main><h1>{HtmlEncoder.Default.Encode(what)}</h1><p>{HtmlEncoder.Default.Encode(next)}</p>{to}</main></body></html>
            """);
    }
}
