using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>Compiles conditions into <see cref="Programs"/>. Every distinct test ("fever is yes", "age is 50 or more") gets its place in a row of
/// bits, a negated one a place of its own. Negation is pushed down to the tests (a count of n in k is false when k − n + 1 parts are), so every
/// branch is a count: of its tests, by masks, and of the branches below it.</summary>
sealed class ProgramBuilder(Questionnaire questionnaire)
{
    readonly List<Leaf> _leaves = [];
    readonly Dictionary<Leaf, int> _index = [];
    readonly List<Programs.Branch> _branches = [];
    readonly List<Programs.Mask> _masks = [];

    /// <returns>Where the program starts; −1 for no condition.</returns>
    public int Add(Condition? condition)
    {
        if (condition is null) return -1;
        var start = _branches.Count;
        Add(Parts(condition, false) ?? ([(condition, false)], 1));
        return start;
    }

    public Programs Build() => new(questionnaire, _leaves, [.. _branches], [.. _masks]);

    void Add((List<(Condition Condition, bool Negated)> Parts, int AtLeast) count)
    {
        var at = _branches.Count;
        _branches.Add(default);
        var words = new SortedDictionary<int, ulong>();
        var below = new List<(List<(Condition, bool)>, int)>();
        foreach (var (part, negated) in count.Parts)
        {
            if (Parts(part, negated) is { } nested)
            {
                below.Add(nested);
                continue;
            }
            var leaf = Test(part, negated);
            var mask = words.GetValueOrDefault(leaf >> 6);
            // A test that stands twice counts twice, which a mask cannot.
            if ((mask & 1ul << leaf) != 0) below.Add(([(part, negated)], 1));
            else words[leaf >> 6] = mask | 1ul << leaf;
        }
        var first = _masks.Count;
        _masks.AddRange(words.Select(w => new Programs.Mask(w.Key, w.Value)));
        foreach (var branch in below) Add(branch);
        _branches[at] = new(count.AtLeast, below.Count, first, first + words.Count, _branches.Count);
    }

    int Test(Condition condition, bool negated)
    {
        var node = Expression.Compile(condition, questionnaire).Nodes[0];
        var leaf = new Leaf(node.Op, node.Input, node.UnsureIsYes, node.AtLeast, node.Bits, node.Low, node.High, negated);
        if (_index.TryGetValue(leaf, out var at)) return at;
        _leaves.Add(leaf);
        return _index[leaf] = _leaves.Count - 1;
    }

    /// <summary>Parts and how many must hold; null for a test.</summary>
    static (List<(Condition, bool)> Parts, int AtLeast)? Parts(Condition condition, bool negated) => condition switch
    {
        Condition.All all => Count(all.Parts, all.Parts.Length, negated),
        Condition.Any any => Count(any.Parts, 1, negated),
        Condition.Count count => Count(count.Parts, count.AtLeast, negated),
        Condition.Not not => Parts(not.Part, !negated) ?? ([(not.Part, !negated)], 1),
        Condition.No no => ([(new Condition.Yes(no.Input), !negated)], 1),
        _ => null,
    };

    static (List<(Condition, bool)>, int) Count(ImmutableArray<Condition> parts, int atLeast, bool negated)
        => ([.. parts.Select(p => (p, negated))], negated ? parts.Length - atLeast + 1 : atLeast);
}
