using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Motions;
using Mainstay.Body.Postures;

namespace Mainstay.Body.Tests;

public class MotionFramesTests
{
    static readonly BodyModel Model = Shipped.Model;

    static double[] Terms(params (string Name, double Value)[] values)
    {
        var terms = new double[PoseTerms.Count];
        foreach (var (name, value) in values)
            foreach (var i in PoseTerms.Of(name)) terms[i] = value;
        return terms;
    }

    static Frames Placed(double[] terms)
    {
        var (pose, frames) = (new Pose(Model), new Frames(Model));
        new PoseWriter(Model).Write(terms, pose);
        frames.Place(pose);
        return frames;
    }

    static double[] Random(int seed)
    {
        var random = new Random(seed);
        var terms = new double[PoseTerms.Count];
        for (var i = 0; i < terms.Length; i++) terms[i] = PoseTerms.Min(i) + random.NextDouble() * (PoseTerms.Max(i) - PoseTerms.Min(i));
        return terms;
    }

    [Fact]
    public void Frames_are_the_solvers_own_bodies()
    {
        var work = new Workspace(Model);
        PostureSetter.Apply(Shipped.Data.Posture("sitting-slouched"), work);
        Solver.Measure(work);
        var (pose, frames) = (new Pose(Model) { Pitch = work.Pitch, Roll = work.Roll, Turn = work.Turn }, new Frames(Model));
        work.Angles.CopyTo(pose.Angles, 0);
        frames.Place(pose);
        Assert.Equal(work.Rotation, frames.Rotation);
        Assert.Equal(work.Origin, frames.Origin);
    }

    [Fact]
    public void A_mirrored_pose_has_mirrored_frames_to_a_billionth()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var terms = Random(seed);
            var mirrored = new double[terms.Length];
            PoseTerms.Mirror(terms, mirrored);
            var (one, other) = (Placed(terms), Placed(mirrored));
            for (var b = 0; b < Model.BodyIds.Length; b++)
            {
                var id = Model.BodyIds[b];
                var twin = Model.Body(id.EndsWith("_r", StringComparison.Ordinal) ? id[..^2] + "_l" : id.EndsWith("_l", StringComparison.Ordinal) ? id[..^2] + "_r" : id);
                for (var k = 0; k < 3; k++) Assert.Equal((k == 1 ? -1 : 1) * one.Origin[3 * b + k], other.Origin[3 * twin + k], 1e-9);
                for (var k = 0; k < 9; k++) Assert.Equal((k / 3 == 1 ? -1 : 1) * (k % 3 == 1 ? -1 : 1) * one.Rotation[9 * b + k], other.Rotation[9 * twin + k], 1e-9);
            }
        }
    }

    [Theory]
    [InlineData(0, 90, 0, -1, 0)]
    [InlineData(90, 90, 1, 0, 0)]
    [InlineData(90, 180, 0, 0, 1)]
    [InlineData(0, 0, 0, 0, -1)]
    public void The_arm_points_where_its_plane_and_elevation_say_however_the_girdle_goes(double plane, double elevation, double x, double y, double z)
    {
        foreach (var protraction in (double[])[-20, 0, 20])
        {
            var frames = Placed(Terms(("shoulder_plane", plane), ("shoulder_elevation", elevation), ("girdle_protraction", protraction)));
            var neutral = Frames.Neutral(Model);
            var (upper, lower) = (Model.Body("humerus_r"), Model.Body("forearm_r"));
            var along = Enumerable.Range(0, 3).Select(k => neutral[3 * lower + k] - neutral[3 * upper + k]).ToArray();
            var length = Math.Sqrt(along.Sum(v => v * v));
            // The humerus hangs a little outwards, so that its long axis is not exactly the bone's: compare the frame's own down.
            var r = frames.Rotation.AsSpan(9 * upper, 9);
            Assert.Equal(x, -r[2], 1e-9);
            Assert.Equal(y, -r[5], 1e-9);
            Assert.Equal(z, -r[8], 1e-9);
            Assert.InRange(length, 0.2, 0.35);
        }
    }

    [Fact]
    public void The_girdle_rises_with_an_arm_overhead()
    {
        var humerus = Model.Body("humerus_r");
        Assert.True(Placed(Terms(("shoulder_elevation", 170))).Origin[3 * humerus + 2] > Placed(Terms()).Origin[3 * humerus + 2] + 0.03);
    }

    [Theory]
    [InlineData("elbow_r_pronation", "fingers_r", 0, 1, 0, -1, 0, 0)]
    [InlineData("wrist_r_flexion", "fingers_r", 0, 0, -1, 0, 1, 0)]
    [InlineData("wrist_r_deviation", "fingers_r", 0, 0, -1, 1, 0, 0)]
    [InlineData("ankle_r_inversion", "foot_r", 0, 0, -1, 0, 1, 0)]
    [InlineData("toes_r_extension", "toes_r", 1, 0, 0, 0, 0, 1)]
    [InlineData("fingers_r_curl", "fingers_r", 0, 0, -1, 0, 1, 0)]
    [InlineData("wrist_l_flexion", "fingers_l", 0, 0, -1, 0, -1, 0)]
    [InlineData("ankle_l_inversion", "foot_l", 0, 0, -1, 0, -1, 0)]
    [InlineData("head_turn", "head", 1, 0, 0, 0, -1, 0)]
    [InlineData("neck_side", "head", 0, 0, 1, 0, -1, 0)]
    [InlineData("head_flexion", "head", 0, 0, 1, 1, 0, 0)]
    public void A_positive_angle_turns_the_part_the_way_its_name_says(string angle, string body, int fromX, int fromY, int fromZ, int x, int y, int z)
    {
        var frames = Placed(Terms((angle, 8)));
        var r = frames.Rotation.AsSpan(9 * Model.Body(body), 9);
        double gx = r[0] * fromX + r[1] * fromY + r[2] * fromZ, gy = r[3] * fromX + r[4] * fromY + r[5] * fromZ, gz = r[6] * fromX + r[7] * fromY + r[8] * fromZ;
        Assert.True(gx * x + gy * y + gz * z > 0.05, $"{angle} takes ({fromX}, {fromY}, {fromZ}) to ({gx:0.00}, {gy:0.00}, {gz:0.00})");
    }

    [Fact]
    public void Terms_without_a_shoulder_are_the_named_angles_of_postures()
    {
        var terms = Random(7);
        var pose = new Pose(Model);
        new PoseWriter(Model).Write(terms, pose);
        var angles = new double[Model.AngleIds.Length];
        for (var i = 6; i < terms.Length; i++)
            if (!PoseTerms.Ids[i].StartsWith("shoulder", StringComparison.Ordinal)) AngleNames.Add(Model, angles, PoseTerms.Ids[i], double.DegreesToRadians(terms[i]));
        for (var h = 0; h < angles.Length; h++)
            if (!Model.AngleIds[h].StartsWith("shoulder", StringComparison.Ordinal) && !Model.AngleIds[h].StartsWith("girdle", StringComparison.Ordinal)) Assert.Equal(angles[h], pose.Angles[h], 1e-12);
    }

    [Fact]
    public void Writing_and_placing_allocate_nothing()
    {
        var (writer, pose, frames, terms) = (new PoseWriter(Model), new Pose(Model), new Frames(Model), Random(3));
        writer.Write(terms, pose);
        frames.Place(pose);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            writer.Write(terms, pose);
            frames.Place(pose);
        }
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
