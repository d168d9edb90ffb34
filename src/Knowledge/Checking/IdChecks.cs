using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Mainstay.Knowledge.Checking;

/// <summary>Ids are well formed and unique; a file that holds one thing is named after it.</summary>
static partial class IdChecks
{
    public static void Run(Context context)
    {
        var library = context.Library;
        Unique(context, "input", library.Inputs, input => input.Id, Snake(), "snake_case, such as leg_pain");
        Unique(context, "gate", library.Gates, gate => gate.Id, Any(), "lower case, such as danger-nerves");
        Unique(context, "screen", library.Screens, screen => screen.Id, Any(), "lower case, such as about-you");
        Unique(context, "rule", library.Rules, rule => rule.Id, RuleId(), "RF- and two digits, with a letter where needed: RF-41, RF-41b");
        Unique(context, "harmless entry", library.Harmless, harmless => harmless.Input, Snake(), "an input");
        Unique(context, "sign", library.SpasmSigns, sign => sign.Id, Any(), "lower case");
        Kebab(context, "contributor", library.Contributors, contributor => contributor.Id, named: true);
        Kebab(context, "cause", library.Causes, cause => cause.Id, named: true);
        Kebab(context, "road", library.Roads, road => road.Id, named: true);
        Kebab(context, "source", library.Sources, source => source.Id);
        Kebab(context, "claim", library.Claims, claim => claim.Id);
        Unique(context, "claim ref", library.Claims, claim => claim.Ref, ClaimRef(), "C- and two digits: C-07", nameof(Claim.Ref));
        Kebab(context, "item", library.Items, item => item.Id, named: true);
        Unique(context, "item ref", library.Items.Where(item => item.Ref is not null), item => item.Ref!, ItemRef(), "X and a number: X10",
            nameof(Item.Ref));
        Kebab(context, "caution", library.Cautions, caution => caution.Id, named: true);
        Kebab(context, "dose", library.Doses, dose => dose.Id);
        Unique(context, "muscle", library.Muscles, muscle => muscle.Id, Any(), "lower case");
        Unique(context, "piece of equipment", library.Equipment, piece => piece.Id, Any(), "lower case");
        Kebab(context, "therapy", library.Therapies, therapy => therapy.Id, named: true);
        Kebab(context, "lesson", library.Lessons, lesson => lesson.Id, named: true);
        Kebab(context, "quiz question", library.Quiz.Concat(library.Lessons.Select(lesson => lesson.Question)).Where(q => q is not null),
            q => q.Id);
        Kebab(context, "FAQ entry", library.Faq, faq => faq.Id);
        Kebab(context, "myth", library.Myths, myth => myth.Id);
        Kebab(context, "term", library.Glossary, term => term.Id);
        Kebab(context, "everyday word", library.Search.Everyday, word => word.Id);
        Kebab(context, "tip", library.Tips, tip => tip.Id);
        Kebab(context, "feared move", library.Returns, move => move.Id);
        Kebab(context, "burden", library.Stress?.Burdens ?? [], burden => burden.Id);
        Kebab(context, "small change", library.Stress?.Changes ?? [], change => change.Id);
        Kebab(context, "challenge day", library.Challenge, day => day.Id);
        Kebab(context, "test", library.Tests, test => test.Id, named: true);
        Kebab(context, "motion", library.Motions, motion => motion.Id, named: true);
        Kebab(context, "course", library.Courses, course => course.Id);
        Kebab(context, "risk", library.Lasting, risk => risk.Id);
        Unique(context, "country", library.Countries, country => country.Id, CountryCode(), "the two capital letters of ISO 3166-1: GB");
        foreach (var input in library.Inputs)
            Unique(context, $"option of {input.Id}", input.Options, option => option.Id, OptionId(),
                "lower-case letters, digits, _, - or a closing +");
        Unique(context, "gate line", library.Gates.SelectMany(gate => gate.Lines), line => line.Id, Any(), "lower case");
        foreach (var claim in library.Claims)
            NamedAfter(context, claim, claim.Ref.ToLowerInvariant());
        Rows(context);
    }

