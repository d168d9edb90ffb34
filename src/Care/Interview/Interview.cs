using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>Chooses what to ask so that few questions are needed. Every member is a pure function of answers and state.
/// In order: about the person, where it hurts, this episode; the gates, each followed at once by what its ticked lines opened, where that can
/// still matter; whatever can still raise the urgency, the highest level first; what best tells the contributors apart, until no question would
/// change a named weight by more than <see cref="WorthAsking"/>; last what shapes the plan. An emergency that no detail can lower ends it at
/// once; at "the same day" only what could make it an emergency is asked, and what could excuse it. Nothing is asked twice.</summary>
public sealed class Interview
{
    /// <summary>Expected change of a weight (0 to 1) below which a question about contributors is not asked.</summary>
    public const double WorthAsking = 0.10;
    /// <summary>Screens after which only danger questions are asked.</summary>
    public const int MostScreens = 30;
    /// <summary>Contributors get screens up to this many in all, and two in any case: more would tire more people than it helps.</summary>
    public const int EnoughScreens = 13, LeastContributorScreens = 2;
    /// <summary>A question joins a screen that is shown anyway when it is worth this share of <see cref="WorthAsking"/>.</summary>
    const double JoinShare = 0.25;
    const int PlanFromAge = 16;

    readonly Questionnaire _questionnaire;
    readonly Triage _triage;
    readonly Screens _screens;
    readonly Separation _separation;
    readonly InterviewRecorder _recorder;
    readonly bool[] _ofPlan, _onGate;

