using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>The danger questions are due again.</summary>
/// <param name="Whys">What asks for them, the most pressing first.</param>
/// <param name="Since">When that was.</param>
/// <param name="Inputs">Still to be answered anew, in the questionnaire's order.</param>
/// <param name="Holds">Until they are answered the plan keeps to short walks, easy positions and breathing.</param>
public sealed record Rescreen(ImmutableArray<Reason> Whys, DateTimeOffset Since, ImmutableArray<string> Inputs, bool Holds);

/// <summary>When the danger questions come again: on "anything new", on a new sign in a leg, on red, at a flare, and weekly while a leg
/// takes part. Asking again can only raise the urgency: a sign that is known stays, and a "no" from before counts as open until it is said anew.</summary>
public sealed class Rescreens
{
    readonly Questionnaire _questionnaire;
    readonly ProgressRules _rules;
    readonly (int Input, Expression? When, bool Extra)[] _asks;
    readonly (int Input, Expression When)[] _conditional;
    readonly LegSigns _legs;

    /// <exception cref="ArgumentException">The knowledge names an input that does not exist.</exception>
    public Rescreens(Questionnaire questionnaire, ProgressRules rules)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        ArgumentNullException.ThrowIfNull(rules);
        (_questionnaire, _rules) = (questionnaire, rules);
        var extra = rules.AnyNewAsks.Select(questionnaire.IndexOf).ToHashSet();
        _asks = [.. Enumerable.Range(0, questionnaire.Count)
            .Where(i => extra.Contains(i) || (questionnaire[i].AskAgain && questionnaire[i].Kind != InputKind.Number))
            .Select(i => (i, questionnaire[i].AskWhen is { } when ? Expression.Compile(when, questionnaire) : null, extra.Contains(i)))];
        _conditional = [.. Enumerable.Range(0, questionnaire.Count).Where(i => questionnaire[i].AskWhen is not null).Select(i => (i, Expression.Compile(questionnaire[i].AskWhen!, questionnaire)))];
        _legs = new(questionnaire);
    }

    /// <summary>What is due, or null.</summary>
    public Rescreen? Due(Answers answers, History history, ProgressState progress, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(progress);
        answers = Settled(answers);
        var whys = ImmutableArray.CreateBuilder<Reason>();
        var inputs = new SortedSet<int>();
        DateTimeOffset? since = null;
        var holds = false;
        if (LastNew(answers, history, now) is { } said) Ask(said.At, true, true, new("ask_new", _rules.Words.AskNew, Day(said.At), [said.Id]));
        if (progress.LastRed is { } red) Ask(red.At, false, true, new("ask_red", _rules.Words.AskRed, Day(red.At), [red.Entry]));
        if (history.Tests.LastOrDefault(test => test.What.Moved == PainMoved.Down && test.At <= now) is { } down)
            Ask(down.At, false, true, new("ask_red", _rules.Words.AskRed, down.Day, [down.Id]));
        if (progress.Flares.MaxBy(spell => spell.Seen) is { } flare) Ask(flare.Seen, false, true, new("ask_flare", _rules.Words.AskFlare, flare.From));
        if (_legs.TakePart(answers, history, now))
            Ask(now.AddDays(-_rules.AskAgainDays), false, Pending(answers, history, now.AddDays(-_rules.AskAgainDays - _rules.AskAgainGrace), false).Count > 0,
                new("ask_weekly", _rules.Words.AskWeekly));
        return since is { } first ? new(whys.ToImmutable(), first, [.. inputs.Select(i => _questionnaire[i].Id)], holds) : null;

        void Ask(DateTimeOffset at, bool all, bool hold, Reason why)
        {
            var open = Pending(answers, history, at, all);
            if (open.Count == 0) return;
            whys.Add(why);
            inputs.UnionWith(open);
            if (since is null || at < since) since = at;
            holds |= hold;
        }
    }

    /// <summary>The answers as they stand while questions are due that hold the plan: what was harmless before is open again.</summary>
    public Answers Stand(Answers answers, Rescreen? due)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (due is not { Holds: true }) return answers;
        var builder = answers.ToBuilder();
        foreach (var id in due.Inputs)
        {
            var i = _questionnaire.IndexOf(id);
            if (!Presence.IsPresent(answers[i], _questionnaire[i], _questionnaire.HarmlessAnswers[i])) builder.Set(i, Answer.Unanswered);
        }
        return builder.Build();
    }

    /// <summary>As in the triage: what does not apply and was never answered counts as harmless, so that nothing is asked about it.</summary>
    Answers Settled(Answers answers)
    {
        AnswersBuilder? settled = null;
        foreach (var (input, when) in _conditional)
            if (answers[input].State == AnswerState.Unanswered && when.Evaluate(answers) == Truth.False && _questionnaire.HarmlessAnswers[input] is { IsGiven: true } harmless)
                (settled ??= answers.ToBuilder()).Set(input, harmless);
        return settled?.Build() ?? answers;
    }

    List<int> Pending(Answers answers, History history, DateTimeOffset since, bool all)
    {
        var open = new List<int>();
        foreach (var (input, when, extra) in _asks)
            if ((all || !extra) && when?.Evaluate(answers) != Truth.False && !(history.Answered.GetValueOrDefault(_questionnaire[input].Id) >= since)) open.Add(input);
        return open;
    }

    (DateTimeOffset At, Guid Id)? LastNew(Answers answers, History history, DateTimeOffset now)
    {
        (DateTimeOffset At, Guid Id)? last = null;
        foreach (var c in history.CheckIns) if (c.What.AnyNew == true) Later(c.At, c.Id);
        foreach (var d in history.Diary) if (d.What.AnyNew == true) Later(d.At, d.Id);
        foreach (var s in history.SessionsById.Values) if (s.Started is { What.AnyNew: true } start) Later(start.At, start.Id);
        foreach (var t in history.Tests) if (t.What.AnyNew == true) Later(t.At, t.Id);
        if (_legs.LastNew(answers, history, now) is { } leg) Later(leg.At, leg.Id);
        return last;

        void Later(DateTimeOffset at, Guid id)
        {
            if (at <= now && !(last?.At > at)) last = (at, id);
        }
    }

    static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.DateTime);
}
