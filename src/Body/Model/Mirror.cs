using System.Collections.Immutable;
using Mainstay.Body.Anatomy;

namespace Mainstay.Body.Model;

/// <summary>The left side from the right: y changes sign, and an axis (a pseudovector) keeps only its y.</summary>
static class Mirror
{
    public static bool IsRight(string id) => id.EndsWith("_r", StringComparison.Ordinal);

    public static string Id(string id) => IsRight(id) ? id[..^2] + "_l" : id.Replace("_r_", "_l_", StringComparison.Ordinal);

    public static ImmutableArray<double> Point(ImmutableArray<double> p) => [p[0], -p[1], p[2]];

    public static ImmutableArray<double> Axis(ImmutableArray<double> a) => [-a[0], a[1], -a[2]];

    public static IEnumerable<BodyPart> Bodies(ImmutableArray<BodyPart> bodies) =>
        bodies.Concat(bodies.Where(body => IsRight(body.Id)).Select(body => body with
        {
            Id = Id(body.Id),
            Parent = Id(body.Parent!),
            Joint = Point(body.Joint),
            Com = Point(body.Com),
            Angles = [.. body.Angles.Select(angle => angle with { Id = Id(angle.Id), Axis = Axis(angle.Axis) })],
        }));

    public static IEnumerable<ContactPoint> Contacts(ImmutableArray<ContactPoint> contacts) =>
        contacts.Concat(contacts.Where(contact => IsRight(contact.Id))
            .Select(contact => contact with { Id = Id(contact.Id), Body = Id(contact.Body), At = Point(contact.At) }));

    /// <summary>Lines of a group on both sides, their ids ending in "-r" and "-l"; middle lines once, as they are.</summary>
    public static IEnumerable<MuscleLine> Lines(MuscleGroup group) =>
        group.Lines.Select(line => line.Middle ? line : line with { Id = line.Id + "-r" })
            .Concat(group.Lines.Where(line => !line.Middle).Select(line => line with
            {
                Id = line.Id + "-l",
                Points = [.. line.Points.Select(p => p with { On = Id(p.On), With = p.With is null ? null : Id(p.With), At = Point(p.At) })],
            }));
}
