using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Model;

namespace Mainstay.Body.Postures;

/// <summary>Supports to columns of the load-sharing: without friction the normal, with friction the four edges of its cone. Each only pushes.</summary>
public static class SupportSetter
{
    const double MostPush = 6;

    public static void Apply(ImmutableArray<Support> supports, Workspace work)
    {
        var model = work.Model;
        (work.Contacts, work.TrunkSupported) = (0, false);
        foreach (var support in supports)
        {
            var points = Points(model, support.At);
            foreach (var point in points)
            {
                var against = support.Against is null ? -1 : Against(model, support.Against, model.ContactIds[point]);
                var n = support.Normal;
                if (n.Length != 3 || !(n[0] * n[0] + n[1] * n[1] + n[2] * n[2] > 0)) throw new BodyException($"the support at '{support.At}' pushes in no direction");
                var normal = Unit(n[0], n[1], n[2]);
                AddCone(work, point, against, normal, support.Friction ? model.Anatomy.Tuning.Friction : 0);
                work.TrunkSupported |= model.Carries[model.LevelBody[0], model.ContactBody[point]];
            }
        }
    }

    static void AddCone(Workspace work, int point, int against, (double X, double Y, double Z) n, double friction)
    {
        var cost = work.Model.ContactCost[point];
        if (friction <= 0)
        {
            Add(work, point, against, n, 0, MostPush, cost);
            return;
        }
        var s = Math.Abs(n.Y) < 0.9 ? Cross(n, (0, 1, 0)) : Cross(n, (1, 0, 0));
        var t = Cross(n, s);
        foreach (var (along, across) in new[] { (friction, 0.0), (-friction, 0.0), (0.0, friction), (0.0, -friction) })
            Add(work, point, against, (n.X + along * s.X + across * t.X, n.Y + along * s.Y + across * t.Y, n.Z + along * s.Z + across * t.Z), 0, MostPush, cost);
    }

    /// <summary>Both of a pair, or the one.</summary>
    internal static int[] Points(BodyModel model, string id)
    {
        if (model.ContactIds.IndexOf(id) is >= 0 and var one) return [one];
        if (model.ContactIds.IndexOf(id + "_r") is >= 0 and var right) return [right, model.ContactIds.IndexOf(id + "_l")];
        throw new BodyException($"'{id}' is not a point of contact; there are: {string.Join(", ", model.ContactIds)}");
    }

    static int Against(BodyModel model, string id, string contact) =>
        model.BodyIds.IndexOf(id) is >= 0 and var one ? one : model.Body(id + (contact.EndsWith("_l", StringComparison.Ordinal) ? "_l" : "_r"));

    static void Add(Workspace work, int point, int against, (double X, double Y, double Z) d, double low, double high, double cost)
    {
        if (work.Contacts == Workspace.MaxContacts) throw new BodyException($"supports with more than {Workspace.MaxContacts} forces");
        var (c, model) = (work.Contacts++, work.Model);
        (work.ContactPoint[c], work.ContactBody[c], work.ContactAgainst[c]) = (point, model.ContactBody[point], against);
        (work.ContactDirection[3 * c], work.ContactDirection[3 * c + 1], work.ContactDirection[3 * c + 2]) = d;
        var i = model.MuscleCount + c;
        (work.Low[i], work.High[i], work.InverseEffort[i]) = (low, high, 1 / cost);
    }

    static (double X, double Y, double Z) Unit(double x, double y, double z)
    {
        var length = Math.Sqrt(x * x + y * y + z * z);
        return (x / length, y / length, z / length);
    }

    static (double X, double Y, double Z) Cross((double X, double Y, double Z) a, (double X, double Y, double Z) b)
    {
        var (x, y, z) = (a.Y * b.Z - a.Z * b.Y, a.Z * b.X - a.X * b.Z, a.X * b.Y - a.Y * b.X);
        return Unit(x, y, z);
    }
}
