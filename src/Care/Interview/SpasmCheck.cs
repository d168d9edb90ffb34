using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

public enum SignAnswer { No, Yes, NotSure }

/// <summary>What was said to the six signs, and which follow-ups were shown.</summary>
public sealed record SpasmState(ImmutableDictionary<string, SignAnswer> Said, ImmutableArray<string> Asked)
{
    public static SpasmState Start { get; } = new(ImmutableDictionary<string, SignAnswer>.Empty, []);
}

/// <param name="Blocked">Why not, now.</param>
/// <param name="NotIf">What would speak against it and is not known: for the person to check ("No cold on numb skin").</param>
/// <param name="Changes">How to do it otherwise.</param>
public sealed record Comfort(ImmutableArray<string> Blocked, ImmutableArray<string> NotIf, ImmutableArray<string> Changes)
{
    public bool IsBlocked => !Blocked.IsEmpty;
}

/// <summary>What six quick questions can say. They never clear anybody: with no sign the level is <see cref="Urgency.Open"/>, not self-care.</summary>
public sealed record SpasmResult(Urgency Level, TriageResult Triage, Comfort Heat, Comfort Cold);

/// <summary>"Spasm now": six signs as inputs of the same triage, each opening only its own follow-ups. Pure functions of answers and state.</summary>
public sealed class SpasmCheck
{
    readonly Questionnaire _questionnaire;
    readonly Triage _triage;
    readonly ImmutableArray<(SpasmSign Sign, ImmutableArray<int> Covers)> _signs;
    readonly Limits _heat, _cold;

