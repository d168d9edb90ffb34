using System.Text.RegularExpressions;

namespace Mainstay.Web.Design;

/// <summary>A part that a page holds once, made fit to stand on one page several times.</summary>
public static partial class DesignHtml
{
    /// <summary>Parts one state of a part from the next.</summary>
    public const string Next = "<!--next-->";

    /// <summary>Each state apart.</summary>
    public static string Apart(string html, string prefix) => string.Concat(html.Split(Next).Select((state, at) => One(state, at == 0 ? prefix : $"{prefix}-{at}")));

    /// <summary>Ids and what refers to them get a prefix; landmarks become groups, for the page has its own; elements that a script brings to life stay still.</summary>
    static string One(string html, string prefix)
    {
        html = References().Replace(html, match => $"{match.Groups[1].Value}=\"{string.Join(' ', match.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => $"{prefix}-{id}"))}\"");
        html = Anchors().Replace(html, $"href=\"#{prefix}-");
        html = Landmarks().Replace(html, match => match.Groups[1].Length > 0 ? "</div" : "<div role=\"group\"");
        html = Sections().Replace(html, "<section role=\"group\"");
        html = Forms().Replace(html, form => ToForms().Replace(form.Value, ""));
        return Alive().Replace(html, match => $"<{match.Groups[1].Value}div");
    }

    [GeneratedRegex("(?<= )(id|for|aria-labelledby|aria-describedby|aria-controls|form)=\"([^\"]+)\"")]
    private static partial Regex References();

    [GeneratedRegex("href=\"#")]
    private static partial Regex Anchors();

    [GeneratedRegex("<(/?)(?:nav|aside)\\b")]
    private static partial Regex Landmarks();

    [GeneratedRegex("<section(?![^>]*\\brole=)")]
    private static partial Regex Sections();

    [GeneratedRegex("<form[^>]*>")]
    private static partial Regex Forms();

    [GeneratedRegex(" (?:role=\"search\"|aria-label(?:ledby)?=\"[^\"]*\")")]
    private static partial Regex ToForms();

    [GeneratedRegex("<(/?)mainstay-[a-z]+")]
    private static partial Regex Alive();
}
