using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

/// <summary>How a life went.</summary>
/// <param name="Broken">What must not happen and did.</param>
public sealed record LifeEnd(
    Life Life, ImmutableArray<string> Broken, bool Reached, double PainThen, double PainNow, int Sessions, int Ups, int Downs, int Reds, int FlarePlans, int Asked,
    int Letters, int MostPrompts, double Volume, ImmutableDictionary<string, int> Changes);

/// <summary>Lives one life for twelve weeks, day by day, against the real reasoning, and looks at every day whether what must hold does.</summary>
public sealed class LifeRun
{
    static readonly DateOnly First = new(2026, 3, 2);

    /// <summary>The same reasoning made once more, so that nothing of the first one's can be remembered in it.</summary>
    static readonly DailyCare Another = new(new CareModel(RealKnowledge.Library));

    readonly DailyCare _daily;
    readonly Life _life;
    readonly Chance _chance, _late, _undo;
    readonly List<(Guid Id, DateTimeOffset At, Daily What)> _entries = [];
    readonly List<string> _broken = [];
    readonly LifeChecks _checks;
    History _history = History.Empty;
    int _help, _ups, _downs, _reds, _flarePlans, _asked, _mostPrompts, _guids;
    bool _signAnswered;

    public LifeRun(DailyCare daily, Life life)
    {
        (_daily, _life, _chance, _late, _undo) = (daily, life, new(life.Seed * 977 + 5), new(life.Seed * 613 + 11), new(life.Seed * 409 + 17));
        _checks = new(daily, life);
    }

    /// <summary>As far as it was lived.</summary>
    public History History => _history;

    /// <summary>The person as they truly are on a day: what an honest answer would say.</summary>
    Answers Truth(int day)
    {
        var answers = _life.Answers.With("onset_days", _life.Answers.NumberOf("onset_days")!.Value + day);
        return _life.SignDay is { } sign && day >= sign ? answers.With(_life.Sign.Input, _life.Sign.Word) : answers;
    }

    /// <summary>What was told so far.</summary>
    Answers Told(int day) => _signAnswered ? Truth(day) : Truth(day) is var t && _life.SignDay is not null
        ? t.With(_life.Answers.Questionnaire.IndexOf(_life.Sign.Input), _life.Answers[_life.Sign.Input]) : t;

    public LifeEnd Live()
    {
        var begun = At(0, 7);
        foreach (var input in _life.Answers.Questionnaire.Inputs) _history = _history.WithAnswer(input.Id, begun);
        _history = _history.WithCheck(begun);
        double? morningOf = null;
        Guid? open = null;
        for (var day = 0; day < Life.Days && _broken.Count == 0; day++)
        {
            var pain = _life.Pain(day, _help);
            var comes = day == 0 || _chance.Happens(_life.Keen);
            var sign = _life.SignDay is { } s && day >= s && !_signAnswered;
            if (comes)
            {
                if (open is { } last && morningOf is not null && _chance.Happens(0.8))
                    Note(day, 8, new SessionAfter { Session = last, Settled = _settles, Morning = Math.Clamp(pain + _after, 0, 10) });
                Note(day, 8.1, new CheckIn { Pain = pain, Mood = 2, AnyNew = _chance.Happens(0.9) ? sign : null });
                // Some write in the morning what yesterday was like.
                if (day > 0 && _late.Happens(0.15)) Note(day, 8.15, new DiaryNote { For = First.AddDays(day - 1), Pain = _life.Pain(day - 1, _help) });
                var seen = Look(day, 8.2);
                if (sign && _history.CheckIns[^1].What.AnyNew == true) Escalated(seen, day, 8.2);
                else if (seen.Rescreen is not null && _life.Kind != LifeKind.Ignoring) Answer(seen.Rescreen, day, 8.3);
            }
            (open, morningOf) = (null, null);
            if (day % 20 == 15) CheckLooks(day, 9);
            if (comes && _chance.Happens(_life.Keen) && Session(day, pain) is { } id) (open, morningOf) = (id, pain);
            if (open is not null && _late.Happens(0.15)) LookSwapped(day);
            if (comes && _undo.Happens(0.1)) Undo();
            if (day % 9 == 4) Prompts(day);
        }
        CheckOrder();
        var reviews = _daily.Reviews(_life.Answers, _history, At(Life.Days, 8));
        var (then, now) = (_life.Pain(0, 0), Enumerable.Range(Life.Days - 3, 3).Select(d => _life.Pain(d, _help)).Order().ElementAt(1));
        return new(_life, [.. _broken], then - now >= 2 || then - now >= 0.3 * then, then, now, _help, _ups, _downs, _reds, _flarePlans, _asked,
            reviews.Count(r => r.LetterDue), _mostPrompts, _checks.VolumeShare(), _changes.CountBy(c => c.Rule).ToImmutableDictionary());
    }

