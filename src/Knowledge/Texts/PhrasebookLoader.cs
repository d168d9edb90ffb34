using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Knowledge.Checking;
using Mainstay.Knowledge.Loading;

namespace Mainstay.Knowledge.Texts;

/// <param name="Books">English first, then by name.</param>
public sealed record PhrasebooksResult(ImmutableArray<Phrasebook> Books, ImmutableArray<ContentError> Errors);

/// <summary>The app's own words: a folder a language below knowledge/texts, with maps from the English phrase to how the language says it. Pure.</summary>
public static class PhrasebookLoader
{
    public const string Folder = "texts/", English = "en";

    /// <summary>A letter is written for professionals; its reading grade is not measured.</summary>
    public const string LetterFile = "letter.yaml";

    const double HighestGrade = 6;
    const int FewWords = 8;

    /// <exception cref="KnowledgeException">With every error there is.</exception>
    public static ImmutableArray<Phrasebook> Load(ImmutableArray<KnowledgeFile> files)
    {
        var result = Check(files, words: null);
        return result.Errors.IsEmpty ? result.Books : throw new KnowledgeException(result.Errors);
    }

    /// <param name="words">What the English phrases are measured by; null leaves that out.</param>
    public static PhrasebooksResult Check(ImmutableArray<KnowledgeFile> files, Words? words)
    {
        var errors = new List<ContentError>();
        var said = new Dictionary<string, Dictionary<string, (Node.Entry Entry, Wording Wording)>>(StringComparer.Ordinal);
        foreach (var file in files.Where(file => file.Path.StartsWith(Folder, StringComparison.Ordinal)))
        {
            var parts = file.Path.Split('/');
            if (parts.Length != 3 || !IsLanguage(parts[1]))
            {
                errors.Add(new(file.Path, 0, "is not in a folder of a language: texts/LANGUAGE/NAME.yaml, such as texts/de/pages.yaml"));
                continue;
            }
            if (!said.TryGetValue(parts[1], out var book)) said[parts[1]] = book = new(StringComparer.Ordinal);
            Read(file, parts[1], book, errors);
        }
        var english = said.GetValueOrDefault(English) ?? [];
        foreach (var (language, book) in said.Where(one => one.Key != English)) Compare(language, book, english, errors);
        if (words is not null) Measure(english.Values, words, errors);
        return new(
            [.. said.OrderBy(one => one.Key != English).ThenBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => new Phrasebook(one.Key, one.Value.ToFrozenDictionary(phrase => phrase.Key, phrase => phrase.Value.Wording, StringComparer.Ordinal)))],
            [.. errors.OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line)]);
    }

    static bool IsLanguage(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true).Name == name;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    static void Read(KnowledgeFile file, string language, Dictionary<string, (Node.Entry, Wording)> book, List<ContentError> errors)
    {
        switch (YamlReader.Read(file, errors))
        {
            case Node.Mapping map:
                foreach (var entry in map.Entries)
                {
                    if (WordingOf(entry, language, errors) is not { } wording) continue;
                    if (!book.TryAdd(entry.Key, (entry, wording))) errors.Add(new(file.Path, entry.Line, $"'{entry.Key}' is said in another file of this language too"));
                }
                break;
            case { } other:
                errors.Add(new(file.Path, other.Line, "is not a map from English phrases to phrases"));
                break;
        }
    }

    static Wording? WordingOf(Node.Entry entry, string language, List<ContentError> errors)
    {
        if (entry.Value is Node.Scalar { Text.Length: > 0 } text) return Wording.Plain(text.Text);
        if (entry.Value is not Node.Mapping map)
        {
            errors.Add(new(entry.Value.File, entry.Line, $"'{entry.Key}' has no words"));
            return null;
        }
        var forms = Plural.FormsOf(language);
        var given = ImmutableDictionary.CreateBuilder<PluralForm, string>();
        foreach (var form in map.Entries)
        {
            if (forms.FirstOrDefault(one => Name(one) == form.Key, (PluralForm)(-1)) is var known && (int)known < 0 || form.Value is not Node.Scalar { Text.Length: > 0 } words)
                errors.Add(new(entry.Value.File, form.Line, $"'{form.Key}' is no form of this language with words; it counts in {string.Join(", ", forms.Select(Name))}"));
            else given[known] = words.Text;
        }
        if (given.TryGetValue(PluralForm.Other, out var other)) return new(other, given.ToImmutable());
        errors.Add(new(entry.Value.File, entry.Line, $"'{entry.Key}' needs the form 'other'"));
        return null;
    }

#pragma warning disable CA1308 // keys are written in small letters
    static string Name(PluralForm form) => form.ToString().ToLowerInvariant();
#pragma warning restore CA1308

    static void Compare(string language, Dictionary<string, (Node.Entry Entry, Wording Wording)> book, Dictionary<string, (Node.Entry Entry, Wording Wording)> english,
        List<ContentError> errors)
    {
        foreach (var (phrase, (entry, wording)) in book)
        {
            if (!english.ContainsKey(phrase)) errors.Add(new(entry.Value.File, entry.Line, $"'{phrase}' is no phrase of the app: texts/{English} lists them"));
            foreach (var hole in wording.Forms.Values.Append(wording.Text).SelectMany(Holes.Of).Distinct().Except(Holes.Of(phrase)))
                errors.Add(new(entry.Value.File, entry.Line, $"{language} has {{{hole}}}, which the English phrase has not"));
        }
    }

    static void Measure(IEnumerable<(Node.Entry Entry, Wording Wording)> english, Words words, List<ContentError> errors)
    {
        var (readability, nocebo) = (new Readability(words.Easy), new Nocebo(words.Avoid));
        foreach (var (entry, wording) in english.Where(one => !one.Entry.Value.File.EndsWith(LetterFile, StringComparison.Ordinal)))
        {
            var text = Holes.Of(wording.Text).Aggregate(wording.Text, (filled, hole) => filled.Replace($"{{{hole}}}", "9", StringComparison.Ordinal));
            var measure = readability.Measure(text);
            if (measure.Words >= FewWords && Math.Round(measure.Grade, 1) > HighestGrade)
                errors.Add(new(entry.Value.File, entry.Line, string.Create(CultureInfo.InvariantCulture,
                    $"'{wording.Text}' reads at grade {measure.Grade:0.0} (6 is allowed); hardest words: {string.Join(", ", readability.Hardest(text))}")));
            foreach (var (found, avoided) in nocebo.Find(text))
                errors.Add(new(entry.Value.File, entry.Line, $"says '{found}'. {avoided.Why} Instead: {avoided.Instead}"));
        }
    }
}
