using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Web.Find;

/// <summary>Understands what people type: without small words, with typing errors put right, and in the words that our texts use.</summary>
public sealed class Understanding
{
    /// <summary>What the parameter "as" of an address says that wants every word just as it stands there.</summary>
    public const string AsTyped = "typed";

    const int MostWords = 12;

    readonly Spelling _spelling;
    readonly Func<string, bool> _stands;
    readonly HashSet<string> _small;
    readonly (string[] Said, string[][] Means, string[] Written)[] _everyday;

    /// <param name="texts">What is searched.</param>
    /// <param name="stands">A word that is not known as it is stands in some text in another form.</param>
    public Understanding(SearchWords words, IEnumerable<string> texts, Func<string, bool>? stands = null)
    {
        _small = [.. words.Small.SelectMany(Tokens.Folded)];
        _everyday = [.. words.Everyday.SelectMany(one => one.Said.Select(said => (Large(said), one.Means.Select(Large).ToArray(), one.Means.ToArray()))).OrderByDescending(one => one.Item1.Length)];
        _spelling = new(texts.Concat(words.Everyday.SelectMany(one => one.Said)).SelectMany(Tokens.Of));
        _stands = stands ?? (_ => false);
    }

    /// <param name="asTyped">Every word just as it stands there.</param>
    public Wanted Read(string asked, bool asTyped = false)
    {
        var typed = Tokens.Folded(asked).Take(MostWords).ToArray();
        if (asTyped) return new([.. typed.Select(word => Single(word))], null, null);
        var mended = typed.SelectMany(word => IsKnown(word) || _spelling.Mend(word) is not { } better ? [word] : better).ToArray();
        var corrected = mended.SequenceEqual(typed) ? null : string.Join(' ', mended.Select(_spelling.Written));
        var (things, also) = Things([.. mended.Where(IsLarge) is var large && large.Any() ? large : mended]);
        return new(things, corrected, also.Count == 0 ? null : string.Join(", ", also.Distinct()));
    }

    (ImmutableArray<Thing>, List<string>) Things(string[] words)
    {
        var things = ImmutableArray.CreateBuilder<Thing>();
        var also = new List<string>();
        for (var at = 0; at < words.Length;)
        {
            var rest = words.AsSpan(at);
            if (EverydayAt(rest) is { } found)
            {
                things.Add(new([Way(rest[..found.Said.Length]), .. found.Means.Select(means => Way(means))]));
                also.AddRange(found.Written);
                at += found.Said.Length;
            }
            else if (rest.Length > 1 && _spelling.Knows(rest[0] + rest[1]))
            {
                things.Add(new([Way(rest[..2]), [new(rest[0] + rest[1], Begins: false)]]));
                at += 2;
            }
            else
            {
                things.Add(Single(rest[0]));
                at++;
            }
        }
        return (things.ToImmutable(), also);
    }

    (string[] Said, string[][] Means, string[] Written)? EverydayAt(ReadOnlySpan<string> words)
    {
        foreach (var one in _everyday)
        {
            if (one.Said.Length == 0 || one.Said.Length > words.Length) continue;
            var same = true;
            for (var i = 0; i < one.Said.Length && same; i++) same = Tokens.IsSame(words[i], one.Said[i]);
            if (same) return one;
        }
        return null;
    }

    ImmutableArray<Sought> Way(ReadOnlySpan<string> words)
    {
        var way = ImmutableArray.CreateBuilder<Sought>(words.Length);
        foreach (var word in words) way.Add(new(word, !IsKnown(word)));
        return way.MoveToImmutable();
    }

    Thing Single(string word) => new([Way([word])]);

    bool IsKnown(string word) => _spelling.Knows(word) || _spelling.Knows(word[^1] == 's' ? word[..^1] : word + "s") || _stands(word);

    bool IsLarge(string word) => !_small.Contains(word);

    string[] Large(string text) => [.. Tokens.Folded(text).Where(IsLarge)];
}
