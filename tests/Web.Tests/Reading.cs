using System.Net;
using System.Text.Json;

namespace Mainstay.Web.Tests;

/// <summary>What an answer says.</summary>
public static class Reading
{
    /// <summary>The page with its signs decoded.</summary>
    public static string Text(Page page) => WebUtility.HtmlDecode(page.Html);

    public static JsonElement Json(Page page) => JsonDocument.Parse(page.Html).RootElement;
}
