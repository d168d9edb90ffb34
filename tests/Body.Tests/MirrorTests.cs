using Mainstay.Body.Anatomy;
using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;

namespace Mainstay.Body.Tests;

public class MirrorTests
{
    [Fact]
    public void A_mirrored_posture_has_a_mirrored_answer()
    {
        var model = Shipped.Model;
        var (work, mirrored) = (new Workspace(model), new Workspace(model));
        var random = new Random(31);
        for (var i = 0; i < 10; i++)
        {
            Randomly.Fill(work, random, 0.5);
            PostureSetter.ApplyLoads([new() { At = "hand_r", MassKg = 8 }], work);
            Mirror(work, mirrored);
            PostureSetter.ApplyLoads([new() { At = "hand_l", MassKg = 8 }], mirrored);
            Compare(work, mirrored, 1e-10);
        }
    }

    /// <summary>On supports the answer is only known to 1e-8 of the body's weight, and so is its mirror image.</summary>
    [Fact]
    public void So_it_has_on_supports_of_one_side()
    {
        var model = Shipped.Model;
        var (work, mirrored) = (new Workspace(model), new Workspace(model));
        var random = new Random(37);
        for (var i = 0; i < 10; i++)
        {
            Randomly.Fill(work, random, 0.4);
            Mirror(work, mirrored);
            PostureSetter.ApplyLoads([], work);
            PostureSetter.ApplyLoads([], mirrored);
            SupportSetter.Apply(Supports('r', 1), work);
            SupportSetter.Apply(Supports('l', -1), mirrored);
            Compare(work, mirrored, 1e-7);
        }
        Assert.True(work.TrunkSupported);

        static System.Collections.Immutable.ImmutableArray<Support> Supports(char side, int sign) =>
        [
            new() { At = "heel", Friction = true }, new() { At = "toe", Friction = true }, new() { At = "seat", Friction = true },
            new() { At = $"hand_{side}", Normal = [0.3, -0.2 * sign, 1], Friction = true }, new() { At = "back", Normal = [1, 0, 0.2], Friction = true },
            new() { At = $"ribs_side_{side}", Normal = [0, sign, 0.3] },
        ];
    }

    /// <param name="near">Of each figure's own size, or of a hundredth of a full pull or a newton where that is more.</param>
    static void Compare(Workspace work, Workspace mirrored, double near)
    {
        var model = work.Model;
        Solver.Solve(work);
        Solver.Solve(mirrored);
        Assert.True(work.Solved && mirrored.Solved);
        void Same(double one, double other, double least) => Assert.Equal(one, other, near * Math.Max(least, Math.Abs(one)));
        for (var k = 0; k < work.Compression.Length; k++)
        {
            Same(work.Compression[k], mirrored.Compression[k], 1);
            Same(work.Shear[k], mirrored.Shear[k], 100);
        }
        for (var i = 0; i < model.MuscleCount; i++) Same(work.Activation[i], mirrored.Activation[Twin(model.MuscleIds, i, "-r", "-l")], 0.1);
        for (var contact = 0; contact < model.ContactIds.Length; contact++)
        {
            var (one, other) = (Push(work, contact), Push(mirrored, Twin(model.ContactIds, contact, "_r", "_l")));
            Same(one.X, other.X, model.Weight);
            Same(one.Y, -other.Y, model.Weight);
            Same(one.Z, other.Z, model.Weight);
        }
    }

    static (double X, double Y, double Z) Push(Workspace work, int contact)
    {
        var (x, y, z) = (0.0, 0.0, 0.0);
        for (var c = 0; c < work.Contacts; c++)
        {
            if (work.ContactPoint[c] != contact) continue;
            var push = work.Activation[work.Model.MuscleCount + c] * work.Model.Weight;
            (x, y, z) = (x + push * work.ContactDirection[3 * c], y + push * work.ContactDirection[3 * c + 1], z + push * work.ContactDirection[3 * c + 2]);
        }
        return (x, y, z);
    }

    static int Twin(IReadOnlyList<string> ids, int i, string right, string left)
    {
        var id = ids[i];
        var twin = id.EndsWith(right, StringComparison.Ordinal) ? id[..^2] + left : id.EndsWith(left, StringComparison.Ordinal) ? id[..^2] + right : id;
        return Enumerable.Range(0, ids.Count).Single(j => ids[j] == twin);
    }

    static void Mirror(Workspace from, Workspace to)
    {
        var model = from.Model;
        for (var h = 0; h < from.Angles.Length; h++)
        {
            var id = model.AngleIds[h];
            var twin = id.Contains("_r_", StringComparison.Ordinal) ? id.Replace("_r_", "_l_", StringComparison.Ordinal) : id.Replace("_l_", "_r_", StringComparison.Ordinal);
            var middle = twin == id && (id.EndsWith("_side", StringComparison.Ordinal) || id.EndsWith("_turn", StringComparison.Ordinal));
            to.Angles[model.Angle(twin)] = middle ? -from.Angles[h] : from.Angles[h];
        }
        (to.Pitch, to.Roll, to.Turn) = (from.Pitch, -from.Roll, -from.Turn);
        for (var i = 0; i < model.MuscleCount; i++)
        {
            var j = Twin(model.MuscleIds, i, "-r", "-l");
            (to.Tightness[j], to.Strength[j]) = (from.Tightness[i], from.Strength[i]);
        }
        SupportSetter.Apply([], to);
    }
}
