namespace Mainstay.Web.Find;

/// <summary>How far one word is from another in slips of the fingers.</summary>
static class Edits
{
    /// <summary>A letter that was left out, doubled or swapped with its neighbour is the usual slip; another letter in its place is rarer.</summary>
    const double Slip = 1, Other = 1.3, OtherFirst = 1.9;

    /// <summary>The optimal string alignment distance with these costs (Damerau 1964, Boytsov 2011).</summary>
    /// <param name="most">The search may stop beyond it; then the result is infinite.</param>
    public static double Between(string typed, string known, double most)
    {
        if (Math.Abs(typed.Length - known.Length) * Slip > most) return double.PositiveInfinity;
        Span<double> before = stackalloc double[known.Length + 1], last = stackalloc double[known.Length + 1], row = stackalloc double[known.Length + 1];
        for (var j = 0; j <= known.Length; j++) last[j] = j * Slip;
        for (var i = 1; i <= typed.Length; i++)
        {
            var least = row[0] = i * Slip;
            for (var j = 1; j <= known.Length; j++)
            {
                var same = typed[i - 1] == known[j - 1];
                var cost = Math.Min(Math.Min(last[j], row[j - 1]) + Slip, last[j - 1] + (same ? 0 : i == 1 && j == 1 ? OtherFirst : Other));
                if (i > 1 && j > 1 && typed[i - 1] == known[j - 2] && typed[i - 2] == known[j - 1]) cost = Math.Min(cost, before[j - 2] + Slip);
                row[j] = cost;
                least = Math.Min(least, cost);
            }
            if (least > most) return double.PositiveInfinity;
            last.CopyTo(before);
            row.CopyTo(last);
        }
        return last[known.Length] <= most ? last[known.Length] : double.PositiveInfinity;
    }
}
