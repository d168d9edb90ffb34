using Mainstay.Body.Model;

namespace Mainstay.Body.Questions;

/// <summary>Which muscle groups are one rope to whoever reads the ranking.</summary>
/// <param name="Names">Each rope's name, in the order of the model's groups.</param>
/// <param name="OfGroup">By number of the group: the number of its rope.</param>
/// <param name="Active">Some group of the rope can contract.</param>
sealed record Ropes(string[] Names, int[] OfGroup, bool[] Active)
{
    /// <param name="called">Null: each group by its own name.</param>
    public static Ropes Of(BodyModel model, Func<string, string>? called)
    {
        var each = model.GroupIds.Select(called ?? (id => id)).ToArray();
        string[] names = [.. each.Distinct(StringComparer.Ordinal)];
        var of = each.Select(name => Array.IndexOf(names, name)).ToArray();
        var active = new bool[names.Length];
        for (var g = 0; g < of.Length; g++) active[of[g]] |= model.Anatomy.Groups[g].Active;
        return new(names, of, active);
    }

    /// <param name="line">Number of a muscle line.</param>
    public int Of(BodyModel model, int line) => OfGroup[model.GroupOf[line]];
}
