using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Care;
using Microsoft.Extensions.Primitives;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Trends;

/// <summary>What is to be compared, as it was written; null where that cannot be read.</summary>
/// <param name="BlockDays">3 to 5.</param>
/// <param name="Pairs">2 to 5 pairs of blocks.</param>
public sealed record TrialForm(RemedyKind? A, RemedyKind? B, int? BlockDays, int? Pairs)
{
    public const int LeastDays = 3, MostDays = 5, LeastPairs = 2, MostPairs = 5, UsualDays = 4, UsualPairs = 3;

    public static TrialForm Read(IEnumerable<KeyValuePair<string, StringValues>> fields)
    {
        var sent = fields.ToDictionary(field => field.Key, field => field.Value.ToString());
        return new(Kind("a"), Kind("b"), Number("days", UsualDays), Number("pairs", UsualPairs));

        RemedyKind? Kind(string name) => Enum.GetValues<RemedyKind>().Where(kind => Id(kind) == sent.GetValueOrDefault(name)).Select(kind => (RemedyKind?)kind).FirstOrDefault();
        int? Number(string name, int usual) => !sent.TryGetValue(name, out var text) ? usual : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    public static string Id(RemedyKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Field → what is wrong with it.</summary>
    /// <param name="free">What this person may compare today.</param>
    /// <param name="running">Another one runs.</param>
    public ImmutableDictionary<string, string> Wrong(ImmutableArray<RemedyKind> free, bool running)
    {
        var wrong = ImmutableDictionary.CreateBuilder<string, string>();
        if (running) wrong["all"] = N("One test runs already. Let it end, or stop it first.");
        if (A is not { } a || !free.Contains(a)) wrong["a"] = N("Choose one of these.");
        if (B is not { } b || !free.Contains(b)) wrong["b"] = N("Choose one of these.");
        else if (A == B) wrong["b"] = N("Choose another one than above.");
        if (BlockDays is not (>= LeastDays and <= MostDays)) wrong["days"] = N("Choose 3, 4 or 5 days.");
        if (Pairs is not (>= LeastPairs and <= MostPairs)) wrong["pairs"] = N("Choose from 2 to 5 rounds.");
        return wrong.ToImmutable();
    }
}

/// <param name="Free">What may be compared.</param>
/// <param name="Left">What is left out for safety, with the reason.</param>
/// <param name="Running">The one that runs.</param>
/// <param name="Errors">By field.</param>
public sealed record CompareModel(TrialForm Form, ImmutableArray<RemedyKind> Free, ImmutableArray<(RemedyKind Kind, string Says)> Left, TrialNow? Running, ImmutableDictionary<string, string> Errors);
