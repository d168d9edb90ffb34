using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Model;
using Mainstay.Body.Motions;
using Mainstay.Moves.Solving;

namespace Mainstay.Moves.Verify;

/// <summary>Where floor and props carry the body: every point of contact of the skeleton that is near one of their faces.</summary>
sealed class Rests(BodyModel model, Frames frames)
{
    const int MostGrips = Workspace.MaxContacts / 4 - 2;
    const double Near = 0.03;
    const double Deep = -0.05;
    /// <summary>Beyond the edge of a seat or a bed that still counts.</summary>
    const double Edge = 0.06;

    /// <summary>Points that grip: the others only lie.</summary>
    static readonly string[] Grips = ["heel", "toe", "knee", "shin", "hand", "elbow", "seat", "buttock", "thigh"];

    /// <param name="contacts">What the motion says is touched at this moment.</param>
    public ImmutableArray<Support> Find(ImmutableArray<Prop> props, ImmutableArray<Contact> contacts)
    {
        var found = ImmutableArray.CreateBuilder<Support>();
        foreach (var contact in contacts)
            if (contact.Part is not null) Add(found, OfPart(contact, props));
            else if (contact.Flat is not null) Add(found, new Support { At = contact.Flat, Friction = true });
            else if (contact.Meets is not null) Add(found, OfMeeting(contact));
        foreach (var prop in props) Add(found, OfStrap(prop));
        for (var c = 0; c < model.ContactIds.Length; c++)
        {
            var p = Place(c);
            var bare = BodyPoints.Split(model.ContactIds[c]).Name;
            foreach (var (surface, normal) in Faces(props, p))
            {
                if (surface.Gap(p.X, p.Y, p.Z) is not (<= Near and >= Deep)) continue;
                Add(found, new Support { At = model.ContactIds[c], Normal = normal, Friction = Grips.Contains(bare) });
                break;
            }
        }
        // Each one that grips takes four columns of the load-sharing.
        return found.Count <= MostGrips ? [.. found.Select(support => support with { Friction = true })] : found.ToImmutable();
    }

    static void Add(ImmutableArray<Support>.Builder found, Support? support)
    {
        if (support is not null && !found.Any(known => known.At == support.At && known.Against == support.Against)) found.Add(support);
    }

    /// <summary>A patch that is said to rest on something does, however the model's points of contact lie.</summary>
    Support? OfPart(Contact contact, ImmutableArray<Prop> props)
    {
        var (name, side) = BodyPoints.Split(contact.Part!);
        var patch = BodyPoints.Parts.First(part => part.Name == name);
        var body = BodyPoints.BodyOf(model, patch.Body, side);
        var surface = contact.On is { } on ? Surface.On(on, props, model.Scale) : Surface.Against(contact.Against!, props, model.Scale);
        var own = Enumerable.Range(0, model.ContactIds.Length).Where(c => model.ContactBody[c] == body && (side is not null || model.ContactIds[c].EndsWith("_r", StringComparison.Ordinal))).ToArray();
        if (own.Length == 0) return null;
        var c = own.MinBy(c => Place(c) is var p ? surface.Gap(p.X, p.Y, p.Z) : 0);
        var at = Place(c);
        ImmutableArray<double> normal = surface.Round ? [at.X - surface.X, surface.Long ? 0 : at.Y - surface.Y, at.Z - surface.Z] : [surface.Nx, surface.Ny, surface.Nz];
        return new Support { At = model.ContactIds[c], Normal = normal, Friction = true };
    }

    /// <summary>A part that lies on a limb is pushed off by it; hands behind a leg draw it to the chest.</summary>
    Support? OfMeeting(Contact contact)
    {
        var (spot, other) = (BodyPoints.Find(model, contact.Point!, contact.Offset), BodyPoints.Find(model, contact.Meets!, contact.There));
        if (spot.Body == other.Body) return null;
        var (p, q) = (frames.Point(spot.Body, spot.X, spot.Y, spot.Z), frames.Point(other.Body, other.X, other.Y, other.Z));
        var name = BodyPoints.Split(contact.Meets!).Name;
        if (model.BodyIds[spot.Body].StartsWith("hand", StringComparison.Ordinal) && (name.EndsWith("_back", StringComparison.Ordinal) || name is "calf" or "shin" or "knee" or "foot_arch" or "sole_mid" or "ankle" or "toe_tip"))
            return Drawn(other.Body, q, spot.Body);
        if (Nearest(spot.Body, p) is not { } at) return null;
        // From the other limb's bone outwards.
        var along = frames.Rotation.AsSpan(9 * other.Body, 9);
        double dx = p.X - frames.Origin[3 * other.Body], dy = p.Y - frames.Origin[3 * other.Body + 1], dz = p.Z - frames.Origin[3 * other.Body + 2];
        var t = dx * along[2] + dy * along[5] + dz * along[8];
        return new Support { At = model.ContactIds[at], Normal = [dx - t * along[2], dy - t * along[5], dz - t * along[8]], Friction = true, Against = model.BodyIds[other.Body] };
    }

