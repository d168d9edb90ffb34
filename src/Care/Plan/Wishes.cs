using System.Collections.Immutable;

namespace Mainstay.Care;

/// <summary>The person's swaps and skips, day by day: what is out, what they want in, and in place of what.</summary>
sealed class Wishes
{
    readonly HashSet<int>[] _out = [.. Enumerable.Range(0, 7).Select(_ => new HashSet<int>())];
    readonly Dictionary<int, (PlanChoice.Swap Choice, CompiledItem? From)>[] _in = [.. Enumerable.Range(0, 7).Select(_ => new Dictionary<int, (PlanChoice.Swap, CompiledItem?)>())];

    public Wishes(ImmutableArray<PlanChoice> made, Catalogue catalogue)
    {
        foreach (var choice in made)
            foreach (var day in PlanFrame.Each(choice.Day))
                if (choice is PlanChoice.Skip skip && catalogue.Find(skip.Item) is { } left) Leave(day, left.Index);
                else if (choice is PlanChoice.Swap swap && catalogue.Find(swap.To) is { } to)
                {
                    var from = catalogue.Find(swap.From);
                    if (from is not null) Leave(day, from.Index);
                    _out[day].Remove(to.Index);
                    _in[day][to.Index] = (swap, from);
                }
    }

    public bool IsOut(int day, int item) => _out[day].Contains(item);
    public bool IsOutAlways(int item) => _out.All(day => day.Contains(item));
    public bool IsIn(int day, int item) => _in[day].ContainsKey(item);
    public bool IsInSomewhere(int item) => _in.Any(day => day.ContainsKey(item));
    public CompiledItem? InsteadOf(int day, int item) => _in[day].TryGetValue(item, out var wish) ? wish.From : null;

    /// <summary>The swaps that still stand after everything that came later, with their days.</summary>
    public IEnumerable<(PlanChoice.Swap Choice, int Item, int[] Days)> Swaps
        => Enumerable.Range(0, 7).SelectMany(day => _in[day].Select(wish => (wish.Value.Choice, Item: wish.Key, day)))
            .GroupBy(w => (w.Choice, w.Item)).Select(g => (g.Key.Choice, g.Key.Item, g.Select(w => w.day).ToArray()));

    void Leave(int day, int item)
    {
        _out[day].Add(item);
        _in[day].Remove(item);
    }
}
