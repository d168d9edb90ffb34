using Mainstay.Body.Model;

namespace Mainstay.Body.Postures;

/// <summary>Tightness and weakness by name of a muscle group, of a family of groups, or of one line.</summary>
public static class BodyCondition
{
    /// <summary>Names people use, and the groups they mean.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Families = new Dictionary<string, string[]>
    {
        ["hamstrings"] = ["biceps-femoris-long", "semimembranosus", "semitendinosus"],
        ["hip-flexors"] = ["psoas", "iliacus", "rectus-femoris", "tensor-fasciae-latae", "sartorius"],
        ["erector-spinae"] = ["longissimus-lumborum", "iliocostalis-lumborum", "longissimus-thoracis", "iliocostalis-thoracis"],
        ["back"] = ["longissimus-lumborum", "iliocostalis-lumborum", "longissimus-thoracis", "iliocostalis-thoracis", "multifidus"],
        ["abdominals"] = ["rectus-abdominis", "external-oblique", "internal-oblique"],
        ["glutes"] = ["gluteus-maximus", "gluteus-medius", "gluteus-minimus"],
        ["quadriceps"] = ["rectus-femoris", "vasti"],
        ["calf"] = ["gastrocnemius", "soleus"],
        ["neck"] = ["sternocleidomastoid", "splenius", "semispinalis", "scalenes", "suboccipitals", "levator-scapulae"],
        ["pectorals"] = ["pectoralis-major", "pectoralis-minor"],
    };

    /// <param name="tightness">Shift of the passive curve as a fraction of the optimal fibre length, 0 to 0.3. Adds up over calls.</param>
    /// <exception cref="BodyException">Unknown name, or a figure outside its range.</exception>
    public static void Tighten(Workspace work, string name, double tightness)
    {
        if (!(tightness is >= 0 and <= 0.3)) throw new BodyException($"a tightness of {tightness} for '{name}' is outside 0 to 0.3");
        foreach (var i in LinesOf(work.Model, name)) work.Tightness[i] = Math.Min(work.Tightness[i] + tightness, 0.3);
    }

    /// <param name="strength">What is left of the strength, above 0 up to 1.</param>
    public static void Weaken(Workspace work, string name, double strength)
    {
        if (!(strength is > 0 and <= 1)) throw new BodyException($"a strength of {strength} for '{name}' is outside 0 to 1");
        foreach (var i in LinesOf(work.Model, name)) work.Strength[i] = strength;
    }

    public static void Clear(Workspace work)
    {
        Array.Clear(work.Tightness);
        Array.Fill(work.Strength, 1);
        Array.Fill(work.PassiveFactor, 1);
        Array.Fill(work.ArmFactor, 1);
        work.ArmsVary = false;
    }

    /// <summary>The name people use for a group: the first family that holds it, or its own.</summary>
    public static string FamilyOf(string group) => Families.FirstOrDefault(family => family.Value.Contains(group)).Key ?? group;

    /// <summary>Lines of a family, a group or one line.</summary>
    public static IReadOnlyList<int> LinesOf(BodyModel model, string name)
    {
        string[] groups = Families.TryGetValue(name, out var family) ? family : [name];
        int[] lines = [.. Enumerable.Range(0, model.MuscleCount).Where(i => groups.Contains(model.GroupIds[model.GroupOf[i]]) || model.MuscleIds[i] == name)];
        return lines.Length > 0 ? lines
            : throw new BodyException($"'{name}' is not a muscle; there are: {string.Join(", ", Families.Keys.Concat(model.GroupIds))}");
    }
}
