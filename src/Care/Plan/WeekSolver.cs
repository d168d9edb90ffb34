using System.Numerics;

namespace Mainstay.Care;

/// <summary>What one day of the week allows.</summary>
/// <param name="Units">Half minutes.</param>
/// <param name="Items">Items at most.</param>
/// <param name="Allowed">Candidates that may be done on this day.</param>
/// <param name="Forced">Candidates the person wants on this day.</param>
readonly record struct DayRoom(int Units, int Items, ulong Allowed, ulong Forced);

/// <summary>The best week. Days are solved exactly; what couples them is how many days a week an item may be done. Solved each for itself the days
/// give a bound that no week can pass. Where they ask for an item too often, at least one of these days must do without it: the search takes it from
/// each in turn, the day that loses least first, and gives up a branch whose bound is no better than the best week so far. Held against every
/// possible week of small cases in the tests.</summary>
/// <param name="mostDays">Days a week at most, by candidate.</param>
/// <param name="bonus">What a forced candidate is worth on top, so that it is taken where there is room; larger than any week.</param>
sealed class WeekSolver(DaySolver days, int[] mostDays, double bonus)
{
    /// <summary>A branch that could gain less than this share is not followed.</summary>
    const double WorthSearching = 0.002;
    /// <summary>Branches looked at, at most; the dive to a first week and its nearest changes are always among them.</summary>
    const int MostBranches = 300;
    const double Least = 1e-9;

    readonly Dictionary<(int Units, int Items, ulong Granted, ulong Forced), (ulong Chosen, double Value)> _known = [];
    ulong[] _best = [];
    double _bestValue;
    int _branches;

    /// <summary>What the last week could be worth at most: its days each for itself.</summary>
    public double Bound { get; private set; }

    /// <returns>The chosen candidates of each day.</returns>
    public ulong[] Solve(DayRoom[] rooms)
    {
        var granted = rooms.Select(r => r.Allowed).ToArray();
        (_best, _bestValue, _branches) = ([], double.NegativeInfinity, 0);
        Bound = Total(rooms, granted);
        Search(rooms, granted);
        Bound -= bonus * _best.Select((day, d) => BitOperations.PopCount(day & rooms[d].Forced)).Sum();
        return _best;
    }

    /// <summary>What a week of chosen candidates is worth, without the bonus.</summary>
    public double ValueOf(ulong[] week) => week.Sum(days.ValueOf);

    void Search(DayRoom[] rooms, ulong[] granted)
    {
        // The first dive has no best yet and always ends in a week: what is taken back is never given again.
        if (_best.Length > 0 && _branches >= MostBranches) return;
        _branches++;
        var total = Total(rooms, granted);
        if (total <= _bestValue + Math.Max(Least, WorthSearching * (_bestValue % bonus))) return;
        var item = Overused(rooms, granted);
        if (item < 0)
        {
            _bestValue = total;
            _best = [.. rooms.Select((room, d) => Best(room, granted[d]).Chosen)];
            return;
        }
        var bit = 1ul << item;
        var asking = Enumerable.Range(0, rooms.Length).Where(d => (Best(rooms[d], granted[d]).Chosen & bit) != 0)
            .DistinctBy(d => (rooms[d], granted[d])) // days alike lose alike
            .OrderBy(d => Best(rooms[d], granted[d]).Value - Best(rooms[d], granted[d] & ~bit).Value).ToArray();
        foreach (var day in asking)
        {
            granted[day] &= ~bit;
            Search(rooms, granted);
            granted[day] |= bit;
        }
    }

    double Total(DayRoom[] rooms, ulong[] granted)
    {
        double total = 0;
        for (var d = 0; d < rooms.Length; d++) total += Best(rooms[d], granted[d]).Value;
        return total;
    }

    (ulong Chosen, double Value) Best(DayRoom room, ulong granted)
    {
        var key = (room.Units, room.Items, granted, room.Forced);
        if (_known.TryGetValue(key, out var known)) return known;
        var chosen = days.Solve(room.Units, room.Items, granted, room.Forced, bonus);
        return _known[key] = (chosen, days.ValueOf(chosen) + bonus * BitOperations.PopCount(chosen & room.Forced));
    }

    int Overused(DayRoom[] rooms, ulong[] granted)
    {
        Span<int> uses = stackalloc int[64];
        for (var d = 0; d < rooms.Length; d++)
            for (var left = Best(rooms[d], granted[d]).Chosen; left != 0; left &= left - 1) uses[BitOperations.TrailingZeroCount(left)]++;
        for (var item = 0; item < mostDays.Length; item++) if (uses[item] > mostDays[item]) return item;
        return -1;
    }
}
