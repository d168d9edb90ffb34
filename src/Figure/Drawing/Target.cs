using Mainstay.Body.Anatomy;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;

namespace Mainstay.Figure.Drawing;

/// <summary>A muscle to be shown in gold.</summary>
/// <param name="Id">A group, family or line of the body model, or a name the exercises use ("calves"); with _r or _l for one side.</param>
/// <param name="Tension">0 to 1: how full the band is.</param>
public sealed record Target(string Id, double Tension = 1)
{
    /// <summary>Names of the exercises that are none of the body model's: what is shown for them, if anything can be.</summary>
    static readonly Dictionary<string, string[]> Other = new()
    {
        ["calves"] = ["gastrocnemius", "soleus"], ["obliques"] = ["external-oblique", "internal-oblique"], ["deep-abdominals"] = ["internal-oblique"],
        ["trapezius-mid"] = ["trapezius-middle"], ["trapezius-lower"] = ["trapezius-lower-1", "trapezius-lower-2"], ["levator"] = ["levator-scapulae"],
        ["whole-back"] = ["back"], ["thoracic-spine"] = ["longissimus-thoracis", "iliocostalis-thoracis"], ["lumbar-spine"] = ["longissimus-lumborum", "iliocostalis-lumborum"],
        ["pelvis"] = [], ["diaphragm"] = [], ["sciatic-nerve"] = ["hamstrings"], ["grip"] = [], ["whole-body"] = [], ["calming"] = [],
    };

    /// <summary>The lines, right side or middle, and whether the right, the left or both are meant.</summary>
    /// <exception cref="FigureException">There is no such muscle.</exception>
    internal (IEnumerable<(MuscleGroup Group, MuscleLine Line)> Lines, bool Right, bool Left) Find(BodyModel model)
    {
        var (right, left) = (Id.EndsWith("_r", StringComparison.Ordinal), Id.EndsWith("_l", StringComparison.Ordinal));
        var name = right || left ? Id[..^2] : Id;
        string[] names = Other.TryGetValue(name, out var others) ? others : [name];
        names = [.. names.SelectMany(one => BodyCondition.Families.TryGetValue(one, out var family) ? family : [one])];
        var lines = model.Anatomy.Groups.SelectMany(group => group.Lines.Where(line => names.Contains(group.Id) || names.Contains(line.Id)).Select(line => (group, line))).ToArray();
        if (lines.Length == 0 && names.Length > 0)
            throw new FigureException($"'{Id}' is not a muscle; there are: {string.Join(", ", BodyCondition.Families.Keys.Concat(Other.Keys).Concat(model.GroupIds))}");
        return (lines, right || !left, left || !right);
    }
}
