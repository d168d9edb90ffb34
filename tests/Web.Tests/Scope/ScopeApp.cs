using System.Net;
using System.Text.RegularExpressions;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests.Scope;

/// <summary>The app of a desk worker who has been through the check and noted some weeks; each page is opened once.</summary>
public sealed partial class ScopeApp : IAsyncDisposable
{
    readonly TestApp _app = new();
    readonly Dictionary<string, Page> _opened = [];

    public ScopeApp()
    {
        var file = _app.Get<PersonFile>();
        Persona.Desk.Check(_app.Get<CareModels>(), file);
        file.Write(Noted.Of(new GoalNamed { Goal = "g", Text = "An hour in the garden" }), Noted.Of(new GoalScored { Goal = "g", Score = 3 }));
        for (var day = 0; day < Days; day++)
        {
            _app.Clock.Pass(TimeSpan.FromDays(1));
            file.Write(Noted.Of(new DiaryNote { Pain = 5 - day / 10, SittingHours = 6 + day % 3, Load = day % 3 == 0 ? 240 : null, StiffMinutes = 10 + day % 2 * 10, Remedies = [new(RemedyKind.Heat, 15, 5, 4)] }));
        }
    }

    const int Days = 30;

    public async Task<int> Status(ScopePlace place) => (await Opened(place.Path)).Status;

    /// <summary>What a reader sees at the place, in one line: of the page, or of its part up to the next one. Null where the page has no such part.</summary>
    public async Task<string?> Text(ScopePlace place)
    {
        var html = (await Opened(place.Path)).Html;
        if (place.Part is { } part)
        {
            var from = html.IndexOf($"id=\"{part}\"", StringComparison.Ordinal);
            if (from < 0) return null;
            from = html.IndexOf('>', from);
            var next = Ids().Matches(html, from).FirstOrDefault(id => !id.Groups[1].Value.StartsWith(part, StringComparison.Ordinal));
            html = html[(from + 1)..(next is null ? html.Length : html.LastIndexOf('<', next.Index))];
        }
        return Line(Tags().Replace(Unread().Replace(html, " "), " "));
    }

    /// <summary>As text is compared: signs decoded, any space a single one.</summary>
    public static string Line(string text) => Spaces().Replace(WebUtility.HtmlDecode(text), " ").Trim();

    async Task<Page> Opened(string path)
    {
        if (!_opened.TryGetValue(path, out var page)) _opened[path] = page = await _app.Open(path);
        return page;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Ids();

    [GeneratedRegex("<(script|style|head)[ >].*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Unread();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"[\s\u00a0\u202f]+")]
    private static partial Regex Spaces();
}