    public SpasmCheck(Questionnaire questionnaire, Triage triage)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        (_questionnaire, _triage) = (questionnaire, triage);
        _signs = [.. questionnaire.Library.SpasmSigns.Select(s => (s, s.Covers.Select(questionnaire.IndexOf).ToImmutableArray()))];
        (_heat, _cold) = (new(questionnaire, "heat"), new(questionnaire, "cold"));
    }

    public ImmutableArray<SpasmSign> Signs => _questionnaire.Library.SpasmSigns;

    /// <summary>Records what was said to the signs. "Yes" answers a sign's only yes/no question and opens several; "not sure" leaves each of them
    /// unsure until it is asked; "no" is harmless. What is known to be there stays, whatever was said, and a "no" settles no detail that a known
    /// sign waits for: one tap about six signs at once lowers nothing, only a question of its own does.</summary>
    /// <param name="answers">What is known of the person, or none.</param>
    /// <exception cref="ArgumentException">A sign is missing, or there is none of this id.</exception>
    public (Answers Answers, SpasmState State) RecordSigns(Answers answers, IReadOnlyDictionary<string, SignAnswer> said)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(said);
        if (said.Count != _signs.Length || _signs.Any(s => !said.ContainsKey(s.Sign.Id))) throw new ArgumentException("Each sign needs its answer.");
        var builder = answers.ToBuilder();
        var waits = _triage.Assess(answers).Fired.SelectMany(f => f.Asks).Select(_questionnaire.IndexOf).ToHashSet();
        foreach (var (sign, covers) in _signs)
            foreach (var input in covers)
            {
                if (IsThere(answers, input) || said[sign.Id] == SignAnswer.No && waits.Contains(input)) continue;
                builder.Set(input, said[sign.Id] switch
                {
                    SignAnswer.Yes => covers.Length == 1 && _questionnaire[input].Kind == InputKind.YesNo ? Answer.Yes : Answer.Unanswered,
                    SignAnswer.NotSure => Answer.Unsure,
                    _ => _questionnaire.HarmlessAnswers[input],
                });
            }
        return (builder.Build(), new(said.ToImmutableDictionary(), []));
    }

    /// <summary>Inputs that are known to be there, of signs that were ticked: they were told once more, though they are not asked again.</summary>
    public IEnumerable<string> ToldAgain(Answers before, IReadOnlyDictionary<string, SignAnswer> said)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(said);
        return _signs.Where(s => said.GetValueOrDefault(s.Sign.Id) == SignAnswer.Yes).SelectMany(s => s.Covers).Where(i => IsThere(before, i)).Select(i => _questionnaire[i].Id);
    }

    bool IsThere(Answers answers, int input) => Presence.IsPresent(answers[input], _questionnaire[input], _questionnaire.HarmlessAnswers[input]);

    /// <summary>The next follow-up of a sign, or a detail that may lower what stands only until it is known. Null when there is none left, or
    /// when it is an emergency anyway.</summary>
    public ScreenToAsk? Next(Answers answers, SpasmState state)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(state);
        var known = Known(answers, state);
        var result = _triage.Assess(known);
        var settled = result.Urgency == Urgency.Emergency && !result.Provisional;
        if (settled || state.Said.IsEmpty) return null;
        var levels = new Urgency[_questionnaire.Count];
        _triage.OpenLevels(known, result.Urgency, levels);
        foreach (var (sign, covers) in _signs.Where(s => state.Said[s.Sign.Id] != SignAnswer.No))
        {
            var ask = covers.Where(i => CanAsk(i, known, state) && (levels[i] > Urgency.SelfCare || result.Open.Contains(_questionnaire[i].Id))).ToList();
            if (ask.Count > 0 && result.Urgency != Urgency.Emergency) return Screen(sign.Id, sign.Text, AskPurpose.Danger, ask);
        }
        var details = !result.Provisional ? [] : result.Fired.Where(f => f.Rule.Level == result.Urgency).SelectMany(f => f.Asks).Distinct()
            .Select(_questionnaire.IndexOf).Where(i => CanAsk(i, known, state)).Take(Screens.MostQuestions).ToList();
        return details.Count == 0 ? null : Screen(_questionnaire[details[0]].Id, _questionnaire[details[0]].Label, AskPurpose.Detail, details);
    }

    /// <summary>Records a follow-up screen. A question left blank counts as asked; where its sign was ticked and doubt
    /// counts as yes, as doubt.</summary>
    public (Answers Answers, SpasmState State) Record(SpasmState state, ScreenToAsk screen, Answers after)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(screen);
        return (Blanks.AsDoubt(screen, after, id => Signs.Any(s => s.Covers.Contains(id) && state.Said.GetValueOrDefault(s.Id) == SignAnswer.Yes)), state with { Asked = [.. state.Asked, .. screen.Questions.Select(q => q.Id)] });
    }

    /// <summary>Was a sign ticked or doubted, and a question that followed left without a clear answer?</summary>
    public bool IsInDoubt(Answers answers, SpasmState state)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(state);
        return _signs.Any(s => state.Said.GetValueOrDefault(s.Sign.Id) != SignAnswer.No
            && s.Covers.Any(i => state.Asked.Contains(_questionnaire[i].Id) && answers[i].State is (AnswerState.Unanswered or AnswerState.Unsure)));
    }

    /// <summary>Is anything that the signs cover without a clear answer, where it applies? Then nobody says that there was no sign.</summary>
    public bool IsOpen(Answers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return _signs.SelectMany(s => s.Covers).Any(i => answers[i].State is (AnswerState.Unanswered or AnswerState.Unsure) && _triage.Applicability.Of(i, answers.Values) != Truth.False);
    }

    /// <summary>While the follow-ups are asked: a doubt that was not asked about yet raises nothing.</summary>
    public SpasmResult Assess(Answers answers, SpasmState state, ImmutableArray<Seen> seen)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(state);
        return Assess(Known(answers, state), seen);
    }

    public SpasmResult Assess(Answers answers, ImmutableArray<Seen> seen = default)
    {
        var triage = _triage.Assess(answers, seen);
        return new(triage.Urgency == Urgency.SelfCare ? Urgency.Open : triage.Urgency, triage,
            _heat.Of(answers, triage.Suspicions), _cold.Of(answers, triage.Suspicions));
    }

    /// <summary>A doubt about a sign counts as unanswered until its questions were asked one by one.</summary>
    Answers Known(Answers answers, SpasmState state)
    {
        var builder = answers.ToBuilder();
        foreach (var (sign, covers) in _signs)
            if (state.Said.GetValueOrDefault(sign.Id) == SignAnswer.NotSure)
                foreach (var input in covers)
                    if (answers[input].State == AnswerState.Unsure && !state.Asked.Contains(_questionnaire[input].Id)) builder.Set(input, Answer.Unanswered);
        return builder.Build();
    }

    bool CanAsk(int input, Answers known, SpasmState state)
        => known[input].State == AnswerState.Unanswered && !state.Asked.Contains(_questionnaire[input].Id)
            && _triage.Applicability.Of(input, known.Values) != Truth.False;

    ScreenToAsk Screen(string id, string title, AskPurpose purpose, List<int> inputs) => new("spasm:" + id, purpose, title, null, [.. inputs.Select(i => _questionnaire[i])]);

    /// <summary>One caution with its limits compiled.</summary>
    sealed class Limits
    {
        readonly ImmutableArray<(Limit Limit, Expression When)> _blocks, _changes;

        public Limits(Questionnaire questionnaire, string caution)
        {
            var found = questionnaire.Library.Cautions.FirstOrDefault(c => c.Id == caution);
            (_blocks, _changes) = (Compile(found?.Block ?? []), Compile(found?.Modify ?? []));

            ImmutableArray<(Limit, Expression)> Compile(ImmutableArray<Limit> limits) => [.. limits.Select(l => (l, Expression.Compile(l.When, questionnaire)))];
        }

        public Comfort Of(Answers answers, Suspicions suspicions)
        {
            ImmutableArray<string> Says(ImmutableArray<(Limit Limit, Expression When)> limits, Func<Truth, Limit, bool> which)
                => [.. limits.Where(l => which(l.When.Evaluate(answers, suspicions), l.Limit)).Select(l => l.Limit.Says).Distinct()];

            return new(Says(_blocks, (t, l) => t == Truth.True || t == Truth.Unknown && l.UnknownBlocks),
                Says(_blocks, (t, l) => t == Truth.Unknown && !l.UnknownBlocks), Says(_changes, (t, _) => t == Truth.True));
        }
    }
}
