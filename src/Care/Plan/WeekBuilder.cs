using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>Builds one week for one person: chooses the candidates, lets the solver choose the sessions, adds reading and comforts.</summary>
sealed class WeekBuilder
{
    /// <summary>Days shorter than this have no lesson: the moves come first.</summary>
    const double LeastMinutesWithLesson = 8;
    const int LessonsAWeek = 3;
    /// <summary>One more item for every four minutes.</summary>
    const double MinutesPerItem = 4;
    const int MostCandidates = 64, MostAnytime = 3;
    const double LeastAnytime = 0.1, Bonus = 1000;
    /// <summary>Share of its benefit that a way of moving adds that was lacking: enough between equals, too little to change anything else.</summary>
    const double Tie = 1e-6;

    readonly Catalogue _catalogue;
    readonly PlanFrame _frame;
    readonly Contraindications.Standing _standing;
    readonly Appraisal _appraisal;
    readonly Wishes _wishes;
    readonly PlanTeller _teller;
    readonly PlanChoices _choices;
    readonly CompiledItem[] _possible;

    public WeekBuilder(Catalogue catalogue, PlanFrame frame, Contraindications.Standing standing, ContributorResult contributors, PlanChoices choices)
    {
        (_catalogue, _frame, _standing, _choices) = (catalogue, frame, standing, choices);
        _appraisal = new(catalogue, frame, standing, contributors);
        _wishes = new(choices.Made, catalogue);
        _possible = [.. catalogue.Items.Where(i => _frame.MayDo(i) && _appraisal.Possible(i, frame.AllPlaces))];
        _teller = new(catalogue, frame, standing, _appraisal, contributors, choices);
    }

    public Plan Build(DateOnly start)
    {
        var lessons = Lessons();
        var candidates = Candidates();
        var rooms = new DayRoom[7];
        for (var d = 0; d < 7; d++) rooms[d] = Room(d, candidates, lessons[d]);
        var plan = _catalogue.Library.Plan;
        var solver = new WeekSolver(
            new DaySolver([.. candidates.Select(c => new Candidate(Math.Max(1e-6, _appraisal.Of(c).Benefit) * (1 + Tie * Variety.Count(c.Ways & _choices.Lacking)), Units(c), c.Group))],
                plan.Repeat, plan.MaxItems, rooms.Max(r => r.Units)),
            [.. candidates.Select(MostDays)], Bonus);
        var chosen = solver.Solve(rooms);
        var days = ImmutableArray.CreateBuilder<PlannedDay>(7);
        for (var d = 0; d < 7; d++)
        {
            var (minutes, places, strength) = _frame.Days[d];
            CompiledItem[] items = [.. candidates.Where((_, i) => (chosen[d] >> i & 1) != 0)];
            days.Add(new(d, minutes, strength,
                [.. Ranked(items).OrderBy(i => Order(i.Item.Item.Family)).Select(i => Planned(i.Item, places, i.Repeat, d, items))],
                lessons[d] is { } lesson ? Planned(lesson, places, 1, d, items) : null));
        }
        var anytime = Anytime();
        var week = days.MoveToImmutable();
        return new(start, _frame.Phase, week, anytime, Blocked(), Refused(week, anytime), _teller.Notes(), solver.ValueOf(chosen))
        {
            Bound = solver.Bound,
        };
    }

    // The hardest step of a ladder that the person may do stands for the ladder; easier ones wait among the alternatives.
    CompiledItem[] Candidates()
    {
        var open = new bool[_catalogue.Items.Length];
        foreach (var item in _possible)
            open[item.Index] = item.Slot == Slot.Session && !_wishes.IsOutAlways(item.Index)
                && (_wishes.IsInSomewhere(item.Index) || (!item.Item.ByHandOnly && _frame.Reaches(item) && _appraisal.Of(item).Benefit > 0));
        foreach (var item in _possible.Where(i => open[i.Index] && _frame.Varies(i) && !_wishes.IsInSomewhere(i.Index)))
            open[item.Index] = !_possible.Any(i => i != item && open[i.Index] && i.DoesTheSame(item));
        return [.. _possible.Where(i => open[i.Index] && (_wishes.IsInSomewhere(i.Index) || !HarderIsOpen(i)))
            .OrderByDescending(i => _wishes.IsInSomewhere(i.Index)).ThenByDescending(i => _appraisal.Of(i).Benefit).Take(MostCandidates)
            .OrderBy(i => i.Index)];

        bool HarderIsOpen(CompiledItem item)
        {
            for (var harder = item.Harder; harder >= 0; harder = _catalogue.Items[harder].Harder) if (open[harder]) return true;
            return false;
        }
    }

    DayRoom Room(int day, CompiledItem[] candidates, CompiledItem? lesson)
    {
        var (minutes, places, strength) = _frame.Days[day];
        if (minutes <= 0) return default;
        ulong allowed = 0, forced = 0;
        for (var i = 0; i < candidates.Length; i++)
        {
            var item = candidates[i];
            if (_wishes.IsOut(day, item.Index) || (item.Resting && !strength) || _appraisal.PlaceOf(item, places) < 0) continue;
            allowed |= 1ul << i;
            if (_wishes.IsIn(day, item.Index)) forced |= 1ul << i;
        }
        var left = minutes - (lesson is null ? 0 : _appraisal.MinutesOf(lesson));
        return new((int)Math.Floor(left * 2 + 1e-9), Math.Min(_catalogue.Library.Plan.MaxItems, 1 + (int)Math.Ceiling(minutes / MinutesPerItem)), allowed, forced);
    }

