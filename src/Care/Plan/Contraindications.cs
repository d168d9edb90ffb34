using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>Which items are blocked for a person, and which are done otherwise. Every limit of the library is compiled once.</summary>
public sealed class Contraindications
{
    readonly (Limit Limit, Expression When)[] _limits;
    readonly (int[] Blocks, int[] Changes)[] _items;
    readonly ImmutableDictionary<string, (int[] Blocks, int[] Changes)> _cautions;

    /// <exception cref="ArgumentException">An item names a caution that does not exist, or a limit reads what does not exist.</exception>
    public Contraindications(Questionnaire questionnaire)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        var limits = new List<(Limit, Expression)>();
        int[] Add(IEnumerable<Limit> some) => [.. some.Select(limit =>
        {
            limits.Add((limit, Expression.Compile(limit.When, questionnaire)));
            return limits.Count - 1;
        })];
        var library = questionnaire.Library;
        _cautions = library.Cautions.ToImmutableDictionary(c => c.Id, c => (Add(c.Block), Add(c.Modify)));
        _items = [.. library.Items.Select(item =>
        {
            var cautions = item.Cautions.Select(id => _cautions.TryGetValue(id, out var c) ? c : throw new ArgumentException($"Item {item.Id}: there is no caution {id}.")).ToList();
            return ((int[])[.. cautions.SelectMany(c => c.Blocks), .. Add(item.Block)], (int[])[.. cautions.SelectMany(c => c.Changes), .. Add(item.Modify)]);
        })];
        _limits = [.. limits];
    }

    /// <param name="suspicions">Of the fired rules.</param>
    public Standing Of(Answers answers, Suspicions suspicions)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var holds = new bool[_limits.Length];
        for (var i = 0; i < holds.Length; i++)
        {
            var truth = _limits[i].When.Evaluate(answers, suspicions);
            holds[i] = truth == Truth.True || (truth == Truth.Unknown && _limits[i].Limit.UnknownBlocks);
        }
        return new(this, holds);
    }

    /// <summary>How the limits stand for one person. Items by their index in the library.</summary>
    public sealed class Standing
    {
        readonly Contraindications _of;
        readonly bool[] _holds;

        internal Standing(Contraindications of, bool[] holds) => (_of, _holds) = (of, holds);

        public bool IsBlocked(int item) => Any(_of._items[item].Blocks);

        /// <summary>Why an item is blocked; empty when it is not.</summary>
        public ImmutableArray<string> Reasons(int item) => Told(_of._items[item].Blocks);

        /// <summary>How an item is done otherwise.</summary>
        public ImmutableArray<Limit> Changes(int item)
        {
            if (!Any(_of._items[item].Changes)) return [];
            return [.. _of._items[item].Changes.Where(l => _holds[l]).Select(l => _of._limits[l].Limit).DistinctBy(l => l.Says)];
        }

        /// <summary>Why everything under a caution (heat, cold …) is blocked; empty when it is not. For pages that show no item.</summary>
        /// <exception cref="KeyNotFoundException">There is no such caution.</exception>
        public ImmutableArray<string> ReasonsOfCaution(string caution) => Told(_of._cautions[caution].Blocks);

        /// <summary>The most minutes that the changes leave.</summary>
        internal double MostMinutes(int item)
        {
            var most = double.PositiveInfinity;
            foreach (var l in _of._items[item].Changes) if (_holds[l] && _of._limits[l].Limit.MaxMinutes is { } m && m < most) most = m;
            return most;
        }

        bool Any(int[] limits)
        {
            foreach (var l in limits) if (_holds[l]) return true;
            return false;
        }

        ImmutableArray<string> Told(int[] limits)
            => Any(limits) ? ImmutableCollectionsMarshal.AsImmutableArray(limits.Where(l => _holds[l]).Select(l => _of._limits[l].Limit.Says).Distinct().ToArray()) : [];
    }
}
