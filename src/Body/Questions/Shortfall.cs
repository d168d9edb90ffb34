using Mainstay.Body.Model;

namespace Mainstay.Body.Questions;

/// <summary>Something the muscles or the supports could not balance.</summary>
/// <param name="Where">An angle's id, "balance" where the body as a whole would tip, "grip" where supports cannot hold it up.</param>
/// <param name="Amount">Nm, or N for "grip".</param>
/// <param name="Muscles">Who is too weak: "hip extensors".</param>
public sealed record Shortfall(string Where, double Amount, string Muscles)
{
    const double LeastNm = 1;
    const double LeastRootNm = 5;
    const double LeastN = 10;

    /// <summary>Largest first; empty where everything is held.</summary>
    public static IReadOnlyList<Shortfall> Of(Workspace work)
    {
        var model = work.Model;
        var tuning = model.Anatomy.Tuning;
        var found = new List<Shortfall>();
        for (var j = 0; j < 6 && work.Contacts > 0; j++)
        {
            var missing = tuning.RootReserve * work.Multiplier[j];
            if (Math.Abs(missing) > (j < 3 ? LeastN : LeastRootNm))
                found.Add(new Shortfall(j < 3 ? "grip" : "balance", Math.Abs(missing), j < 3 ? "the supports" : "nobody: the body would tip over"));
        }
        for (var h = 0; h < model.AngleIds.Length; h++)
        {
            var row = model.RowOfHinge[h];
            if (row >= model.BalancedRows) continue;
            var missing = tuning.Reserve * work.Multiplier[row];
            if (Math.Abs(missing) > LeastNm) found.Add(new Shortfall(model.AngleIds[h], Math.Abs(missing), Names(model.AngleIds[h], missing > 0)));
        }
        return [.. found.OrderByDescending(shortfall => shortfall.Amount)];
    }

    /// <summary>As a sentence: "too heavy: the hip extensors lack 40 Nm". Null where everything is held.</summary>
    public static string? Sentence(Workspace work) => Of(work) switch
    {
        [] => null,
        [{ Where: "balance" }, ..] => "the body would tip over: nothing holds it up on that side",
        [{ Where: "grip" } first, ..] => $"the supports lack {first.Amount:0} N",
        [var first, ..] => $"too heavy: the {first.Muscles} lack {first.Amount:0} Nm",
    };

    /// <param name="forward">The missing moment would turn the angle towards positive.</param>
    static string Names(string angle, bool forward)
    {
        var (area, way) = (angle[..angle.LastIndexOf('_')], angle[(angle.LastIndexOf('_') + 1)..]);
        var place = area.Split('_')[0] switch { "hip" => "hip", "knee" => "knee", "ankle" => "ankle", _ => "trunk" };
        return (place, way) switch
        {
            ("ankle", "dorsiflexion") => forward ? "lifters of the foot" : "calf muscles",
            (_, "flexion") => $"{place} {(forward ? "flexors" : "extensors")}",
            ("hip", "abduction") => forward ? "hip abductors" : "hip adductors",
            (_, "side") => "side muscles of the trunk",
            _ => $"rotators of the {place}",
        };
    }
}
