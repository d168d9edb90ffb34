using System.Collections.Immutable;
using Mainstay.Knowledge.Loading;

namespace Mainstay.Knowledge.Checking;

/// <summary>Contributors, items, doses, course, risks, services and the planner's weights.</summary>
static class CareChecks
{
    static readonly string[] Contributors =
    [
        "acute-strain", "prolonged-sitting", "over-exercise", "stress", "tight-hamstrings-hip-flexors", "tender-points", "low-strength",
        "nerve-root", "facet", "stenosis", "sacroiliac", "inflammatory", "sensitised",
    ];
    static readonly string[] Phases = ["first-days", "recovering", "lasting", "flare"];
    static readonly string[] Places = ["home", "work", "travel"];
    static readonly string[] Starts = ["supine", "side", "prone", "hands-knees", "sit", "stand", "half-kneel", "any"];

    public static void Run(Context context)
    {
        var library = context.Library;
        foreach (var id in Contributors.Except(library.Contributors.Select(c => c.Id)))
            context.Error("contributors/", 0, $"the contributor '{id}' is missing");
        foreach (var contributor in library.Contributors.Where(c => !Contributors.Contains(c.Id)))
            context.Error(contributor, nameof(contributor.Id),
                $"'{contributor.Id}' is not one of the 13 contributors; allowed: {string.Join(", ", Contributors)}");
        foreach (var contributor in library.Contributors.Where(context.Sound)) Contributor(context, contributor);
        foreach (var item in library.Items.Where(context.Sound)) Item(context, item);
        foreach (var dose in library.Doses.Where(context.Sound)) Dose(context, dose);
        foreach (var course in library.Courses.Where(context.Sound)) Course(context, course);
        foreach (var country in library.Countries.Where(context.Sound))
            context.Require(country.Emergency.All(c => char.IsDigit(c) || c is ' ' or '/'), country, nameof(country.Emergency),
                $"'{country.Emergency}' is not a telephone number (digits; '/' between two of them)");
        if (library.Plan is { } plan && context.Sound(plan)) Plan(context, plan);
        Verified(context);
    }

    static void Contributor(Context context, Contributor contributor)
    {
        context.Require(contributor.Prior is > 0 and < 1, contributor, nameof(contributor.Prior),
            $"'prior' is {contributor.Prior}; it must be between 0 and 1");
        context.Require(!contributor.Evidence.IsEmpty || !contributor.Ranked, contributor, nameof(contributor.Evidence),
            "nothing speaks for or against it ('evidence' is empty)");
        foreach (var evidence in contributor.Evidence)
        {
            var points = evidence.Points is not null || evidence.PointsIfNot != 0;
            var ratio = evidence.Lr is not null || evidence.LrIfNot is not null;
            context.Require(points ^ ratio, evidence, nameof(evidence.When),
                "evidence has either points or likelihood ratios ('points', 'points_if_not' or 'lr', 'lr_if_not')");
            context.Require(evidence.Points is null or (>= -2 and <= 2), evidence, nameof(evidence.Points),
                $"'points' is {evidence.Points}; allowed: -2 to 2");
            context.Require(evidence.PointsIfNot is >= -2 and <= 2, evidence, nameof(evidence.PointsIfNot),
                $"'points_if_not' is {evidence.PointsIfNot}; allowed: -2 to 2");
            context.Require(evidence.Lr is null or (> 0 and <= 100), evidence, nameof(evidence.Lr),
                $"'lr' is {evidence.Lr}; it must be above 0 and at most 100");
            context.Require(evidence.LrIfNot is null or (> 0 and <= 100), evidence, nameof(evidence.LrIfNot),
                $"'lr_if_not' is {evidence.LrIfNot}; it must be above 0 and at most 100");
        }
    }

    static void Item(Context context, Item item)
    {
        void Need(bool holds, string property, string message) => context.Require(holds, item, property, message);

        Need(item.Minutes is > 0 and <= 120, nameof(item.Minutes), $"'minutes' is {item.Minutes}; it must be above 0 and at most 120");
        Need(item.Level is >= 1 and <= 5, nameof(item.Level), $"'level' is {item.Level}; allowed: 1 to 5");
        Need(item.Steps.Length >= 1, nameof(item.Steps), "it has no steps");
        Need(item.Start is null || Starts.Contains(item.Start), nameof(item.Start),
            $"'{item.Start}' is not a start; allowed: {string.Join(", ", Starts)}");
        Need(!item.Places.IsEmpty, nameof(item.Places), $"it names no place; allowed: {string.Join(", ", Places)}");
        foreach (var place in item.Places.Except(Places))
            Need(false, nameof(item.Places), $"'{place}' is not a place; allowed: {string.Join(", ", Places)}");
        foreach (var (phase, fit) in item.Phases)
        {
            Need(Phases.Contains(phase), nameof(item.Phases), $"'{phase}' is not a phase; allowed: {string.Join(", ", Phases)}");
            Need(fit is >= 0 and <= 1, nameof(item.Phases), $"the fit to '{phase}' is {fit}; allowed: 0 to 1");
        }
        foreach (var (contributor, fit) in item.Helps)
            Need(fit is >= 0 and <= 1, nameof(item.Helps), $"the fit to '{contributor}' is {fit}; allowed: 0 to 1");
        Need(item.Easier != item.Id && item.Harder != item.Id, nameof(item.Id), "it cannot be easier or harder than itself");
        Need(!item.Id.Contains("plank", StringComparison.Ordinal), nameof(item.Id), "the word plank is not used; call it a bridge");
    }