    readonly HashSet<(string Item, string Rule, DateOnly? On)> _changes = [];
    Settling _settles;
    double _after;

    Guid? Session(int day, double pain)
    {
        var before = Math.Clamp(pain + _chance.Below(2), 0, 10);
        var id = Guid();
        var sign = _life.SignDay is { } s && day >= s && !_signAnswered;
        Note(day, 17, new SessionStart { Session = id, Pain = before, AnyNew = sign });
        var today = Look(day, 17.01);
        if (sign) Escalated(today, day, 17.02);
        if (today.Rescreen is { } due && _life.Kind != LifeKind.Ignoring && !sign) Answer(due, day, 17.02);
        if (sign || today.Rescreen is not null) today = Look(day, 17.05);
        if (today.Items.IsEmpty)
        {
            if (_life.Kind != LifeKind.Ignoring) return null;
            // Who ignores everything trains what they like, rested or not.
            foreach (var item in (string[])["sit-to-stand", "bird-dog"]) Note(day, 17.2, new ItemReport { Session = id, Item = item, Worst = before + 3, After = before + 1, Rpe = 9 });
            return id;
        }
        (_settles, _after) = (Settling.WithinHour, 0);
        var minute = 17.1;
        foreach (var item in today.Items.Where(i => !(i.NotBefore > At(day, 17.05))))
        {
            var load = item.Measure == Measure.None ? 0.3 : item.Item.Family == Family.Strength ? 1 : 0.6;
            var luck = _chance.Share() + _life.Tender * load * 0.25;
            var rise = luck > 1.12 ? 5 : luck > 1.0 ? 3 : luck > 0.7 ? 1.0 : 0;
            var worst = Math.Clamp(before + rise, 0, 10);
            var tooMuch = rise >= 5 && _chance.Happens(0.5);
            var down = rise >= 3 && _life.Answers.OptionOf("leg_pain") == "one" && _chance.Happens(0.15);
            Note(day, minute += 0.05, new ItemReport
            {
                Session = id, Item = item.Id, Outcome = tooMuch ? ItemOutcome.TooMuch : _chance.Happens(0.05) ? ItemOutcome.Skipped : ItemOutcome.Done,
                Worst = worst, After = Math.Min(worst, before + (rise >= 3 ? 1 : 0)), Asked = item.Volume, Done = item.Volume,
                Rpe = item.Item.Family == Family.Strength ? 4 + _chance.Below(5) : null, Moved = down ? PainMoved.Down : PainMoved.No,
            });
            if (rise >= 3) (_settles, _after) = (rise >= 5 && _chance.Happens(0.3) ? Settling.Longer : Settling.WithinDay, 1);
            if (rise >= 5 || down)
            {
                _reds++;
                if (_life.Kind != LifeKind.Ignoring) break;
            }
        }
        Note(day, 17.9, new SessionEnd { Session = id, Pain = Math.Min(10, before + _after), Minutes = today.Minutes });
        _help++;
        return id;
    }

    /// <summary>In the evening a strength move that was done is swapped for another one, and the day is looked at once more.</summary>
    void LookSwapped(int day)
    {
        var today = _daily.On(Told(day), _history, At(day, 18.4));
        foreach (var item in today.Items.Where(i => i.Done && i.Item.Family == Family.Strength).Take(1))
            foreach (var other in item.Planned.Alternatives.Take(1)) Look(day, 18.5, [new PlanChoice.Swap(null, item.Id, other)]);
    }

    Today Look(int day, double hour, ImmutableArray<PlanChoice> made = default)
    {
        var now = At(day, hour);
        var today = _daily.On(Told(day), _history, now, made: made);
        if (today.Mode == DayMode.Flare) _flarePlans++;
        _broken.AddRange(_checks.Day(today, _history, now, Told(day)).Select(b => $"day {day}, {hour:0.0} h: {b}"));
        foreach (var item in today.Items) foreach (var reason in item.Reasons) _changes.Add((item.Id, reason.Rule, reason.On ?? today.Date));
        (_ups, _downs) = (_checks.Ups, _checks.Downs);
        return today;
    }

    void Answer(Rescreen due, int day, double hour)
    {
        _asked++;
        foreach (var input in due.Inputs) _history = _history.WithAnswer(input, At(day, hour));
        if (due.Inputs.Contains(_life.Sign.Input)) _signAnswered |= _life.SignDay is { } sign && day >= sign;
        // What an answer opens is asked too.
        for (var rounds = 0; rounds < 3 && _daily.On(Told(day), _history, At(day, hour + 0.001)).Rescreen is { } more; rounds++)
            foreach (var input in more.Inputs) _history = _history.WithAnswer(input, At(day, hour + 0.0005));
        if (_daily.On(Told(day), _history, At(day, hour + 0.002)).Rescreen is { } still) _broken.Add($"day {day}: asked and answered, and {string.Join(", ", still.Inputs)} still open");
    }

