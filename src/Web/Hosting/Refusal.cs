using System.Text.Encodings.Web;
using Mainstay.Web.Texts;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Hosting;

/// <summary>A short page for those who may not see the app. It holds nothing of the person and loads nothing.</summary>
public static class Refusal
{
    /// <param name="what">A marked phrase, as <paramref name="next"/>.</param>
    public static Task Write(HttpContext http, int status, string what, string next, string? link = null)
    {
        var say = http.RequestServices.GetRequiredService<Languages>().Of(null, http.Request);
        string Said(string phrase) => HtmlEncoder.Default.Encode(say.Say(phrase));
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        var to = link is null ? "" : $"<p><a href=\"{link}\">{Said(N("Type the code"))}</a></p>";
        return http.Response.WriteAsync($"""
            <!doctype html><html lang="{say.Language}" dir="{(say.IsRightToLeft ? "rtl" : "ltr")}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark"><title>{Said(what)} · Mainstay</title></head>
            <body><main><h1>{Said(what)}</h1><p>{Said(next)}</p>{to}</main></body></html>
            """);
    }
}
