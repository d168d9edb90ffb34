using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Knowledge.Checking;
using Mainstay.Knowledge.Loading;
using Mainstay.Knowledge.Motions;

namespace Mainstay.Knowledge;

/// <summary>What a load found. The library holds everything that could be read, so that a half-written knowledge folder can be looked at;
/// null only where plan.yaml cannot be read.</summary>
public sealed record LoadResult(Library? Library, ImmutableArray<ContentError> Errors);

/// <summary>Files to a validated library. Pure: the same files give the same library and the same errors, in the same order.</summary>
public static class LibraryLoader
{
    const string TranslationFolder = "translations/";

    /// <param name="language">"en", or a folder below knowledge/translations whose texts are laid over the English ones.</param>
    /// <exception cref="KnowledgeException">With every error there is.</exception>
    public static Library Load(ImmutableArray<KnowledgeFile> files, string language = "en")
    {
        var result = Check(files, language);
        return result.Errors.IsEmpty ? result.Library! : throw new KnowledgeException(result.Errors);
    }

    /// <summary>As <see cref="Load"/>, but hands back what it could read beside the errors. For tools; the app never runs on it.</summary>
    public static LoadResult Check(ImmutableArray<KnowledgeFile> files, string language = "en")
    {
        // The mechanical body's data, the drawn person's and the app's own words have loaders of their own: Anatomy, Texts.
        string[] others = [TranslationFolder, Anatomy.AnatomyLoader.Folder, Anatomy.FigureLoader.Folder, Texts.PhrasebookLoader.Folder];
        var english = files.Where(file => !others.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal))).ToArray();
        var translated = files.Where(file => file.Path.StartsWith($"{TranslationFolder}{language}/", StringComparison.Ordinal))
            .ToDictionary(file => file.Path[(TranslationFolder.Length + language.Length + 1)..]);
        var mapped = new (Layout.Place? Place, List<object> Records, Traces Traces)[english.Length];
        // Parsing is most of the work, and files do not depend on each other.
        Parallel.For(0, english.Length, i => mapped[i] = Map(english[i], translated.GetValueOrDefault(english[i].Path)));

        var traces = new Traces();
        var parts = Layout.Places.Select(place => place.Part).Distinct().ToDictionary(part => part, _ => new List<object>());
        foreach (var (place, records, found) in mapped)
        {
            traces.TakeIn(found);
            if (place is not null) parts[place.Part].AddRange(records);
        }
        if (language != "en" && translated.Count == 0)
            traces.Errors.Add(new ContentError($"{TranslationFolder}{language}", 0, "there is no translation into this language"));
        foreach (var path in translated.Keys.Except(english.Select(file => file.Path)))
            traces.Errors.Add(new ContentError($"{TranslationFolder}{language}/{path}", 0, "there is no English file of this name"));
        foreach (var place in Layout.Places.Where(place => !place.MayBeEmpty && !english.Any(file => Layout.Of(file.Path) == place)))
            traces.Errors.Add(new ContentError(place.Pattern, 0, place.IsFolder ? "this folder has no file" : "this file is missing"));

        var everything = Assemble(parts, language, _ => true);
        new Checks(everything, traces, parts["Words"].OfType<Words>().FirstOrDefault(), everything.Motions.IsEmpty ? null : Body(files, traces)).Run();
        var sound = Assemble(parts, language, record => !traces.Of[record].Broken);
        return new LoadResult(parts["Plan"].Count == 0 ? null : sound, Sorted(traces.Errors));
    }

    /// <summary>Where the translation into a language is.</summary>
    /// <param name="folder">The knowledge folder.</param>
    public static string TranslationOf(string folder, string language) => Path.Combine(folder, TranslationFolder, language);

    /// <summary>The languages there is a folder for, beside English.</summary>
    public static ImmutableArray<string> Translations(ImmutableArray<KnowledgeFile> files) =>
    [
        .. files.Where(file => file.Path.StartsWith(TranslationFolder, StringComparison.Ordinal) && file.Path.Count(c => c == '/') > 1)
            .Select(file => file.Path.Split('/')[1]).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>The rules of the daily use alone, for a program that needs nothing else and must stay small.</summary>
    /// <exception cref="KnowledgeException">The file is missing or wrong.</exception>
    public static ProgressRules ProgressOf(string folder)
    {
        const string path = "progress.yaml";
        try
        {
            var (_, records, traces) = Map(new(path, File.ReadAllText(Path.Combine(folder, path))), null);
            return traces.Errors.Count == 0 && records is [ProgressRules rules] ? rules : throw new KnowledgeException([.. traces.Errors]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KnowledgeException([new(path, 0, "cannot be read: " + e.Message)]);
        }
    }

    /// <summary>What the language check goes by, for texts that are not part of a library; null where words.yaml cannot be read.</summary>
    public static Words? WordsOf(ImmutableArray<KnowledgeFile> files) =>
        files.FirstOrDefault(file => file.Path == "words.yaml") is { } words ? Map(words, null).Item2.OfType<Words>().FirstOrDefault() : null;

    static (Layout.Place?, List<object>, Traces) Map(KnowledgeFile file, KnowledgeFile? translation)
    {
        var traces = new Traces();
        if (Layout.Of(file.Path) is not { } place)
        {
            traces.Errors.Add(new ContentError(file.Path, 0, "nothing is read from here; allowed: " + Layout.Allowed));
            return (null, [], traces);
        }
        if (YamlReader.Read(file, traces.Errors) is not { } node) return (place, [], traces);
        if (translation is not null && YamlReader.Read(translation, traces.Errors) is { } over)
            node = Overlay.Apply(node, over, place.Type, place.IsList, traces);
        var reader = new RecordReader(place.Type);
        if (!place.IsList) return (place, Single(reader.Read(node, traces)), traces);
        if (node is Node.Sequence list)
            return (place, [.. list.Items.Select(item => reader.Read(item, traces)).OfType<object>()], traces);
        traces.Error(node, $"is {node.Shown}; this file holds a list ('- id: …' for each entry)");
        return (place, [], traces);
    }

    /// <summary>The mechanical body, whose muscles motions name. What is wrong with it is told once.</summary>
    static AnatomyData? Body(ImmutableArray<KnowledgeFile> files, Traces traces)
    {
        if (!files.Any(file => file.Path.StartsWith(Anatomy.AnatomyLoader.Folder, StringComparison.Ordinal))) return null;
        try
        {
            return Anatomy.AnatomyLoader.Load(files);
        }
        catch (KnowledgeException e)
        {
            traces.Errors.AddRange(e.Errors);
            return null;
        }
    }

    static List<object> Single(object? record) => record is null ? [] : [record];

    static Library Assemble(Dictionary<string, List<object>> parts, string language, Func<object, bool> keep)
    {
        ImmutableArray<T> All<T>(string part) => [.. parts[part].Where(keep).Cast<T>()];
        return new Library
        {
            Language = language,
            Inputs = All<Input>("Inputs"),
            Gates = All<Gate>("Gates"),
            Screens = All<Screen>("Screens"),
            Rules = All<Rule>("Rules"),
            Harmless = All<Harmless>("Harmless"),
            SpasmSigns = All<SpasmSign>("SpasmSigns"),
            Contributors = All<Contributor>("Contributors"),
            Causes = All<Cause>("Causes"),
            Roads = All<Cause>("Roads"),
            Sources = All<Source>("Sources"),
            Claims = All<Claim>("Claims"),
            Items = All<Item>("Items"),
            Cautions = All<Caution>("Cautions"),
            Doses = All<Dose>("Doses"),
            Muscles = All<Named>("Muscles"),
            Equipment = All<Named>("Equipment"),
            Therapies = All<Therapy>("Therapies"),
            Lessons = All<Lesson>("Lessons"),
            Quiz = All<QuizQuestion>("Quiz"),
            Faq = All<Faq>("Faq"),
            Myths = All<Myth>("Myths"),
            Glossary = All<Term>("Glossary"),
            Tips = All<Tip>("Tips"),
            Challenge = All<ChallengeDay>("Challenge"),
            Tests = All<SelfTest>("Tests"),
            Courses = All<Course>("Courses"),
            Lasting = All<RiskItem>("Lasting"),
            Countries = All<Country>("Countries"),
            Motions = All<Motion>("Motions"),
            Stress = parts["Stress"].Where(keep).Cast<StressGuide>().FirstOrDefault(),
            Returns = All<FearedMove>("Returns"),
            Search = All<SearchWords>("Search").FirstOrDefault() ?? SearchWords.None,
            Plan = parts["Plan"].Cast<PlanWeights>().FirstOrDefault()!,
            Progress = parts["Progress"].Cast<ProgressRules>().FirstOrDefault(),
        };
    }

    static ImmutableArray<ContentError> Sorted(List<ContentError> errors) =>
        [.. errors.Distinct().OrderBy(e => e.File, StringComparer.Ordinal).ThenBy(e => e.Line).ThenBy(e => e.Message, StringComparer.Ordinal)];
}
