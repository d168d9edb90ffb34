using Mainstay.Knowledge;
using Mainstay.Web.Find;

namespace Mainstay.Web.Learn;

/// <summary>What a search found.</summary>
/// <param name="Wanted">How the words were understood.</param>
public sealed record Found(IReadOnlyList<Hit> Hits, Wanted Wanted);

/// <param name="Excerpt">Plain pieces of the text, in order; the marked ones matched.</param>
public sealed record Hit(Leaf Leaf, IReadOnlyList<(string Text, bool Marked)> Excerpt);

/// <summary>Full-text search over the library. What has all that is looked for stands first; where that is little, what has some of it follows.</summary>
public sealed class LearnSearch : IDisposable
{
    const int MostHits = 30, FewHits = 3;

    /// <summary>Other ways of saying it count a little less than the person's own; a title of just these words counts double.</summary>
    const double OtherWay = 0.75, WholeTitle = 1;

    readonly Leaf[] _leaves;
    readonly HashSet<string>[] _titles;
    readonly LeafIndex _index;
    readonly Understanding _understanding;

    public LearnSearch(Library library)
    {
        _leaves = [.. Leaves.Of(library)];
        _titles = [.. _leaves.Select(leaf => Tokens.Folded(leaf.Title).ToHashSet())];
        _index = new(_leaves);
        _understanding = new(library.Search, _leaves.SelectMany(leaf => new[] { leaf.Title, leaf.Text }), _index.Stands);
    }

    /// <param name="asTyped">No word is corrected, and none is understood as another.</param>
    public Found Find(string asked, bool asTyped = false)
    {
        var wanted = _understanding.Read(asked, asTyped);
        if (wanted.Things.IsEmpty) return new([], wanted);
        var matches = new Dictionary<int, (int Things, double Score)>();
        foreach (var thing in wanted.Things)
            foreach (var (at, score) in Scores(thing))
                matches[at] = matches.TryGetValue(at, out var before) ? (before.Things + 1, before.Score + score) : (1, score);
        var ranked = matches.OrderByDescending(match => match.Value.Things).ThenByDescending(match => match.Value.Score * Weight(match.Key, wanted)).ToList();
        var all = ranked.TakeWhile(match => match.Value.Things == wanted.Things.Length).Count();
        var first = ranked.Take(all >= FewHits ? Math.Min(all, MostHits) : MostHits).Select(match => match.Key).ToList();
        var excerpts = _index.Excerpts(first, wanted.Words);
        return new([.. first.Select(at => new Hit(_leaves[at], excerpts.GetValueOrDefault(at, [])))], wanted);
    }

    double Weight(int at, Wanted wanted)
    {
        var title = _titles[at];
        var said = wanted.Things.SelectMany(thing => thing.Ways[0]).Count(sought => title.Any(word => Tokens.IsSame(word, sought.Word)));
        return _leaves[at].Weight * (1 + WholeTitle * said / Math.Max(1, title.Count));
    }

    Dictionary<int, double> Scores(Thing thing)
    {
        var best = new Dictionary<int, double>();
        for (var way = 0; way < thing.Ways.Length; way++)
        {
            Dictionary<int, double>? all = null;
            foreach (var sought in thing.Ways[way])
            {
                var scores = _index.Scores(sought);
                all = all is null ? scores : all.Where(one => scores.ContainsKey(one.Key)).ToDictionary(one => one.Key, one => one.Value + scores[one.Key]);
            }
            // However many words another way has, it weighs as the person's own.
            var weight = way == 0 ? 1 : OtherWay * thing.Ways[0].Length / thing.Ways[way].Length;
            foreach (var (at, score) in all ?? []) best[at] = Math.Max(best.GetValueOrDefault(at), score * weight);
        }
        return best;
    }

    public void Dispose() => _index.Dispose();
}