    // One to read on every other day that is long enough, each once a week, the most useful first; later weeks go on where the last one ended.
    // One that the person chose has its day.
    CompiledItem?[] Lessons()
    {
        var order = _possible.Where(i => i.Slot == Slot.Reading && (_wishes.IsInSomewhere(i.Index) || (!i.Item.ByHandOnly && _appraisal.Of(i).Benefit > 0)))
            .OrderByDescending(i => _appraisal.Of(i).Benefit).ThenBy(i => i.Index).ToList();
        var lessons = new CompiledItem?[7];
        if (order.Count == 0) return lessons;
        var first = _choices.Weeks * LessonsAWeek % order.Count;
        order = [.. order.Skip(first), .. order.Take(first)];
        var count = 0;
        for (var d = 0; d < 7; d++)
        {
            var (minutes, places, _) = _frame.Days[d];
            if (minutes < LeastMinutesWithLesson) continue;
            var open = order.Where(i => !_wishes.IsOut(d, i.Index) && _appraisal.PlaceOf(i, places) >= 0 && _appraisal.MinutesOf(i) <= minutes);
            lessons[d] = open.FirstOrDefault(i => _wishes.IsIn(d, i.Index)) ?? (count++ % 2 == 0 ? open.FirstOrDefault() : null);
            if (lessons[d] is { } lesson) order.Remove(lesson);
        }
        return lessons;
    }

    ImmutableArray<PlannedItem> Anytime()
        => [.. _possible.Where(i => i.Slot == Slot.Anytime && !_wishes.IsOutAlways(i.Index) && _appraisal.PlaceOf(i, _frame.Places) >= 0
                && (_wishes.IsInSomewhere(i.Index) || (!i.Item.ByHandOnly && _appraisal.Of(i).Benefit >= LeastAnytime)))
            .OrderByDescending(i => _wishes.IsInSomewhere(i.Index)).ThenByDescending(i => _appraisal.Of(i).Benefit).ThenBy(i => i.Index)
            .DistinctBy(i => i.Item.Family).Take(MostAnytime).Select(i => Planned(i, _frame.Places, 1, null, []))];

    PlannedItem Planned(CompiledItem item, int places, double repeat, int? day, CompiledItem[] beside)
        => _teller.Planned(item, _appraisal.PlaceOf(item, places), repeat, Alternatives(item, places, day, beside), day is { } d ? _wishes.InsteadOf(d, item.Index) : null);

    // What could stand in its place: nothing that is there already, not much longer, of the same main target before the same family.
    ImmutableArray<string> Alternatives(CompiledItem item, int places, int? day, CompiledItem[] beside)
    {
        var strength = day is { } d && _frame.Days[d].Strength;
        var minutes = _appraisal.MinutesOf(item);
        return [.. _possible.Where(i => i != item && i.Slot == item.Slot && (i.Group == item.Group || i.Item.Family == item.Item.Family)
                && (!i.Resting || strength) && _frame.Reaches(i) && _appraisal.Of(i).Benefit > 0 && !beside.Contains(i)
                && _appraisal.MinutesOf(i) <= minutes + 1 && _appraisal.PlaceOf(i, places) >= 0)
            .OrderByDescending(i => _appraisal.Of(i).Benefit * (i.Group == item.Group ? 1.5 : 1)).ThenBy(i => i.Index).Take(3).Select(i => i.Item.Id)];
    }

    ImmutableArray<BlockedItem> Blocked()
        => [.. _catalogue.Items.Where(i => _standing.IsBlocked(i.Index)).Select(i => new BlockedItem(i.Item, _standing.Reasons(i.Index)))];

    ImmutableArray<RefusedChoice> Refused(ImmutableArray<PlannedDay> week, ImmutableArray<PlannedItem> anytime)
    {
        var words = _catalogue.Library.Plan.Words;
        return [.. from wish in _wishes.Swaps
                   let item = _catalogue.Items[wish.Item]
                   where !anytime.Any(i => i.Item == item.Item) && !wish.Days.Any(d => week[d].All.Any(i => i.Item == item.Item))
                   select new RefusedChoice(wish.Choice, !_possible.Contains(item) ? words.RefusedBlocked
                       : item.Resting && wish.Days.All(d => !week[d].Strength) ? words.RefusedDay : words.RefusedNoRoom)];
    }

    // Within one main target the items of a day count in order of benefit.
    IEnumerable<(CompiledItem Item, double Repeat)> Ranked(CompiledItem[] items)
        => items.GroupBy(i => i.Group).SelectMany(g => g.OrderByDescending(i => _appraisal.Of(i).Benefit).ThenBy(i => i.Index)
            .Select((i, n) => (i, Math.Pow(_catalogue.Library.Plan.Repeat, n))));

    int Units(CompiledItem item) => Math.Max(1, (int)Math.Ceiling(_appraisal.MinutesOf(item) * 2 - 1e-9));

    int MostDays(CompiledItem item) => _frame.Likes(item.Item.Family) ? item.Dose.MaxDaysPerWeek : item.Dose.DaysPerWeek;

    // Settle, loosen, work, walk, let go.
    static int Order(Family family) => family switch
    {
        Family.Breathing => 0,
        Family.Mobility => 1,
        Family.Pressure => 2,
        Family.Stretch => 3,
        Family.Strength => 4,
        Family.Pacing => 5,
        Family.Walking => 6,
        _ => 7,
    };
}
