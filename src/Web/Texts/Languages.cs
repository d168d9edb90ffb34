using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Knowledge.Texts;
using Microsoft.Net.Http.Headers;

namespace Mainstay.Web.Texts;

/// <param name="Id">As it is stored: "en", "de", "pt-BR".</param>
/// <param name="Name">In the language itself.</param>
public sealed record Language(string Id, string Name, bool IsRightToLeft);

/// <summary>The languages that the app's own words are there in: one for each folder of knowledge/texts.</summary>
public sealed class Languages
{
    /// <summary>A language is offered from this share of the English phrases on. What it lacks is shown in English without being marked as such, and
    /// a page that is half another language serves nobody.</summary>
    public const double LeastShare = 0.9;

    readonly FrozenDictionary<string, Phrases> _phrases;

    /// <param name="books">English is there even where no book of it is; then every other is offered.</param>
    public Languages(params IEnumerable<Phrasebook> books)
        : this(MostlyThere([.. books]).Select(book => new Phrases(CultureInfo.GetCultureInfo(book.Language == PhrasebookLoader.English ? "en-GB" : book.Language), book.Language, book.Wordings))) { }

    static IEnumerable<Phrasebook> MostlyThere(ImmutableArray<Phrasebook> books) => books.FirstOrDefault(book => book.Language == PhrasebookLoader.English) is not { } english ? books
        : books.Where(book => book == english || english.Wordings.Keys.Count(book.Wordings.ContainsKey) >= LeastShare * english.Wordings.Count);

    public Languages(IEnumerable<Phrases> phrases)
    {
        _phrases = phrases.ToFrozenDictionary(one => one.Language, StringComparer.Ordinal);
        All = [.. _phrases.Values.Append(Phrases.English).DistinctBy(one => one.Language).OrderBy(one => one.Language != PhrasebookLoader.English).ThenBy(one => one.Language, StringComparer.Ordinal)
            .Select(one => new Language(one.Language, one.Culture.NativeName.Split(" (")[0], one.IsRightToLeft))];
    }

    /// <summary>What a person can choose from, English first.</summary>
    public ImmutableArray<Language> All { get; }

    public bool Has(string? id) => All.Any(language => language.Id == id);

    /// <summary>The person's own choice; else the first language of their browser that is there; else English.</summary>
    public Phrases Of(string? chosen, HttpRequest request)
    {
        if (chosen is not null && Has(chosen)) return Of(chosen);
        var asked = StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var all) ? all : [];
        foreach (var name in asked.OrderByDescending(one => one.Quality ?? 1).Select(one => one.Value.Value!))
        {
            if (Has(name)) return Of(name);
            if (name.Split('-')[0] is var language && Has(language)) return Of(language);
        }
        return Of(PhrasebookLoader.English);
    }

    /// <summary>Where no browser asks: the person's own choice, else English.</summary>
    public Phrases Of(string? chosen) => _phrases.GetValueOrDefault(chosen ?? PhrasebookLoader.English, Phrases.English);
}
