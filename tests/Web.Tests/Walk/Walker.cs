using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Mainstay.Journal;

namespace Mainstay.Web.Tests.Walk;

/// <summary>Somebody without JavaScript who follows every link and sends every form. After each form the journal is put back, so that a walk is of
/// one state.</summary>
sealed partial class Walker(TestApp app)
{
    /// <summary>Of addresses that differ in their query alone; filters and searches have no end.</summary>
    const int MostQueries = 8;

    static readonly HtmlParser Parser = new();

    readonly ImmutableArray<Recorded> _journal = app.Get<JournalStore>().Read(JournalStore.Me);
    readonly Dictionary<string, IHtmlDocument?> _pages = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> _queries = new(StringComparer.Ordinal);
    readonly HashSet<string> _forms = new(StringComparer.Ordinal);
    readonly Queue<(string Path, string From)> _waiting = new([("/", "the start")]);
    readonly List<(string Path, string Part, string From)> _parts = [];

    /// <summary>What is wrong, each with the page it was found on.</summary>
    public List<string> Faults { get; } = [];
    public int Pages => _pages.Count;
    public int Sent { get; private set; }

    public async Task Walk()
    {
        while (_waiting.TryDequeue(out var next))
        {
            if (_pages.ContainsKey(next.Path) || !Fits(next.Path)) continue;
            _pages[next.Path] = null;
            var page = await Get(next.Path, next.From);
            if (page is null) continue;
            _pages[next.Path] = page;
            Follow(page, next.Path);
            foreach (var form in page.QuerySelectorAll<IHtmlFormElement>("form")) await Send(form, next.Path);
        }
        foreach (var (path, part, from) in _parts.Distinct())
            if (_pages.GetValueOrDefault(path) is { } page && page.GetElementById(part) is null) Faults.Add($"{from}: {path}#{part} has no such part");
    }

    /// <summary>Days follow each other for ever, and each drawing of a move is made for this walk: a few of them are as good as all.</summary>
    static readonly (Regex Path, int Most)[] Endless = [(Day(), 40), (Position(), 12)];

    bool Fits(string path) => !Endless.Any(kind => kind.Path.IsMatch(path) && (_queries[$"{kind.Path}"] = _queries.GetValueOrDefault($"{kind.Path}") + 1) > kind.Most) && FitsByQuery(path);

    bool FitsByQuery(string path) => !path.Contains('?', StringComparison.Ordinal)
        || (_queries[path.Split('?')[0]] = _queries.GetValueOrDefault(path.Split('?')[0]) + 1) <= MostQueries;

    /// <summary>The page of an address, redirects followed; null where it is no page, or is wrong.</summary>
    async Task<IHtmlDocument?> Get(string path, string from)
    {
        for (var hops = 0; hops < 5; hops++)
        {
            var answer = await app.Open(path);
            if (answer.Status is 302 or 303 && answer.Location is { } to)
            {
                path = to.Split('#')[0];
                continue;
            }
            if (answer.Status != 200) Faults.Add($"{from}: {path} answers {answer.Status}");
            else if (answer.Headers.ContentType.ToString().StartsWith("text/html", StringComparison.Ordinal))
            {
                var page = Parser.ParseDocument(answer.Html);
                Whole(page, path);
                return page;
            }
            return null;
        }
        Faults.Add($"{from}: {path} goes round in a ring");
        return null;
    }

