using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;

namespace Mainstay.Body.Tests;

public class SoundnessTests
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
            Solver.Solve(work);
            Solver.Solve(mirrored);
            for (var k = 0; k < work.Compression.Length; k++) Assert.Equal(1, mirrored.Compression[k] / work.Compression[k], 1e-10);
        }
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
            var id = model.MuscleIds[i];
            var twin = id.EndsWith("-r", StringComparison.Ordinal) ? id[..^2] + "-l" : id.EndsWith("-l", StringComparison.Ordinal) ? id[..^2] + "-r" : id;
            var j = model.MuscleIds.IndexOf(twin);
            (to.Tightness[j], to.Strength[j]) = (from.Tightness[i], from.Strength[i]);
        }
        SupportSetter.Apply([], to);
    }

    [Theory]
    [InlineData("standing-flexed")]
    [InlineData("lifting-20-knees")]
    [InlineData("holding-3-one-hand")]
    public void Sensitivities_are_the_slopes_found_by_trying(string posture)
    {
        const double h = 1e-5;
        var work = Shipped.Solved(posture);
        var model = work.Model;
        Sensitivity.AllLevels(work);
        var (tight, strong) = ((double[])work.TightnessSensitivity.Clone(), (double[])work.StrengthSensitivity.Clone());
        var tried = 0;
        for (var i = 0; i < model.MuscleCount; i++)
        {
            tried += Try(work, work.Tightness, i, h, tight, oneSided: true);
            tried += Try(work, work.Strength, i, h, strong, oneSided: true);
        }
        // Where a muscle just reaches a bound the slope is one-sided; that must stay rare.
        Assert.True(tried > 600, $"only {tried} compared");
    }

    static int Try(Workspace work, double[] input, int i, double h, double[] expected, bool oneSided)
    {
        var at = input[i];
        double[] At(double step)
        {
            input[i] = at - h * (oneSided ? 2 : 1) + step;
            Solver.Solve(work);
            return [.. work.Compression, .. work.Free.Take(work.Model.MuscleCount + work.Contacts).Select(free => (double)free)];
        }
        var (down, middle, up) = (At(h), At(2 * h), At(3 * h));
        input[i] = at;
        Solver.Solve(work);
        var levels = work.Compression.Length;
        if (!down.Skip(levels).SequenceEqual(up.Skip(levels)) || !down.Skip(levels).SequenceEqual(middle.Skip(levels))) return 0;
        for (var k = 0; k < levels; k++)
        {
            var slope = (up[k] - down[k]) / (2 * h);
            Assert.True(Math.Abs(slope - expected[8 * i + k]) <= 1e-6 * Math.Max(1000, Math.Abs(slope)), $"{work.Model.MuscleIds[i]} level {k}: {slope} against {expected[8 * i + k]}");
        }
        return 1;
    }

    [Fact]
    public void Neck_and_shoulder_lines_do_not_change_the_lumbar_answer()
    {
        var data = Shipped.Data;
        string[] above = ["trapezius", "rhomboids", "levator-scapulae", "serratus", "pectoralis-major", "pectoralis-minor", "sternocleidomastoid", "splenius",
            "semispinalis", "scalenes", "deep-neck-flexors", "suboccipitals"];
        var without = ModelBuilder.Build(data with { Groups = [.. data.Groups.Where(group => !above.Contains(group.Id))] }, Person.Wilke);
        foreach (var posture in data.Postures)
        {
            var work = new Workspace(without);
            PostureSetter.Apply(posture, work);
            Solver.Solve(work);
            var full = Shipped.Solved(posture.Id);
            for (var k = 0; k < full.Compression.Length; k++) Assert.InRange(work.Compression[k] / full.Compression[k], 0.99, 1.01);
        }
    }
}
