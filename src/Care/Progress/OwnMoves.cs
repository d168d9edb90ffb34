using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>A move for a session, as it stands for one person now.</summary>
/// <param name="Today">With its dose; null where it is not offered now.</param>
/// <param name="WhyNot">Why it is not offered, in plain words; empty where it is.</param>
public sealed record OwnMove(Item Item, TodayItem? Today, ImmutableArray<string> WhyNot)
{
    /// <summary>It was too much today: not again before tomorrow. In the session that it was too much in, it keeps its dose and its place.</summary>
    public bool Stopped { get; init; }
}

/// <summary>Any move of the library with its dose of today, inside the programme or out of it. The same limits hold as for the plan: nothing
/// blocked, nothing closed, nothing that was too much today, 48 hours between strength of one part, and on days of strong pain or open questions only
/// what the plan would offer.</summary>
public sealed class OwnMoves
{
    readonly Catalogue _catalogue;
    readonly ProgressRules _rules;
    readonly PlanFrame _frame;
    readonly Contraindications.Standing _standing;
    readonly ProgressState _progress;
    readonly Doser _doser;
    readonly History _history;
    readonly Today _today;
    readonly int _weeks;

    internal OwnMoves(CareModel care, ProgressRules rules, PlanFrame frame, Contraindications.Standing standing, Doser doser, History history, Today today, int weeks)
    {
        (_catalogue, _rules, _frame, _standing, _doser, _history, _today, _progress, _weeks) = (care.Planner.Catalogue, rules, frame, standing, doser, history, today, today.Progress, weeks);
    }

    /// <summary>Null: there is no such item.</summary>
    /// <param name="within">The session that is running: what was done in it does not make the next move of it wait.</param>
    /// <param name="bySpot">What was pressed already is looked at elsewhere, spot by spot.</param>
    public OwnMove? Of(string id, Guid? within = null, bool bySpot = false)
    {
        if (_catalogue.Find(id) is not { } item) return null;
        var stopped = _progress.Stopped.Contains(id);
        if (stopped && !IsOf(within, id)) return new(item.Item, null, [_rules.Words.Stopped]) { Stopped = true };
        return Of(item, within, bySpot) with { Stopped = stopped };
    }

    OwnMove Of(CompiledItem item, Guid? within, bool bySpot)
    {
        var today = _today.Items.FirstOrDefault(i => i.Id == item.Item.Id);
        var why = today is null ? WhyNot(item) : [];
        if (!why.IsEmpty) return new(item.Item, null, why);
        var planned = today?.Planned ?? Planned(item);
        if (!bySpot && _doser.Pressed(item, planned.Minutes, within) is { } pressed) return new(item.Item, null, [pressed.Says]);
        return (today ?? _doser.Item(planned, item, _today.Underlying, within)) is { } dosed ? new(item.Item, dosed, []) : new(item.Item, null, [_rules.Words.Rest]);
    }

    /// <summary>Why no move of a kind is for the person now, in the words of the first one; empty: at least one is. What only rests for a day or two does
    /// not count.</summary>
    public ImmutableArray<string> WhyNone(Family family)
    {
        ImmutableArray<string> first = [];
        foreach (var item in _catalogue.Items.Where(item => item.Item.Family == family))
        {
            var why = WhyNot(item);
            if (why.IsEmpty) return [];
            if (first.IsEmpty) first = why;
        }
        return first;
    }

    bool IsOf(Guid? session, string item) => session is { } id && _history.SessionsById.TryGetValue(id, out var running) && running.Items.Any(report => report.What.Item == item);

    ImmutableArray<string> WhyNot(CompiledItem item)
    {
        var words = _catalogue.Library.Plan.Words;
        if (_today.Plan is { Plan: null } withheld) return [withheld.Says!];
        if (_standing.IsBlocked(item.Index)) return _standing.Reasons(item.Index);
        if (!_frame.Allows(item.Item.Family)) return [_frame.Guarded ? _frame.Open ? words.Open : words.Guarded : _frame.Pain >= PlanFrame.StrongPain ? _rules.Words.StrongPain : words.FirstDays];
        if (!_frame.MayDo(item)) return [_progress.Closing.TryGetValue(item.Item.Id, out var why) ? why.Says : _rules.Words.Strain];
        return [];
    }

    // As the day's plan has it; one that is not in the plan is dosed as it would be there.
    PlannedItem Planned(CompiledItem item)
    {
        if (_today.Plan.Plan is { } plan && plan.Days.SelectMany(d => d.All).Concat(plan.Anytime).FirstOrDefault(i => i.Id == item.Item.Id) is { } week) return week;
        var dose = item.Dose.Id == PlanTeller.Strength && _weeks < PlanTeller.StartingWeeks && _catalogue.DoseOf(PlanTeller.StartingStrength) is { } start ? start : item.Dose;
        return new(item.Item, Catalogue.Places[0], Math.Min(item.Item.Minutes * _frame.Share(item), _standing.MostMinutes(item.Index)), dose, "", item.Item.Summary, item.Claim,
            _standing.Changes(item.Index), [], new(item.Verdict, 0, null, 0, 1, 1, 1, null, 1, 1)) { Known = item.Known };
    }
}
