namespace Mainstay.Care;

/// <summary>A session item as the solver sees it.</summary>
/// <param name="Benefit">Above 0.</param>
/// <param name="Units">Time in half minutes, rounded up, 1 or more.</param>
/// <param name="Group">Items of one group have the same main target, and the nth of a day counts repeat^(n−1).</param>
readonly record struct Candidate(double Benefit, int Units, int Group);

/// <summary>The best session of one day, exactly: a knapsack with a limit on time, a limit on the number of items, and diminishing returns within a
/// group. Within a group the best set counts its items in order of benefit, so taking them in that order makes the returns depend only on how many
/// of the group are in: a dynamic program over (items, time) with one layer for each count.</summary>
sealed class DaySolver
{
    readonly Candidate[] _candidates;
    readonly int[] _order;
    readonly double[] _power;
    readonly int _most;
    readonly double[][] _value;
    readonly ulong[][] _chosen;

    /// <param name="candidates">At most 64.</param>
    /// <param name="repeat">0 to 1.</param>
    /// <param name="mostItems">1 or more.</param>
    /// <param name="mostUnits">The longest day that will be asked for.</param>
    public DaySolver(Candidate[] candidates, double repeat, int mostItems, int mostUnits)
    {
        if (candidates.Length > 64) throw new ArgumentException("At most 64 candidates.", nameof(candidates));
        _candidates = candidates;
        _most = mostItems;
        _order = [.. Enumerable.Range(0, candidates.Length).OrderBy(i => candidates[i].Group).ThenByDescending(i => candidates[i].Benefit).ThenBy(i => i)];
        _power = [.. Enumerable.Range(0, mostItems + 1).Select(n => Math.Pow(repeat, n))];
        // The longest items fill the day first; no set of mostItems can take longer.
        Longest = Math.Min(mostUnits, candidates.Select(c => c.Units).OrderDescending().Take(mostItems).Sum());
        var states = (mostItems + 1) * (Longest + 1);
        _value = [.. Enumerable.Range(0, mostItems + 1).Select(_ => new double[states])];
        _chosen = [.. Enumerable.Range(0, mostItems + 1).Select(_ => new ulong[states])];
    }

    public int Longest { get; }

    /// <param name="units">Time of the day, in half minutes.</param>
    /// <param name="items">Items allowed on the day, at most.</param>
    /// <param name="allowed">One bit for each candidate.</param>
    /// <param name="bonus">Added to the benefit of the candidates in <paramref name="forced"/>, so that they are taken if there is room.</param>
    /// <returns>The chosen candidates, one bit each.</returns>
    public ulong Solve(int units, int items, ulong allowed, ulong forced, double bonus)
    {
        units = Math.Min(units, Longest);
        items = Math.Min(items, _most);
        int width = units + 1, states = (items + 1) * width;
        _value[0].AsSpan(0, states).Clear();
        _chosen[0].AsSpan(0, states).Clear();
        for (var at = 0; at < _order.Length;)
        {
            var group = _candidates[_order[at]].Group;
            var layers = 0;
            for (; at < _order.Length && _candidates[_order[at]].Group == group; at++)
            {
                var i = _order[at];
                if ((allowed >> i & 1) == 0) continue;
                if (layers < items)
                {
                    layers++;
                    _value[layers].AsSpan(0, states).Fill(double.NegativeInfinity);
                }
                var extra = (forced >> i & 1) != 0 ? bonus : 0;
                // From the top layer down, so that no item is taken twice.
                for (var n = layers; n >= 1; n--) Take(i, n, items, width, _candidates[i].Benefit * _power[n - 1] + extra);
            }
            for (var n = 1; n <= layers; n++) Keep(n, states);
        }
        return _chosen[0][states - 1];
    }

    void Take(int i, int n, int items, int width, double gain)
    {
        double[] from = _value[n - 1], to = _value[n];
        ulong[] fromChosen = _chosen[n - 1], toChosen = _chosen[n];
        int units = _candidates[i].Units;
        for (var k = items - 1; k >= n - 1; k--)
            for (int source = k * width, target = source + width + units, end = (k + 2) * width; target < end; source++, target++)
                if (from[source] + gain > to[target] + 1e-12)
                {
                    to[target] = from[source] + gain;
                    toChosen[target] = fromChosen[source] | 1ul << i;
                }
    }

    void Keep(int n, int states)
    {
        double[] value = _value[0], layer = _value[n];
        for (var s = 0; s < states; s++)
            if (layer[s] > value[s] + 1e-12)
            {
                value[s] = layer[s];
                _chosen[0][s] = _chosen[n][s];
            }
    }

    /// <summary>What a set of candidates is worth on one day.</summary>
    public double ValueOf(ulong chosen)
    {
        double total = 0;
        int group = -1, n = 0;
        foreach (var i in _order)
        {
            if ((chosen >> i & 1) == 0) continue;
            if (_candidates[i].Group != group) (group, n) = (_candidates[i].Group, 0);
            total += _candidates[i].Benefit * _power[Math.Min(n++, _power.Length - 1)];
        }
        return total;
    }
}