    static void Rows(Context context)
    {
        var library = context.Library;
        foreach (var x in library.Inputs) Check(x, x.Rows);
        foreach (var x in library.Contributors) Check(x, x.Rows);
        foreach (var x in library.Causes.Concat(library.Roads)) Check(x, x.Rows);
        foreach (var x in library.Claims) Check(x, x.Rows);
        foreach (var x in library.Items) Check(x, x.Rows);
        foreach (var x in library.Therapies) Check(x, x.Rows);
        foreach (var x in library.Lessons) Check(x, x.Rows);
        foreach (var x in library.Faq) Check(x, x.Rows);
        foreach (var x in library.Stress?.Changes ?? []) Check(x, x.Rows);
        foreach (var x in library.Myths) Check(x, x.Rows);
        foreach (var x in library.Glossary) Check(x, x.Rows);
        foreach (var x in library.Tips) Check(x, x.Rows);
        foreach (var x in library.Tests) Check(x, x.Rows);
        foreach (var x in library.Lasting) Check(x, x.Rows);
        foreach (var x in library.Muscles.Concat(library.Equipment)) Check(x, x.Rows);

        void Check(object owner, ImmutableArray<string> rows)
        {
            foreach (var row in rows.Where(row => !ScopeRow().IsMatch(row)))
                context.Error(owner, "Rows", $"'{row}' is not a row of the scope; a row is S0, S1 or S2, a dash and a number: S0-25");
        }
    }

    static void Kebab<T>(Context context, string kind, IEnumerable<T> records, Func<T, string> id, bool named = false) where T : class
    {
        var all = records.ToList();
        Unique(context, kind, all, id, KebabId(), "lower-case words with dashes, such as cat-cow");
        if (!named) return;
        foreach (var record in all) NamedAfter(context, record, id(record));
    }

    static void NamedAfter(Context context, object record, string id)
    {
        var name = Path.GetFileNameWithoutExtension(context.FileOf(record));
        context.Require(name == id || id.Length == 0, record, nameof(Claim.Id),
            $"the file is named '{name}' but holds '{id}'; both must be the same");
    }

    static void Unique<T>(Context context, string kind, IEnumerable<T> records, Func<T, string> id, Regex form, string allowed,
        string property = "Id")
        where T : class
    {
        var seen = new Dictionary<string, T>();
        foreach (var record in records)
        {
            var name = id(record);
            if (name.Length == 0) continue;
            context.Require(form.IsMatch(name), record, property, $"'{name}' is not well formed for a {kind}; allowed: {allowed}");
            if (!seen.TryAdd(name, record))
                context.Error(record, property, $"the {kind} '{name}' stands twice; the first is in {context.FileOf(seen[name])}");
        }
    }

    [GeneratedRegex(@"^[a-z][a-z0-9]*(_[a-z0-9]+)*\z")]
    private static partial Regex Snake();
    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex KebabId();
    [GeneratedRegex(@"^[a-z0-9]+([-_][a-z0-9]+)*\z")]
    private static partial Regex Any();
    [GeneratedRegex(@"^[a-z0-9]+([-_][a-z0-9]+)*\+?\z")]
    private static partial Regex OptionId();
    [GeneratedRegex(@"^RF-\d\d[0-9]?[a-z]?\z")]
    private static partial Regex RuleId();
    [GeneratedRegex(@"^C-\d\d\z")]
    private static partial Regex ClaimRef();
    [GeneratedRegex(@"^X\d+[a-z]?\z")]
    private static partial Regex ItemRef();
    [GeneratedRegex(@"^[A-Z]{2}\z")]
    private static partial Regex CountryCode();
    [GeneratedRegex(@"^S[0-2]-\d+[a-z]?\z")]
    private static partial Regex ScopeRow();
}
