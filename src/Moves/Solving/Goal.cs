using System.Collections.Immutable;
using Mainstay.Body.Model;
using Mainstay.Body.Motions;

namespace Mainstay.Moves.Solving;

/// <summary>A contact made ready to be measured, many times.</summary>
/// <param name="OneSided">Only sinking in counts.</param>
sealed record Goal(Contact Contact, Surface Surface, bool OneSided, (int Body, double X, double Y, double Z) Spot, (int Body, double X, double Y, double Z) Other, int Body)
{
    const double Direction = 0.15;

    public static Goal Of(Contact contact, ImmutableArray<Prop> props, BodyModel model, bool oneSided = false)
    {
        var surface = contact.On is { } on ? Surface.On(on, props, model.Scale) : contact.Against is { } against ? Surface.Against(against, props, model.Scale) : default;
        var spot = contact.Point is { } point ? BodyPoints.Find(model, point, contact.Offset) : default;
        var other = contact.Meets is { } meets ? BodyPoints.Find(model, meets, contact.There) : default;
        var body = (contact.Flat ?? contact.Aim) is { } name && BodyPoints.Split(name) is var (bare, side) ? BodyPoints.BodyOf(model, bare, side) : -1;
        return new Goal(contact, surface, oneSided, spot, other, body);
    }

    /// <summary>Adds what is missing, in metres times weight (a direction counts 15 cm for all of it).</summary>
    public void Measure(Touch touch, Frames frames, List<double> into)
    {
        var (w, k) = (Contact.Weight, frames.Model.Scale);
        if (Contact.Part is { } part)
        {
            var gap = touch.Gap(part, Surface) + k * Contact.Sink;
            into.Add(w * (OneSided ? Math.Min(gap, 0) : gap));
        }
        else if (Contact.Point is not null)
        {
            var p = frames.Point(Spot.Body, Spot.X, Spot.Y, Spot.Z);
            if (Contact.Meets is not null)
            {
                var q = frames.Point(Other.Body, Other.X, Other.Y, Other.Z);
                into.Add(w * (p.X - q.X));
                into.Add(w * (p.Y - q.Y));
                into.Add(w * (p.Z - q.Z));
            }
            else Held(p.X, p.Y, p.Z, w, k, into);
        }
        else
        {
            var r = frames.Rotation.AsSpan(9 * Body, 9);
            double ax = 0, ay = 0, az = -1;
            if (Contact.Aim is not null) (ax, ay, az) = (Contact.Axis[0], Contact.Axis[1], Contact.Axis[2]);
            double x = r[0] * ax + r[1] * ay + r[2] * az, y = r[3] * ax + r[4] * ay + r[5] * az, z = r[6] * ax + r[7] * ay + r[8] * az;
            // Fingers point a little down: the heel of the hand is thicker than they are.
            if (Contact.Flat is not null) into.Add(Direction * w * (z + 0.1));
            else Held(x, y, z, Direction * w, 1, into);
        }
    }

    void Held(double x, double y, double z, double w, double k, List<double> into)
    {
        if (Contact.X is { } tx) into.Add(w * (x - k * tx));
        if (Contact.Y is { } ty) into.Add(w * (y - k * ty));
        if (Contact.Z is { } tz) into.Add(w * (z - k * tz));
    }
}
