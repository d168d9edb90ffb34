namespace Mainstay.Knowledge.Checking;

/// <summary>Every id that something refers to is there.</summary>
static class ReferenceChecks
{
    public static void Run(Context context)
    {
        var library = context.Library;
        var sources = library.Sources.Select(source => source.Id).ToHashSet();
        var claims = library.Claims.SelectMany(claim => new[] { claim.Id, claim.Ref }).ToHashSet();
        var contributors = library.Contributors.Select(contributor => contributor.Id).ToHashSet();
        var cautions = library.Cautions.Select(caution => caution.Id).ToHashSet();
        var items = library.Items.Select(item => item.Id).ToHashSet();
        var tests = library.Tests.Select(test => test.Id).ToHashSet();
        var regions = context.Inputs.GetValueOrDefault("regions")?.Options.Select(option => option.Id).ToHashSet() ?? [];
        var bodyMap = library.Inputs.Where(input => input.Kind == InputKind.BodyMap).SelectMany(input => input.Options)
            .Select(option => option.Id);
        var muscles = library.Muscles.Select(muscle => muscle.Id).ToHashSet();
        var places = muscles.Union(regions).ToHashSet();
        var helpful = items.Union(library.Therapies.Select(t => t.Id)).Union(library.Lessons.Select(l => l.Id)).ToHashSet();

        void All(object owner, string property, IEnumerable<string> ids, HashSet<string> known, string kind)
        {
            foreach (var id in ids.Where(id => !known.Contains(id)).Distinct())
                context.Error(owner, property, $"there is no {kind} '{id}'{Nearest(id, known)}");
        }

        foreach (var rule in library.Rules) All(rule, nameof(rule.Sources), rule.Sources, sources, "source");
        foreach (var harmless in library.Harmless)
        {
            All(harmless, nameof(harmless.Input), [harmless.Input], [.. context.Inputs.Keys], "input");
            All(harmless, nameof(harmless.Sources), harmless.Sources, sources, "source");
        }
        foreach (var input in library.Inputs)
        {
            if (input.Screen is { } screen) All(input, nameof(input.Screen), [screen], [.. library.Screens.Select(s => s.Id)], "screen");
            foreach (var option in input.Options.Where(option => option.Group is not null))
                All(option, nameof(option.Group), [option.Group!], regions, "option of 'regions'");
        }
        foreach (var line in library.Gates.SelectMany(gate => gate.Lines))
            All(line, nameof(line.Covers), line.Covers, [.. context.Inputs.Keys], "input");
        foreach (var sign in library.SpasmSigns) All(sign, nameof(sign.Covers), sign.Covers, [.. context.Inputs.Keys], "input");
        foreach (var contributor in library.Contributors)
        {
            All(contributor, nameof(contributor.Claim), [contributor.Claim], claims, "claim");
            All(contributor, nameof(contributor.Tests), contributor.Tests, tests, "test");
            foreach (var evidence in contributor.Evidence) All(evidence, nameof(evidence.Sources), evidence.Sources, sources, "source");
        }
        foreach (var cause in library.Causes.Concat(library.Roads))
        {
            All(cause, nameof(cause.Helps), cause.Helps, helpful, "item, therapy or lesson");
            All(cause, nameof(cause.Claims), cause.Claims, claims, "claim");
        }
        foreach (var claim in library.Claims) All(claim, nameof(claim.Sources), claim.Sources, sources, "source");
        foreach (var item in library.Items)
        {
            All(item, nameof(item.Targets), item.Targets, places, "muscle or region");
            All(item, nameof(item.Equipment), item.Equipment, [.. library.Equipment.Select(e => e.Id)], "piece of equipment");
            All(item, nameof(item.Optional), item.Optional, [.. library.Equipment.Select(e => e.Id)], "piece of equipment");
            All(item, nameof(item.Ways), item.Ways, ["bend", "side", "turn"], "way of moving");
            All(item, nameof(item.Dose), [item.Dose], [.. library.Doses.Select(dose => dose.Id)], "dose");
            All(item, nameof(item.Helps), item.Helps.Keys, contributors, "contributor");
            All(item, nameof(item.Claim), [item.Claim], claims, "claim");
            All(item, nameof(item.Cautions), item.Cautions, cautions, "caution");
            if (item.Easier is { } easier) All(item, nameof(item.Easier), [easier], items, "item");
            if (item.Harder is { } harder) All(item, nameof(item.Harder), [harder], items, "item");
        }
        foreach (var caution in library.Cautions) All(caution, nameof(caution.Sources), caution.Sources, sources, "source");
        foreach (var dose in library.Doses) All(dose, nameof(dose.Sources), dose.Sources, sources, "source");
        foreach (var muscle in library.Muscles)
            All(muscle, nameof(muscle.Regions), muscle.Regions, [.. bodyMap, .. regions], "body-map region");
        foreach (var therapy in library.Therapies)
        {
            All(therapy, nameof(therapy.Claim), [therapy.Claim], claims, "claim");
            All(therapy, nameof(therapy.Cautions), therapy.Cautions, cautions, "caution");
        }
        foreach (var lesson in library.Lessons)
        {
            All(lesson, nameof(lesson.Claims), lesson.Claims, claims, "claim");
            if (context.Sound(lesson)) All(lesson.Question, nameof(QuizQuestion.Claims), lesson.Question.Claims, claims, "claim");
        }
        foreach (var question in library.Quiz) All(question, nameof(question.Claims), question.Claims, claims, "claim");
        foreach (var faq in library.Faq) All(faq, nameof(faq.Claims), faq.Claims, claims, "claim");
        foreach (var myth in library.Myths) All(myth, nameof(myth.Claims), myth.Claims, claims, "claim");
        foreach (var tip in library.Tips) All(tip, nameof(tip.Claims), tip.Claims, claims, "claim");
        if (library.Stress is { } stress)
        {
            All(stress, nameof(stress.Items), stress.Items, items, "item");
            All(stress, nameof(stress.Lessons), stress.Lessons, [.. library.Lessons.Select(lesson => lesson.Id)], "lesson");
            All(stress, nameof(stress.Claims), stress.Claims, claims, "claim");
        }
        foreach (var move in library.Returns) All(move, nameof(move.Like), [move.Like], items, "item");
        foreach (var day in library.Challenge) All(day, nameof(day.Cautions), day.Cautions, cautions, "caution");
        foreach (var test in library.Tests)
        {
            All(test, nameof(test.Sources), test.Sources, sources, "source");
            All(test, nameof(test.Informs), test.Informs, contributors, "contributor");
            foreach (var prefers in test.Prefers) All(prefers, nameof(prefers.Items), prefers.Items, items, "item");
        }
        foreach (var course in library.Courses) All(course, nameof(course.Sources), course.Sources, sources, "source");
        foreach (var risk in library.Lasting)
        {
            All(risk, nameof(risk.Sources), risk.Sources, sources, "source");
            if (risk.Helps is { } helps) All(risk, nameof(risk.Helps), [helps], helpful, "item, therapy or lesson");
        }
        if (library.Plan is { } plan)
        {
            var goals = context.Inputs.GetValueOrDefault("goals")?.Options.Select(option => option.Id).ToHashSet() ?? [];
            All(plan, nameof(plan.Goals), plan.Goals.Keys, goals, "option of 'goals'");
        }
        if (library.Progress is { } progress)
        {
            HashSet<string> doses = [.. library.Doses.Select(dose => dose.Id)];
            All(progress, nameof(progress.WalkDose), [progress.WalkDose], doses, "dose");
            All(progress, nameof(progress.StillDoses), progress.StillDoses, doses, "dose");
            All(progress, nameof(progress.StrainMoves), progress.StrainMoves, items, "item");
            All(progress, nameof(progress.AnyNewAsks), progress.AnyNewAsks, [.. context.Inputs.Keys], "input");
        }
    }

    /// <summary>"; did you mean 'x'?" where something known differs by little; else the list where it is short.</summary>
    internal static string Nearest(string id, IReadOnlyCollection<string> known)
    {
        var best = known.Select(k => (Id: k, Distance: Edits(id, k))).Where(k => k.Distance <= Math.Max(1, id.Length / 4))
            .OrderBy(k => k.Distance).ThenBy(k => k.Id, StringComparer.Ordinal).FirstOrDefault().Id;
        if (best is not null) return $"; did you mean '{best}'?";
        return known.Count is > 0 and <= 25 ? "; allowed: " + string.Join(", ", known.Order(StringComparer.Ordinal)) : "";
    }

    /// <summary>Levenshtein distance.</summary>
    static int Edits(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, _) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[b.Length];
    }
}
