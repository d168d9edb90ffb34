using System.Net;
using System.Text.RegularExpressions;

namespace Mainstay.Web.Tests.Texts;

/// <summary>What a person reads or hears on a page.</summary>
public static partial class PageText
{
    static readonly HashSet<string> Empty = ["meta", "link", "input", "br", "img", "hr", "path", "line", "rect", "circle", "use"];

    /// <summary>Texts between tags and in labels. Scripts, styles and what is marked as not to be translated are left out.</summary>
    public static IEnumerable<string> Of(string html)
    {
        var (last, untranslated) = (0, new Stack<bool>([false]));
        foreach (Match tag in Tags().Matches(html))
        {
            if (!untranslated.Peek() && WebUtility.HtmlDecode(html[last..tag.Index]).Trim() is { Length: > 0 } text) yield return Spaces().Replace(text, " ");
            last = tag.Index + tag.Length;
            var name = tag.Groups["name"].Value;
            if (tag.Value.StartsWith("</", StringComparison.Ordinal))
            {
                if (untranslated.Count > 1) untranslated.Pop();
                continue;
            }
            foreach (Match label in Labels().Matches(tag.Value))
                if (WebUtility.HtmlDecode(label.Groups[1].Value).Trim() is { Length: > 0 } said) yield return Spaces().Replace(said, " ");
            if (name.Length > 0 && !Empty.Contains(name) && !tag.Value.EndsWith("/>", StringComparison.Ordinal))
                untranslated.Push(untranslated.Peek() || name is "script" or "style" or "code" || tag.Value.Contains("translate=\"no\"", StringComparison.Ordinal));
        }
    }

    public static IEnumerable<string> Links(string html) => Hrefs().Matches(html).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value));

    [GeneratedRegex("<(?:!--.*?--|[!/]?(?<name>[a-zA-Z][a-zA-Z0-9]*)?[^>]*)>", RegexOptions.Singleline)]
    private static partial Regex Tags();

    [GeneratedRegex("\\s(?:aria-label|alt|title|placeholder)=\"([^\"]*)\"")]
    private static partial Regex Labels();

    [GeneratedRegex("<a\\s[^>]*?href=\"(/[^\"#]*)")]
    private static partial Regex Hrefs();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}