    /// <summary>The sign was told of at this contact: questions come, nothing but gentle care until they are answered, and then the level it deserves.</summary>
    void Escalated(Today seen, int day, double hour)
    {
        if (seen.Rescreen is not { Holds: true } due) { _broken.Add($"day {day}: something new was said, and no question came"); return; }
        if (seen.Mode is not (DayMode.Guarded or DayMode.Withheld)) _broken.Add($"day {day}: something new was said, and the day stayed {seen.Mode}");
        if (!due.Inputs.Contains(_life.Sign.Input)) _broken.Add($"day {day}: {_life.Sign.Input} was not asked");
        if (_life.Kind == LifeKind.Ignoring) return;
        Answer(due, day, hour + 0.1);
        var level = _daily.On(Told(day), _history, At(day, hour + 0.2)).Assessment.Triage.Urgency;
        var deserved = _daily.Care.Triage.Assess(Truth(day)).Urgency;
        if (level < deserved || level < Urgency.WithinTwoWeeks) _broken.Add($"day {day}: {_life.Sign} gave {level} where {deserved} is right");
    }

    /// <summary>A working day of sitting, with calls and absences, at the shortest interval.</summary>
    void Prompts(int day)
    {
        var prompts = LifePrompts.Day(_daily, _chance, First.AddDays(day), _life.Kind == LifeKind.Ignoring, ref _history, Guid);
        _mostPrompts = Math.Max(_mostPrompts, prompts);
        if (prompts > 8) _broken.Add($"day {day}: {prompts} prompts");
    }

    History Bare => _history with { CheckIns = [], Diary = [], SessionsById = ImmutableDictionary<Guid, Session>.Empty };

    /// <summary>One of the last entries is taken back, or its pain put right.</summary>
    void Undo()
    {
        var place = _entries.Count - 1 - _undo.Below(Math.Min(12, _entries.Count));
        var (id, at, what) = _entries[place];
        var right = _undo.Happens(0.5);
        var pain = (double)_undo.Below(11);
        Daily? other = !right ? null : what switch
        {
            CheckIn e => e with { Pain = pain },
            ItemReport e => e with { Worst = pain, After = Math.Min(pain, e.After ?? pain) },
            SessionAfter e => e with { Morning = pain },
            _ => null,
        };
        if (other is null) _entries.RemoveAt(place);
        else _entries[place] = (id, at, other);
        _history = _entries.Aggregate(Bare, (all, one) => all.With(one.Id, one.At, one.What));
    }

    /// <summary>The same entries give the same day: in another order of arrival, and as those of somebody else.</summary>
    void CheckOrder()
    {
        var now = At(Life.Days, 8);
        var day = Shown(_daily.On(Told(Life.Days - 1), _history, now));
        var backwards = Enumerable.Reverse(_entries).Aggregate(Bare, (all, one) => all.With(one.Id, one.At, one.What));
        if (Shown(_daily.On(Told(Life.Days - 1), backwards, now)) != day) _broken.Add("the same entries in another order gave another day");
        var other = _entries.Aggregate(Bare, (all, one) => all.With(Other(one.Id), one.At, one.What switch
        {
            SessionStart e => e with { Session = Other(e.Session) },
            ItemReport e => e with { Session = Other(e.Session) },
            SessionEnd e => e with { Session = Other(e.Session) },
            SessionAfter e => e with { Session = Other(e.Session) },
            var e => e,
        }));
        if (Shown(Another.On(Told(Life.Days - 1), other, now)) != day) _broken.Add("somebody else with the same history got another day");

        static Guid Other(Guid id) => new([.. id.ToByteArray().Select(b => (byte)(255 - b))]);
    }

    /// <summary>Two looks at one day with nothing recorded in between: the day is the same, but for questions that fall due by the hour.</summary>
    void CheckLooks(int day, double hour)
    {
        var (a, b) = (_daily.On(Told(day), _history, At(day, hour)), _daily.On(Told(day), _history, At(day, hour + 1)));
        if (a.Rescreen?.Holds == b.Rescreen?.Holds && Shown(a) != Shown(b)) _broken.Add($"day {day}: an hour later, with nothing recorded, it was another day");
    }

    static string Shown(Today day) => string.Join('\n', day.Items.Select(item => $"{item.Id} {item.Volume} {item.Minutes} {item.Rpe} {string.Join('|', item.Reasons.Select(r => r.Rule))}").Prepend($"{day.Mode}"));

    void Note(int day, double hour, Daily what)
    {
        var (id, at) = (Guid(), At(day, hour));
        _entries.Add((id, at, what));
        _history = _history.With(id, at, what);
    }

    Guid Guid() => new((int)_life.Seed, (short)(_guids >> 16), (short)++_guids, 0, 0, 0, 0, 0, 0, (byte)_life.Kind, 7);

    static DateTimeOffset At(int day, double hour) => new DateTimeOffset(First.AddDays(day), default, TimeSpan.Zero).AddHours(hour);
}
