using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Flow;
using Mainstay.Web.Hosting;
using Mainstay.Web.Tests;
using Mainstay.Web.Tests.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Browser.Tests;

/// <summary>The app as it is served, on a port and a data file of its own.</summary>
public sealed partial class RunningApp : IAsyncDisposable
{
    const int LeastPages = 40;

    readonly WebApplication _app;
    readonly string _folder = Directory.CreateTempSubdirectory("mainstay-browser-").FullName;

    static readonly ConcurrentDictionary<(string Way, string Html), bool> Seen = new();

    RunningApp(Web.Texts.Languages? languages, bool development) => _app = MainstayWeb.Build(new WebOptions(Data: Path.Combine(_folder, "journal.db"), Port: 0),
        builder =>
        {
            builder.Services.AddShared(languages);
            builder.Environment.EnvironmentName = development ? "Development" : "Production";
        }, Library);

    /// <summary>Below it, pages that find the data file in a state: /fault/Full.</summary>
    public const string Faults = "/fault";

    public static Library Library => Shared.Library;

    public string Data => Path.Combine(_folder, "journal.db");

    public string Address { get; private set; } = "";

    /// <param name="language">Of the test languages; null for English alone.</param>
    public static async Task<RunningApp> Start(Persona? after = null, string? language = null, bool development = false)
    {
        var app = new RunningApp(language is null ? null : Pseudo.Languages, development);
        app._app.MapGet(Faults + "/{fault}", (JournalFault fault) => { throw new JournalException(fault, "The data file is in a state of its own."); });
        await app._app.StartAsync();
        app.Address = app._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        after?.Check(app._app.Services.GetRequiredService<CareModels>(), app._app.Services.GetRequiredService<PersonFile>());
        if (language is not null) app._app.Services.GetRequiredService<PersonFile>().Write(new SettingChanged("language", language));
        return app;
    }

    /// <summary>The addresses of every page that can be reached, one of each kind, and no address asked more than a few things.</summary>
    public async Task<IReadOnlyList<string>> Pages()
    {
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        var pages = await EveryPage.Walk(path => Read(client, path), mostOfAKind: 1, mostAsked: 6);
        Assert.True(pages.Count > LeastPages, $"only {pages.Count} pages");
        return pages;
    }

    /// <summary>One page of each address, whatever else can be asked of it: for what hangs on how a page is built, and not on what it says.</summary>
    public async Task<IReadOnlyList<string>> Addresses() => [.. (await Pages()).OrderBy(path => path.Contains('?', StringComparison.Ordinal)).DistinctBy(path => path.Split('?')[0])];

    /// <summary>Those of the pages that differ by as much as a letter from all that were looked at in this way before, for whomever. The navigation,
    /// which is the same on all pages, does not count.</summary>
    /// <param name="way">How they are looked at.</param>
    public async Task<IReadOnlyList<string>> Unseen(string way, IEnumerable<string> paths)
    {
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        var unseen = new List<string>();
        foreach (var path in paths)
            if (await Read(client, path) is not { } html || Seen.TryAdd((way, Shell().Replace(Token().Replace(html, ""), "").Replace(Address, "", StringComparison.Ordinal)), true)) unseen.Add(path);
        return unseen;
    }

    static async Task<string?> Read(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        return answer.Content.Headers.ContentType?.MediaType == "text/html" ? await answer.Content.ReadAsStringAsync() : null;
    }

    [GeneratedRegex("(?<=__RequestVerificationToken\" value=\")[^\"]+")]
    private static partial Regex Token();

    [GeneratedRegex("<nav class=\"nav\".*?</nav>|<div class=\"menu\".*?</div>", RegexOptions.Singleline)]
    private static partial Regex Shell();

    /// <summary>Answers one question anew, the first of those that lead to this urgency. One that is there already is left.</summary>
    public void Become(Urgency urgency)
    {
        var file = _app.Services.GetRequiredService<PersonFile>();
        var answers = file.Read().Answers;
        if (Shared.Reasoning.Model.Triage.Assess(answers).Urgency == urgency) return;
        var sign = Library.Inputs.First(input => input.Kind == InputKind.YesNo && Shared.Reasoning.Model.Triage.Assess(answers.With(input.Id, "yes")).Urgency == urgency);
        file.Write(AnswerGiven.Word(sign.Id, "yes"));
    }

    public void Write(Entry entry) => _app.Services.GetRequiredService<PersonFile>().Write(entry);

    public Person Person => _app.Services.GetRequiredService<PersonFile>().Read();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