    static void Dose(Context context, Dose dose)
    {
        void Need(bool holds, string property, string message) => context.Require(holds, dose, property, message);

        Need(dose.MinDaysPerWeek >= 0 && dose.MaxDaysPerWeek <= 7 && dose.MinDaysPerWeek <= dose.DaysPerWeek
            && dose.DaysPerWeek <= dose.MaxDaysPerWeek,
            nameof(dose.DaysPerWeek), $"days per week must ascend within 0 to 7: least {dose.MinDaysPerWeek}, default {dose.DaysPerWeek}, "
                + $"most {dose.MaxDaysPerWeek}");
        Need(dose.RpeLow is null or (>= 0 and <= 10), nameof(dose.RpeLow), $"'rpe_low' is {dose.RpeLow}; allowed: 0 to 10");
        Need(dose.RpeHigh is null or (>= 0 and <= 10), nameof(dose.RpeHigh), $"'rpe_high' is {dose.RpeHigh}; allowed: 0 to 10");
        Need(dose.RpeLow is null || dose.RpeHigh is null || dose.RpeLow <= dose.RpeHigh, nameof(dose.RpeHigh),
            "'rpe_low' must not be above 'rpe_high'");
        Need(dose.Sets is null or > 0, nameof(dose.Sets), "'sets' must be above 0");
        Need(dose.Reps is null or > 0, nameof(dose.Reps), "'reps' must be above 0");
        Need(dose.HoldS is null or > 0, nameof(dose.HoldS), "'hold_s' must be above 0");
        Need(dose.Minutes is null or > 0, nameof(dose.Minutes), "'minutes' must be above 0");
        Need(dose.TimesPerDay is null or > 0, nameof(dose.TimesPerDay), "'times_per_day' must be above 0");
        Need(dose.RestHours is >= 0 and <= 168, nameof(dose.RestHours), "'rest_hours' must be 0 to 168");
    }

    static void Course(Context context, Course course)
    {
        context.Require(course.ToDays is null || course.ToDays > course.FromDays, course, nameof(course.ToDays),
            "'to_days' must be above 'from_days'");
        context.Require(course.Points.Length >= 2, course, nameof(course.Points), "a course needs two points or more");
        context.Require(course.Points.Zip(course.Points.Skip(1)).All(pair => pair.First.Week < pair.Second.Week), course,
            nameof(course.Points), "the weeks of its points must ascend");
        context.Require(course.Points.All(point => point.Pain is >= 0 and <= 100), course, nameof(course.Points), "pain is from 0 to 100");
        context.Require(course.Spread is > 0 and <= 50, course, nameof(course.Spread), "'spread' must be above 0 and at most 50");
    }

    static void Plan(Context context, PlanWeights plan)
    {
        void Need(bool holds, string property, string message) => context.Require(holds, plan, property, message);

        var verdicts = Enum.GetValues<Verdict>().Select(verdict => Names.Of(verdict)).ToList();
        var families = Enum.GetValues<Family>().Select(family => Names.Of(family)).ToList();
        foreach (var verdict in verdicts.Except(plan.Verdict.Keys))
            Need(false, nameof(plan.Verdict), $"the verdict '{verdict}' has no weight");
        foreach (var (verdict, weight) in plan.Verdict)
        {
            Need(verdicts.Contains(verdict), nameof(plan.Verdict), $"'{verdict}' is not a verdict; allowed: {string.Join(", ", verdicts)}");
            Need(weight is >= 0 and <= 1, nameof(plan.Verdict), $"the weight of '{verdict}' is {weight}; allowed: 0 to 1");
        }
        foreach (var (goal, factors) in plan.Goals)
            foreach (var (family, factor) in factors)
            {
                Need(families.Contains(family), nameof(plan.Goals),
                    $"'{family}' is not a family (goal '{goal}'); allowed: {string.Join(", ", families)}");
                Need(factor is > 0 and <= 5, nameof(plan.Goals), $"the factor of '{family}' for '{goal}' is {factor}; it must be above 0 "
                    + "and at most 5");
            }
        Need(plan.Repeat is > 0 and <= 1, nameof(plan.Repeat), $"'repeat' is {plan.Repeat}; it must be above 0 and at most 1");
        Need(plan.General is >= 0 and <= 1, nameof(plan.General), $"'general' is {plan.General}; allowed: 0 to 1");
        Need(plan.Liked >= 1, nameof(plan.Liked), "'liked' must be 1 or more");
        Need(plan.Disliked is >= 0 and <= 1, nameof(plan.Disliked), "'disliked' must be 0 to 1");
        Need(plan.MaxItems is >= 1 and <= 20, nameof(plan.MaxItems), "'max_items' must be 1 to 20");
    }

    /// <summary>Something is verified only where a source of it was read.</summary>
    static void Verified(Context context)
    {
        var library = context.Library;
        var read = library.Sources.Where(source => source.Verified).Select(source => source.Id).ToHashSet();
        foreach (var x in library.Rules) Check(x, x.Verified, x.Sources);
        foreach (var x in library.Claims) Check(x, x.Verified, x.Sources);
        foreach (var x in library.Cautions) Check(x, x.Verified, x.Sources);
        foreach (var x in library.Doses) Check(x, x.Verified, x.Sources);
        foreach (var x in library.Tests) Check(x, x.Verified, x.Sources);
        foreach (var x in library.Courses) Check(x, x.Verified, x.Sources);
        foreach (var x in library.Lasting) Check(x, x.Verified, x.Sources);
        foreach (var x in library.Contributors.SelectMany(contributor => contributor.Evidence)) Check(x, x.Verified, x.Sources);

        void Check(object owner, bool verified, ImmutableArray<string> sources) =>
            context.Require(!verified || sources.Any(read.Contains) || !context.Sound(owner), owner, "Verified",
                "it is verified, but none of its sources is ('verified' of a source says that it was read)");
    }
}
