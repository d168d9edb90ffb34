using System.Collections.Immutable;
using Mainstay.Body.Anatomy;

namespace Mainstay.Body.Model;

/// <summary>Anatomy and a person to a <see cref="BodyModel"/>.</summary>
public static class ModelBuilder
{
    /// <exception cref="BodyException">The anatomy contradicts itself; the message says where.</exception>
    public static BodyModel Build(AnatomyData anatomy, Person person)
    {
        var scale = person.HeightM / anatomy.Skeleton.HeightM;
        var bodies = Mirror.Bodies(anatomy.Skeleton.Bodies).ToArray();
        var ids = bodies.Select(body => body.Id).ToImmutableArray();
        int Find(string id, string user) => ids.IndexOf(id) is >= 0 and var at ? at : throw new BodyException($"{user} names a body '{id}' that is not there");

        var parent = bodies.Select((body, i) => i == 0 ? -1 : Find(body.Parent ?? "", body.Id)).ToArray();
        if (parent.Where((p, i) => i > 0 && p >= i).Any()) throw new BodyException("a body of the skeleton stands before its parent");
        var rows = Rows(bodies);
        var hinges = bodies.SelectMany(body => body.Angles).ToArray();
        var carries = Carries(parent);
        var levels = anatomy.Skeleton.Levels;
        var levelBody = levels.Select(level => Find(level.Body, level.Id)).ToArray();
        var paths = new PathCompiler(ids, parent, rows.RowStart, bodies, carries, scale);
        foreach (var group in anatomy.Groups)
            foreach (var line in Mirror.Lines(group)) paths.Add(line);
        var contacts = Mirror.Contacts(anatomy.Skeleton.Contacts).ToArray();
        var contactBody = contacts.Select(contact => Find(contact.Body, contact.Id)).ToArray();

        return new BodyModel
        {
            Person = person, Anatomy = anatomy, Scale = scale,
            BodyIds = ids, Parent = parent,
            Offset = [.. bodies.SelectMany((body, i) => Difference(body.Joint, i == 0 ? [0, 0, 0] : bodies[parent[i]].Joint, scale))],
            Com = [.. bodies.SelectMany(body => Difference(body.Com, body.Joint, scale))],
            Mass = [.. bodies.Select(body => person.MassKg * (person.Sex == Sex.Male ? body.MassMale : body.MassFemale))],
            HingeStart = rows.HingeStart, HingeCount = [.. bodies.Select(body => body.Angles.Length)], RowStart = rows.RowStart,
            Balanced = [.. bodies.Select(body => body.Balanced)], Carries = carries,
            AngleIds = [.. hinges.Select(hinge => hinge.Id)],
            AngleMin = [.. hinges.Select(hinge => double.DegreesToRadians(hinge.MinDeg))],
            AngleMax = [.. hinges.Select(hinge => double.DegreesToRadians(hinge.MaxDeg))],
            Axis = [.. hinges.SelectMany(hinge => Unit(hinge.Axis, hinge.Id))], RowOfHinge = rows.RowOfHinge,
            Springs = [.. bodies.SelectMany((body, b) => body.Angles.Select(angle => Spring(angle, Array.IndexOf(levelBody, b), anatomy.Tuning, person, scale)))],
            Rows = rows.Count, BalancedRows = rows.Balanced,
            PointBody = [.. paths.PointBody], PointLocal = [.. paths.PointLocal], Blends = [.. paths.Blends],
            Lines = LineParameters.Make(anatomy, person, paths, scale),
            MuscleIds = [.. anatomy.Groups.SelectMany(Mirror.Lines).Select(line => line.Id)],
            GroupIds = [.. anatomy.Groups.Select(group => group.Id)],
            GroupOf = [.. anatomy.Groups.SelectMany((group, g) => Mirror.Lines(group).Select(_ => g))],
            LevelIds = [.. levels.Select(level => level.Id)], LevelBody = levelBody,
            LevelPairs = [.. levelBody.Select(b => paths.Crossing(b).ToArray())],
            DiscNormal = [.. levels.SelectMany(level => new[] { Math.Sin(Rad(level.TiltDeg)), 0, Math.Cos(Rad(level.TiltDeg)) })],
            DiscForward = [.. levels.SelectMany(level => new[] { Math.Cos(Rad(level.TiltDeg)), 0, -Math.Sin(Rad(level.TiltDeg)) })],
            DiscAreaM2 = [.. levels.Select(level => level.AreaCm2 * 1e-4 * scale * scale)],
            ContactIds = [.. contacts.Select(contact => contact.Id)], ContactBody = contactBody,
            ContactLocal = [.. contacts.SelectMany((contact, i) => Difference(contact.At, bodies[contactBody[i]].Joint, scale))],
            ContactCost = [.. contacts.Select(contact => contact.Cost)],
        };
    }

    /// <summary>Rows of balanced joints first, in the order of bodies; the pelvis in the world has the first six.</summary>
    static (int[] RowStart, int[] HingeStart, int[] RowOfHinge, int Count, int Balanced) Rows(BodyPart[] bodies)
    {
        var (rowStart, hingeStart) = (new int[bodies.Length], new int[bodies.Length]);
        var rowOfHinge = new int[bodies.Sum(body => body.Angles.Length)];
        var hinge = 0;
        for (var b = 0; b < bodies.Length; hinge += bodies[b++].Angles.Length) hingeStart[b] = hinge;
        var row = 6;
        var balanced = 6;
        foreach (var wanted in new[] { true, false })
        {
            for (var b = 1; b < bodies.Length; b++)
            {
                if (bodies[b].Balanced != wanted) continue;
                rowStart[b] = row;
                for (var j = 0; j < bodies[b].Angles.Length; j++) rowOfHinge[hingeStart[b] + j] = row++;
            }
            if (wanted) balanced = row;
        }
        rowStart[0] = -1;
        return (rowStart, hingeStart, rowOfHinge, row, balanced);
    }

    static bool[,] Carries(int[] parent)
    {
        var carries = new bool[parent.Length, parent.Length];
        for (var b = 0; b < parent.Length; b++)
            for (var a = b; a >= 0; a = parent[a]) carries[a, b] = true;
        return carries;
    }

    static HingeSpring Spring(JointAngle angle, int level, Tuning tuning, Person person, double scale)
    {
        var e = angle.Elastic ?? new Elastic();
        // A taller person's discs are larger: moments grow as area times lever. Women's by their strength, for want of better figures.
        var size = (level < 0 ? 1 : tuning.JointScale) * Math.Pow(scale, 3) * (person.Sex == Sex.Female ? Math.Sqrt(tuning.FemaleStrength) : 1);
        var perRad = size * 180 / Math.PI;
        var raw = new HingeSpring(e.NmPerDeg * perRad, Rad(e.UpperDeg), e.UpperNmPerDeg * perRad, Rad(e.LowerDeg), e.LowerNmPerDeg * perRad, Rad(e.ToeDeg), level);
        return raw with { AtNeutral = Kernels.Elasticity.Moment(raw, 0) };
    }

    static double[] Difference(ImmutableArray<double> a, ImmutableArray<double> b, double scale) =>
        [(a[0] - b[0]) * scale, (a[1] - b[1]) * scale, (a[2] - b[2]) * scale];

    static double[] Unit(ImmutableArray<double> a, string id)
    {
        var length = Math.Sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
        return length > 0 ? [a[0] / length, a[1] / length, a[2] / length] : throw new BodyException($"the axis of '{id}' has no direction");
    }

    static double Rad(double degrees) => double.DegreesToRadians(degrees);
}