    /// <summary>A strap round a foot, held in the hands.</summary>
    Support? OfStrap(Prop prop)
    {
        if (prop.Is is not (PropKind.Strap or PropKind.Towel or PropKind.Band) || prop.Through.Length < 3 || prop.Through.Contains("anchor")) return null;
        var (middle, end) = (BodyPoints.Find(model, prop.Through[prop.Through.Length / 2], []), BodyPoints.Find(model, prop.Through[0], []));
        return Drawn(middle.Body, frames.Point(middle.Body, middle.X, middle.Y, middle.Z), end.Body);
    }

    Support? Drawn(int body, (double X, double Y, double Z) from, int by)
    {
        var to = frames.Point(model.Body("thorax_up"), 0.05 * model.Scale, 0, 0);
        return Nearest(body, from) is not { } at ? null
            : new Support { At = model.ContactIds[at], Normal = [to.X - from.X, to.Y - from.Y, to.Z - from.Z], Friction = true, Against = model.BodyIds[by] };
    }

    int? Nearest(int body, (double X, double Y, double Z) p)
    {
        var own = Enumerable.Range(0, model.ContactIds.Length).Where(c => model.ContactBody[c] == body).ToArray();
        return own.Length == 0 ? null : own.MinBy(c => Place(c) is var q ? Math.Pow(q.X - p.X, 2) + Math.Pow(q.Y - p.Y, 2) + Math.Pow(q.Z - p.Z, 2) : 0);
    }

    (double X, double Y, double Z) Place(int contact) =>
        frames.Point(model.ContactBody[contact], model.ContactLocal[3 * contact], model.ContactLocal[3 * contact + 1], model.ContactLocal[3 * contact + 2]);

    /// <summary>Upper faces that are under a place, highest first, then upright ones.</summary>
    public IEnumerable<(Surface Surface, ImmutableArray<double> Normal)> Faces(ImmutableArray<Prop> props, (double X, double Y, double Z) p)
    {
        var k = model.Scale;
        foreach (var prop in props.Where(prop => prop.Height is not null && Under(prop, p.X / k, p.Y / k)).OrderByDescending(prop => prop.Height))
            yield return (Surface.Level(k * prop.Height!.Value), [0, 0, 1]);
        yield return (Surface.Level(0), [0, 0, 1]);
        foreach (var prop in props)
        {
            if (prop.Is is PropKind.Wall or PropKind.Door || prop.Is == PropKind.Chair && prop.Back is not 0 && p.Z > k * prop.Height!.Value && p.Z < k * (prop.Height.Value + (prop.Back ?? 0.44)))
            {
                var (x, y) = Surface.Way(prop.Faces);
                yield return (Surface.Against(prop.Name, props, k), [x, y, 0]);
            }
            if (prop.Is is not (PropKind.Ball or PropKind.Roller)) continue;
            double dx = p.X - k * prop.At[0], dy = prop.Is == PropKind.Roller ? 0 : p.Y - k * prop.At[1], dz = p.Z - k * prop.At[2];
            if (dx * dx + dy * dy + dz * dz > 0) yield return (Surface.Against(prop.Name, props, k), [dx, dy, dz]);
        }
    }

    static bool Under(Prop prop, double x, double y) => prop.Is switch
    {
        PropKind.Chair or PropKind.Stool => Math.Abs(x - prop.At[0]) < (prop.Depth ?? 0.42) / 2 + Edge && Math.Abs(y - prop.At[1]) < (prop.Width ?? 0.44) / 2 + Edge,
        PropKind.Mat or PropKind.Bed or PropKind.Desk => In(prop.X, x) && (prop.Y.IsEmpty ? Math.Abs(y) < (prop.Is == PropKind.Mat ? 0.32 : 0.5) + Edge : In(prop.Y, y)),
        _ => In(prop.X, x) && In(prop.Y, y),
    };

    static bool In(ImmutableArray<double> range, double at) => range.IsEmpty || at > range[0] - Edge && at < range[1] + Edge;
}