    /// <summary>A page has one main part with one first heading, headings skip no level, nothing runs inline, and no id stands twice.</summary>
    void Whole(IHtmlDocument page, string path)
    {
        if (page.QuerySelectorAll("main").Length != 1 || page.QuerySelectorAll("h1").Length != 1) Faults.Add($"{path} has not one main part and one h1");
        var level = 0;
        foreach (var heading in page.QuerySelectorAll("h1,h2,h3,h4,h5,h6"))
        {
            var now = heading.LocalName[1] - '0';
            if (now > level + 1) Faults.Add($"{path}: “{heading.TextContent.Trim()}” is h{now} after h{level}");
            level = now;
        }
        if (page.QuerySelectorAll("script:not([src]),style,[style]").Length > 0 || page.All.Any(one => one.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal))))
            Faults.Add($"{path} has an inline script or style");
        foreach (var twice in page.QuerySelectorAll("[id]").GroupBy(one => one.Id).Where(ids => ids.Count() > 1)) Faults.Add($"{path}: the id {twice.Key} stands {twice.Count()} times");
        foreach (var label in page.QuerySelectorAll<IHtmlLabelElement>("label[for]"))
            if (page.GetElementById(label.HtmlFor!) is null) Faults.Add($"{path}: a label is for {label.HtmlFor}, which is not there");
    }

    void Follow(IHtmlDocument page, string path)
    {
        foreach (var (name, element) in page.QuerySelectorAll("[href],[src]").Select(one => (one.GetAttribute("href") ?? one.GetAttribute("src")!, one)))
        {
            if (name.StartsWith("http", StringComparison.Ordinal))
            {
                if (element.LocalName != "a") Faults.Add($"{path} loads {name} from another host");
                continue;
            }
            if (name.StartsWith("tel:", StringComparison.Ordinal) || name.StartsWith("sms:", StringComparison.Ordinal) || name.StartsWith("mailto:", StringComparison.Ordinal)) continue;
            var cut = name.IndexOf('#', StringComparison.Ordinal);
            var target = cut < 0 ? name : name[..cut];
            if (target.Length == 0) target = path;
            else if (target[0] == '?') target = path.Split('?')[0] + target;
            if (cut >= 0 && element.LocalName == "a") _parts.Add((target, Uri.UnescapeDataString(name[(cut + 1)..]), path));
            _waiting.Enqueue((target, path));
        }
    }

    /// <summary>Forms that nothing a walk can send is right for, with the reason: the beginning of their address.</summary>
    static readonly (string Action, string Why)[] NeverTaken =
        [("/diary/import", "it takes a file"), ("/me/import", "it takes a file"), ("/breaks/push", "the browser's script fills it in with its own address")];

    /// <summary>With its defaults by each of its buttons, filled in, with its fields empty, and with nothing but its token. One of these is taken.</summary>
    async Task Send(IHtmlFormElement form, string from)
    {
        var fields = form.Elements.Where(one => one.GetAttribute("name") is { Length: > 0 } && !one.HasAttribute("disabled")).ToArray();
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : from;
        var post = form.GetAttribute("method") == "post";
        var kind = $"{Id().Replace(action, "*")} {string.Join(' ', fields.Select(field => field.GetAttribute("name") + (field.GetAttribute("name") == "do" ? field.GetAttribute("value") : "")).Distinct().Order(StringComparer.Ordinal))}";
        if (!_forms.Add(kind)) return;
        var hidden = fields.OfType<IHtmlInputElement>().Where(field => field.Type == "hidden").Select(field => (field.Name!, field.Value)).ToArray();
        var defaults = fields.SelectMany(Default).ToArray();
        var buttons = form.QuerySelectorAll<IHtmlButtonElement>("button").Where(button => button.Type == "submit")
            .Select(button => button.GetAttribute("name") is { Length: > 0 } name ? [(name, button.GetAttribute("value") ?? "")] : Array.Empty<(string, string)>()).DefaultIfEmpty([]);
        var taken = false;
        foreach (var button in buttons) taken |= await Send(action, post, [.. defaults, .. button], $"{from}, form with its defaults");
        foreach (var button in buttons.Take(1)) taken |= await Send(action, post, [.. FilledIn(fields), .. button], $"{from}, form filled in");
        taken |= await Send(action, post, [.. hidden, .. fields.Where(field => field is not IHtmlInputElement { Type: "hidden" or "checkbox" or "radio" }).Select(field => (field.GetAttribute("name")!, ""))], $"{from}, form with empty fields");
        taken |= await Send(action, post, [.. hidden.Where(field => field.Item1.StartsWith("__", StringComparison.Ordinal))], $"{from}, form with nothing in it");
        if (!taken && !NeverTaken.Any(one => action.StartsWith(one.Action, StringComparison.Ordinal))) Faults.Add($"{from}: nothing that can be sent to {action} is taken");
    }

    /// <summary>The first choice of each group, 3 for a number, a day for a day, and x for words.</summary>
    IEnumerable<(string Name, string Value)> FilledIn(IReadOnlyCollection<IElement> fields) => fields.Select(field => field switch
    {
        IHtmlInputElement { Type: "hidden" or "checkbox" or "radio" } input => (input.Name!, input.Value),
        IHtmlInputElement { Type: "submit" or "button" or "file" } or IHtmlButtonElement => ("", ""),
        IHtmlInputElement { Type: "date" } input => (input.Name!, Today),
        IHtmlInputElement { Type: "time" } input => (input.Name!, "09:00"),
        IHtmlInputElement input => (input.Name!, input.Type is "number" or "range" || input.GetAttribute("inputmode") is "numeric" or "decimal" ? "3" : "x"),
        IHtmlSelectElement select => (select.Name!, select.Options.FirstOrDefault(option => option.Value.Length > 0)?.Value ?? ""),
        _ => (field.GetAttribute("name")!, "x"),
    }).Where(field => field.Item1.Length > 0).DistinctBy(field => field.Item1);

    static IEnumerable<(string, string)> Default(IElement field) => field switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } input => input.IsDefaultChecked ? [(input.Name!, input.Value)] : [],
        IHtmlInputElement { Type: "submit" or "button" } or IHtmlButtonElement => [],
        IHtmlInputElement input => [(input.Name!, input.Value)],
        IHtmlTextAreaElement area => [(area.Name!, area.Value)],
        IHtmlSelectElement select => [(select.Name!, select.Value ?? "")],
        _ => [],
    };

    /// <returns>It was taken: what follows is a page, not a complaint.</returns>
    async Task<bool> Send(string action, bool post, IReadOnlyList<(string Name, string Value)> fields, string from)
    {
        Sent++;
        var body = string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"));
        var answer = post ? await app.Send("POST", action, body: body, headers: ("Origin", "http://127.0.0.1:5080")) : await app.Open($"{action}?{body}");
        if (answer.Status >= 500) Faults.Add($"{from}: {action} answers {answer.Status}");
        else if (answer.Status >= 400 && !SaysWhatToDo(answer)) Faults.Add($"{from}: {action} answers {answer.Status} and does not say what to do");
        else if (answer.Status is 302 or 303) await Get(answer.Location!.Split('#')[0], $"{from}: {action}");
        if (post) Restore();
        return answer.Status < 400;
    }

    static bool SaysWhatToDo(Page answer) => Parser.ParseDocument(answer.Html) is var page && page.QuerySelector("main h1") is { TextContent.Length: > 0 }
        && page.QuerySelector("main a[href], main form") is not null && page.QuerySelector("main p") is not null;

    void Restore()
    {
        var store = app.Get<JournalStore>();
        if (store.Read(JournalStore.Me).SequenceEqual(_journal)) return;
        store.DeleteAll(JournalStore.Me);
        store.Append(JournalStore.Me, _journal);
    }

    /// <summary>Of the clock that the walk is under.</summary>
    string Today => app.Clock.GetLocalNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^/diary/\d")]
    private static partial Regex Day();

    [GeneratedRegex(@"^/figure/[^/]+/[^/.]+\.[^/]+\.svg")]
    private static partial Regex Position();

    [GeneratedRegex("(?<=/plan/|/me/devices/)[^/]+(?=/)")]
    private static partial Regex Id();
}
