using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

/// <summary>What must hold for everybody, whatever the rules say. The bench runs the same over 100,000 people.</summary>
public static class TriageProperties
{
    /// <summary>Every property for one made-up person: null, or which one broke and how.</summary>
    public static string? Broken(Triage triage, People people, ulong seed)
    {
        var person = people.Make(seed);
        var chance = new Chance(~seed);
        var before = triage.Assess(person);
        return LessKnown(triage, person, before, chance) ?? MoreSigns(triage, person, before, chance) ?? Assumed(triage, person) ?? (seed % 4 == 0 ? OtherSex(triage, person) : null)
            ?? OpenIsComplete(triage, person, before, chance);
    }

    /// <summary>A "no" made blank or unsure never lowers the urgency.</summary>
    static string? LessKnown(Triage triage, Answers person, TriageResult before, Chance chance)
    {
        var form = person.Questionnaire;
        var noes = Enumerable.Range(0, form.Count).Where(i => form[i].Kind == InputKind.YesNo && person[i] == Answer.No).ToList();
        for (var n = 0; n < 5 && noes.Count > 0; n++)
        {
            var input = chance.Pick(noes);
            foreach (var answer in (Answer[])[Answer.Unanswered, Answer.Unsure])
                if (triage.Assess(person.With(input, answer)).Urgency is var after && after < before.Urgency)
                    return $"{form[input].Id}: no made {answer.State} lowers {before.Urgency} ({Ids(before)}) to {after}";
        }
        return null;
    }

    /// <summary>A danger sign added, or a worse option, never lowers the urgency. Only "open" may end where a blank was the very question that was
    /// open: an answered sign that alone stays at self-care (a stumble) is an answer.</summary>
    static string? MoreSigns(Triage triage, Answers person, TriageResult before, Chance chance)
    {
        var form = person.Questionnaire;
        for (var n = 0; n < 8; n++)
        {
            var input = chance.Below(form.Count);
            if (!form[input].Danger) continue;
            var floor = before.Urgency == Urgency.Open && !person[input].IsGiven && form[input].Mandatory ? Urgency.SelfCare : before.Urgency;
            foreach (var worse in Worse(form, input, person[input]))
                if (triage.Assess(person.With(input, worse)).Urgency is var after && after < floor)
                    return $"{form[input].Id}: {person[input]} made {worse} lowers {before.Urgency} ({Ids(before)}) to {after}";
        }
        return null;
    }

    static IEnumerable<Answer> Worse(Questionnaire form, int input, Answer now)
    {
        switch (form[input].Kind)
        {
            case InputKind.YesNo when now != Answer.Yes: yield return Answer.Yes; break;
            case InputKind.Choice:
                // Options stand in order of harm, from the harmless one on; but leg_weak names how new it is and how bad it is on one scale, and
                // an old, checked weakness excuses only the second, so of two such answers neither is the worse.
                for (var option = 0; option < form[input].Options.Length; option++)
                    if (form[input].Options[option].Id != form[input].Harmless && (!now.IsGiven || now.Bits < 1ul << option)
                        && (form[input].Id != "leg_weak" || !now.IsGiven || now == form.HarmlessOf(input))) yield return Answer.OfBits(1ul << option);
                break;
            case InputKind.Set:
                for (var option = 0; option < form[input].Options.Length; option++) yield return Answer.OfBits(now.Bits | 1ul << option);
                break;
        }
    }

    static string? Assumed(Triage triage, Answers person)
        => triage.Assess(person.AssumeNo()).Urgency == Urgency.Open && !Enumerable.Range(0, person.Questionnaire.Count).Any(i => Doubtful(person[i]))
            ? "assuming no ends in open without a doubt that was told" : null;

    static bool Doubtful(Answer answer) => answer.State is AnswerState.Unsure or AnswerState.Skipped;

    /// <summary>Sex "other" or unanswered never switches off a rule of pregnancy, pelvis or testicle that sex f or m leaves on.</summary>
    static string? OtherSex(Triage triage, Answers person)
    {
        var form = person.Questionnaire;
        foreach (var known in (string[])["f", "m"])
        {
            var rules = Sexed(triage.Assess(person.With("sex", known)));
            foreach (var other in (Answers[])[person.With("sex", "other"), person.With("sex", "unsure"), person.With("sex", Answer.Unanswered)])
                if (rules.Except(Sexed(triage.Assess(other))).ToList() is { Count: > 0 } lost)
                    return $"{string.Join(", ", lost)} fire(s) for sex {known} and not for {other.OptionOf("sex") ?? "unanswered"}";
        }
        return null;

        static HashSet<string> Sexed(TriageResult result) => [.. result.Fired.Where(f => f.Rule.System is "pelvis" or "pregnancy").Select(f => f.Rule.Id)];
    }

    /// <summary>Whatever single answer raises the level was named as open before (or was known).</summary>
    static string? OpenIsComplete(Triage triage, Answers person, TriageResult before, Chance chance)
    {
        var form = person.Questionnaire;
        for (var n = 0; n < 8; n++)
        {
            var input = chance.Below(form.Count);
            if (form[input].Kind is not (InputKind.YesNo or InputKind.Choice) || person[input].IsGiven || before.Open.Contains(form[input].Id)) continue;
            var options = form[input].Kind == InputKind.YesNo ? 2 : form[input].Options.Length;
            for (var option = 0; option < options; option++)
                if (triage.Assess(person.With(input, Answer.OfBits(1ul << option))) is var after && after.Urgency > before.Urgency && Applies(triage, form, input, person)
                    && !(person[input].State == AnswerState.Unsure && form[input].UnsureIsYes))
                    return $"{form[input].Id} raises {before.Urgency} to {after.Urgency} ({Ids(after)}) and was not open";
        }
        return null;
    }

    static bool Applies(Triage triage, Questionnaire form, int input, Answers person)
        => form[input].AskWhen is not { } when || Expression.Compile(when, form).Evaluate(person) != Truth.False;

    static string Ids(TriageResult result) => string.Join(" ", result.Fired.Select(f => f.Rule.Id));
}