    public Interview(Questionnaire questionnaire, Triage triage, ContributorModel contributors)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        (_questionnaire, _triage) = (questionnaire, triage);
        _screens = new(questionnaire);
        _separation = new(questionnaire, contributors);
        _recorder = new(questionnaire, _screens);
        var library = questionnaire.Library;
        _ofPlan = ReadBy(library.Cautions.SelectMany(c => c.Block.Concat(c.Modify)).Concat(library.Items.SelectMany(i => i.Block.Concat(i.Modify))).Select(l => l.When));
        _onGate = new bool[questionnaire.Count];
        foreach (var input in _screens.Gates.SelectMany(g => g.Lines).SelectMany(l => l.Covers)) _onGate[input] = true;
    }

    /// <returns>Null when there is nothing more to ask.</returns>
    public ScreenToAsk? Next(Answers answers, InterviewState state)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(state);
        var now = new Moment(_triage, _screens, answers, state);
        if (now.Result.Urgency == Urgency.Emergency) return Details(now);
        var urgent = now.Result.Urgency == Urgency.SameDay;
        return Opening(now, urgent) ?? Opened(now, urgent) ?? Details(now) ?? Gate(now, urgent, forPlan: false) ?? StillUrgent(now, urgent)
            ?? (urgent ? null : Contributors(now, state) ?? Plan(now));
    }

    /// <summary>Records a screen of questions.</summary>
    /// <param name="after">The answers with what was given. A question left blank counts as asked; where its gate line was ticked and doubt counts
    /// as yes, as doubt.</param>
    public InterviewStep Record(InterviewState state, ScreenToAsk screen, Answers after)
        => WithProgress(state, InterviewRecorder.Questions(state, screen, Blanks.AsDoubt(screen, after, id => Ticked(state, id))));

    bool Ticked(InterviewState state, string id)
    {
        var input = _questionnaire.IndexOf(id);
        return state.Visits.Any(v => v.IsGate && _screens.Gates.First(g => g.Id == v.Screen).Lines.Any(l => v.Ticked.Contains(l.Line.Id) && l.Covers.Contains(input)));
    }

    /// <summary>Records a gate.</summary>
    /// <param name="ticked">Ids of the ticked lines; none for "none of these".</param>
    /// <param name="notSure">"Not sure" for the lines that are not ticked: what they cover becomes unsure, and is asked one by one where it matters.</param>
    public InterviewStep RecordGate(Answers answers, InterviewState state, ScreenToAsk gate, ImmutableArray<string> ticked, bool notSure = false)
        => WithProgress(state, _recorder.Gate(answers, state, gate, ticked, notSure));

    /// <summary>One screen back: the last one is forgotten, and what it recorded is taken back, so <see cref="Next"/> shows it again.</summary>
    public InterviewStep Back(Answers answers, InterviewState state) => _recorder.Back(answers, state);

    /// <summary>A question or gate to answer anew.</summary>
    /// <param name="id">An input id, or the id of a gate screen ("gate:nerves").</param>
    /// <exception cref="ArgumentException">There is no such input or gate, or it is never asked.</exception>
    public ScreenToAsk Change(Answers answers, string id)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (_screens.Gates.FirstOrDefault(g => g.Id == id) is { } gate)
            return Show(gate, [.. gate.Lines.Where(l => (l.AskWhen?.Evaluate(answers) ?? Truth.True) != Truth.False).Select(l => l.Line)]);
        var input = _questionnaire.IndexOf(id);
        if (_questionnaire[input].Elsewhere) throw new ArgumentException($"{id} is not asked in the check.");
        return _screens.Ask(_screens.PlaceOf(input), AskPurpose.Opening, [input]);
    }

    /// <summary>Screens the interview never asks by itself, for pages of their own ("A little more about you"): their questions that apply.</summary>
    public ImmutableArray<ScreenToAsk> Optional(Answers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return [.. _screens.Optional.Select(s => (s.Id, Inputs: s.Inputs.Where(i => _triage.Applicability.Of(i, answers.Values) != Truth.False).ToList()))
            .Where(s => s.Inputs.Count > 0).Select(s => _screens.Ask(s.Id, AskPurpose.Plan, s.Inputs))];
    }

    ScreenToAsk? Opening(Moment now, bool urgent)
    {
        foreach (var (id, inputs) in _screens.Opening)
            if (inputs.Where(i => now.CanAsk(i) && (!urgent || now.CouldBring(i) > Urgency.SelfCare)).ToList() is { Count: > 0 } ask)
                return _screens.Ask(id, AskPurpose.Opening, ask);
        return null;
    }

    ScreenToAsk? Opened(Moment now, bool urgent)
    {
        var danger = Inputs().Where(i => now.IsPending(i) && now.CanAsk(i) && !IsForPlan(i)
            && (now.CouldBring(i) > Urgency.SelfCare || !urgent && (_separation.Reads(i) || _ofPlan[i])));
        return Together(danger, AskPurpose.Danger, now);
    }

    /// <summary>While every rule at the highest level waits for a detail or an excuse, that is asked.</summary>
    ScreenToAsk? Details(Moment now)
    {
        if (!now.Result.Provisional) return null;
        var asks = now.Result.Fired.Where(f => f.Rule.Level == now.Result.Urgency).SelectMany(f => f.Asks).Distinct().Select(_questionnaire.IndexOf);
        return Together(asks.Where(now.CanAsk), AskPurpose.Detail, now);
    }

    ScreenToAsk? Gate(Moment now, bool urgent, bool forPlan)
    {
        foreach (var gate in _screens.Gates)
        {
            if (gate.IsForPlan != forPlan || now.IsVisited(gate.Id) || gate.AskWhen?.Evaluate(now.Known) == Truth.False) continue;
            ImmutableArray<GateLine> lines = [.. gate.Lines
                .Where(l => (l.AskWhen?.Evaluate(now.Known) ?? Truth.True) != Truth.False
                    && l.Covers.Any(i => now.CanAsk(i) && (!urgent || now.CouldBring(i) > Urgency.SelfCare)))
                .Select(l => l.Line)];
            if (!lines.IsEmpty) return Show(gate, lines);
        }
        return null;
    }

    ScreenToAsk? StillUrgent(Moment now, bool urgent)
    {
        var open = Inputs().Where(i => now.CouldBring(i) > Urgency.SelfCare && now.CanAsk(i)).ToList();
        // What a gate for the plan covers is asked there: the same screen, only sooner. It may settle whether a question applies at all.
        return Together(open.Where(i => (!IsForPlan(i) || now.IsPending(i)) && now.IsKnownToApply(i)), AskPurpose.Danger, now)
            ?? (open.Count > 0 ? Gate(now, urgent, forPlan: true) : null) ?? Together(open, AskPurpose.Danger, now);
    }

    ScreenToAsk? Contributors(Moment now, InterviewState state)
    {
        if (now.Screens >= MostScreens - PlanScreensLeft(now)) return null;
        Span<bool> candidates = stackalloc bool[_questionnaire.Count];
        foreach (var i in Inputs()) candidates[i] = _separation.Reads(i) && now.CanAsk(i) && _screens.OrderOf(i) < Screens.PlanFrom;
        var worth = new double[_questionnaire.Count];
        _separation.Measure(now.Known, worth, candidates);
        var best = Array.IndexOf(worth, worth.Max());
        if (worth[best] < WorthAsking) return null;
        var place = _screens.PlaceOf(best);
        return _screens.Ask(place, AskPurpose.Contributors, Inputs().Where(i => worth[i] >= WorthAsking * JoinShare && _screens.PlaceOf(i) == place)
            .OrderByDescending(i => worth[i]).Take(Screens.MostQuestions).Order());
    }

    ScreenToAsk? Plan(Moment now)
    {
        if (now.Known.NumberOf("age") < PlanFromAge) return null;
        // Health questions beyond the limit stay unknown, and the plan then leaves out what it cannot be sure of.
        if (now.Screens < MostScreens - 1)
        {
            var open = Inputs().Where(i => now.IsPending(i) && now.CanAsk(i) && IsForPlan(i)).ToList();
            var follow = Inputs().Where(i => _ofPlan[i] && !_onGate[i] && _questionnaire[i].AskWhen is not null && now.CanAsk(i) && now.IsKnownToApply(i));
            if ((WholeLine(open) ?? Gate(now, false, forPlan: true) ?? Together(follow, AskPurpose.Plan, now)) is { } health) return health;
        }
        foreach (var (id, inputs) in _screens.Plan)
            if (now.Screens < MostScreens && inputs.Where(now.CanAsk).ToList() is { Count: > 0 } ask) return _screens.Ask(id, AskPurpose.Plan, ask);
        return null;
    }

    /// <summary>All that a ticked line about health has opened: short questions of yes and no, so one screen is enough.</summary>
    ScreenToAsk? WholeLine(List<int> open)
    {
        if (open.Count == 0) return null;
        var line = _screens.LineOf(open[0]);
        return _screens.Ask(line, AskPurpose.Plan, open.Where(i => _screens.LineOf(i) == line));
    }

    /// <summary>The most urgent of these questions, and with it those that stand on the same screen.</summary>
    ScreenToAsk? Together(IEnumerable<int> inputs, AskPurpose purpose, Moment now)
    {
        var all = inputs.ToList();
        if (all.Count == 0) return null;
        var first = all.OrderByDescending(now.CouldBring).ThenBy(_screens.RankOf).ThenBy(i => i).First();
        var place = _screens.PlaceOf(first);
        return _screens.Ask(place, purpose, all.Where(i => _screens.PlaceOf(i) == place).OrderByDescending(now.CouldBring).Take(Screens.MostQuestions).Order());
    }

    static ScreenToAsk Show(CompiledGate gate, ImmutableArray<GateLine> lines)
        => new(gate.Id, gate.IsForPlan ? AskPurpose.Plan : AskPurpose.Danger, gate.Gate.Text, gate.Gate.Help, []) { Gate = gate.Gate, Lines = lines };

    InterviewStep WithProgress(InterviewState before, InterviewStep step)
    {
        if (step.State.Visits.Length <= before.Visits.Length) return step;
        var now = new Moment(_triage, _screens, step.Answers, step.State);
        var gatesLeft = now.Result.Urgency < Urgency.SameDay && _screens.Gates.Any(g => !g.IsForPlan && !now.IsVisited(g.Id));
        var left = !gatesLeft && Next(step.Answers, step.State) is null ? 0 : Left(now);
        var done = (double)now.Screens;
        var progress = left == 0 ? 1 : Math.Max(before.Progress, Math.Min(0.99, done / (done + left)));
        return step with { State = new(step.State.Visits.SetItem(step.State.Visits.Length - 1, step.State.Visits[^1] with { Progress = progress })) };
    }

    /// <summary>A guess at the screens to come, one at least.</summary>
    int Left(Moment now) => Math.Max(1, _screens.Opening.Count(s => s.Inputs.Any(now.CanAsk)) + _screens.Gates.Count(g => !g.IsForPlan && !now.IsVisited(g.Id))
        + Inputs().Where(i => now.IsPending(i) && now.CanAsk(i)).Select(_screens.PlaceOf).Distinct().Count() + LeastContributorScreens + PlanScreensLeft(now));

    int PlanScreensLeft(Moment now) => _screens.Gates.Count(g => g.IsForPlan && !now.IsVisited(g.Id)) + _screens.Plan.Count(s => s.Inputs.Any(now.CanAsk));

    bool IsForPlan(int input) => _screens.IsOnPlanGate(input);

    IEnumerable<int> Inputs() => Enumerable.Range(0, _questionnaire.Count);

    bool[] ReadBy(IEnumerable<Condition?> conditions)
    {
        var read = new bool[_questionnaire.Count];
        foreach (var condition in conditions.OfType<Condition>())
            foreach (var input in Expression.Compile(condition, _questionnaire).Inputs) read[input] = true;
        return read;
    }
}
