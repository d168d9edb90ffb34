using Mainstay.Knowledge.Motions;

namespace Mainstay.Knowledge.Loading;

/// <summary>Which record stands in which file. A folder pattern ends in "/"; the first that fits wins.</summary>
static class Layout
{
    internal sealed record Place(string Pattern, string Part, Type Type, bool IsList, bool MayBeEmpty = false)
    {
        public bool IsFolder => Pattern.EndsWith('/');
        public bool Fits(string path) => IsFolder
            ? path.StartsWith(Pattern, StringComparison.Ordinal) && path.IndexOf('/', Pattern.Length) < 0
            : path == Pattern;
    }

    static Place One<T>(string folder, string part) => new(folder, part, typeof(T), IsList: false);
    static Place Many<T>(string file, string part) => new(file, part, typeof(T), IsList: true);

    /// <summary>Part names are those of <see cref="Library"/>, and "Words".</summary>
    public static readonly Place[] Places =
    [
        Many<Gate>("questions/gates.yaml", "Gates"),
        Many<Screen>("questions/screens.yaml", "Screens"),
        Many<Input>("questions/", "Inputs"),
        Many<Harmless>("safety/harmless.yaml", "Harmless"),
        Many<SpasmSign>("safety/spasm.yaml", "SpasmSigns"),
        Many<Rule>("safety/", "Rules"),
        Many<Source>("sources/", "Sources"),
        One<Contributor>("contributors/", "Contributors"),
        One<Cause>("causes/", "Causes"),
        One<Cause>("roads/", "Roads"),
        One<Claim>("claims/", "Claims"),
        One<Item>("exercises/", "Items"),
        One<Item>("modules/", "Items"),
        One<Caution>("cautions/", "Cautions"),
        One<Therapy>("therapies/", "Therapies"),
        One<Lesson>("lessons/", "Lessons"),
        One<SelfTest>("tests/", "Tests"),
        One<Motion>("motions/", "Motions") with { MayBeEmpty = true },
        Many<Dose>("doses.yaml", "Doses"),
        Many<Named>("muscles.yaml", "Muscles"),
        Many<Named>("equipment.yaml", "Equipment"),
        Many<QuizQuestion>("quiz.yaml", "Quiz"),
        Many<Faq>("faq.yaml", "Faq"),
        Many<Myth>("myths.yaml", "Myths"),
        Many<Term>("glossary.yaml", "Glossary"),
        Many<Tip>("tips.yaml", "Tips"),
        Many<ChallengeDay>("challenge.yaml", "Challenge"),
        Many<Course>("course.yaml", "Courses"),
        Many<RiskItem>("lasting.yaml", "Lasting"),
        Many<Country>("services.yaml", "Countries"),
        One<StressGuide>("stress.yaml", "Stress") with { MayBeEmpty = true },
        Many<FearedMove>("returns.yaml", "Returns") with { MayBeEmpty = true },
        One<SearchWords>("search.yaml", "Search") with { MayBeEmpty = true },
        One<PlanWeights>("plan.yaml", "Plan"),
        One<ProgressRules>("progress.yaml", "Progress"),
        One<Words>("words.yaml", "Words"),
    ];

    public static Place? Of(string path) => Array.Find(Places, place => place.Fits(path));

    public static string Allowed => string.Join(", ", Places.Select(place => place.IsFolder ? place.Pattern + "*.yaml" : place.Pattern));
}
