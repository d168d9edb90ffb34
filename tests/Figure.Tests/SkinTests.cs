using Mainstay.Body.Model;
using Mainstay.Body.Motions;
using Mainstay.Figure.Meshes;
using Mainstay.Figure.Skins;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Anatomy;

namespace Mainstay.Figure.Tests;

public class SkinTests
{
    public static TheoryData<string> Builds => [.. Drawn.Builds.Ids.Select(build => build.Id)];
    public static TheoryData<int> Poses => [.. Enumerable.Range(0, Drawn.Poses.Length)];

    [Fact]
    public void The_committed_skins_are_what_the_tables_give()
    {
        var folder = KnowledgeFolder.Find(AppContext.BaseDirectory)!;
        var (tables, builds) = FigureLoader.Load(Drawn.Files);
        foreach (var (id, bytes) in new MeshMaker(Drawn.Anatomy, tables, builds).Pack())
            Assert.True(bytes.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(folder, "figure", id + ".bin"))), $"{id}.bin is not what the tables give: run 'mainstay figure build'");
    }

    [Theory, MemberData(nameof(Builds))]
    public void A_skin_is_closed_and_every_edge_has_two_sides(string build)
    {
        var mesh = Drawn.Builds.Of(build, Drawn.Reference).Mesh;
        var edges = new HashSet<(int, int)>();
        for (var t = 0; t < mesh.Corners.Length; t += 3)
            for (var k = 0; k < 3; k++) Assert.True(edges.Add((mesh.Corners[t + k], mesh.Corners[t + (k + 1) % 3])), $"an edge of triangle {t / 3} is met twice the same way");
        Assert.All(edges, edge => Assert.Contains((edge.Item2, edge.Item1), edges));
        Assert.InRange(mesh.Triangles, 10_000, 11_200);
    }

    [Theory, MemberData(nameof(Builds))]
    public void A_skin_holds_about_as_many_litres_as_its_person_weighs_kilograms(string build)
    {
        var id = Drawn.Builds.Ids.Single(one => one.Id == build);
        var volume = Volume(Drawn.Posed(Drawn.Builds.Of(build, Drawn.Reference), Drawn.Poses[0]));
        Assert.InRange(volume * 1000 / (id.Bmi * 1.70 * 1.70), 0.85, 1.15);
    }

    [Theory, MemberData(nameof(Poses))]
    public void No_pose_loses_volume_or_tears(int pose)
    {
        foreach (var build in Drawn.Builds.Ids)
        {
            var skin = Drawn.Builds.Of(build.Id, Drawn.Reference);
            var posed = Drawn.Posed(skin, Drawn.Poses[pose]);
            Assert.All(posed.Points, x => Assert.True(double.IsFinite(x)));
            var standing = Volume(Drawn.Posed(skin, Drawn.Poses[0]));
            Assert.InRange(Volume(posed) / standing, 0.93, 1.07);
        }
    }

    [Theory, MemberData(nameof(Poses))]
    public void Left_is_the_mirror_image_of_right(int pose)
    {
        var skin = Drawn.Builds.Of("man", Drawn.Reference);
        var mirrored = new double[PoseTerms.Count];
        PoseTerms.Mirror(Drawn.Poses[pose], mirrored);
        var (own, other) = (Drawn.Posed(skin, Drawn.Poses[pose]), Drawn.Posed(skin, mirrored));
        var twin = Twins(skin);
        for (var i = 0; i < skin.Count; i++)
            Assert.True((own.Point(i).Mirrored - other.Point(twin[i])).Length < 1e-9, $"vertex {i} and its twin differ by {(own.Point(i).Mirrored - other.Point(twin[i])).Length} m");
    }

    [Fact]
    public void In_the_bind_pose_the_skin_is_where_it_was_made()
    {
        var skin = Drawn.Builds.For(Drawn.Model(Sex.Female, 1.58, 70));
        var pose = new SkinPose(skin);
        pose.Place(skin.Bind);
        for (var i = 0; i < skin.Count; i++) Assert.True((pose.Point(i) - Vec.At(skin.Points, i)).Length < 1e-12);
    }

    [Fact]
    public void A_standing_person_is_as_tall_as_they_say_and_stands_on_the_floor()
    {
        foreach (var (sex, height, mass) in new[] { (Sex.Male, 1.92, 80.0), (Sex.Female, 1.55, 52.0), (Sex.Female, 1.65, 95.0) })
        {
            var skin = Drawn.Builds.For(Drawn.Model(sex, height, mass));
            var posed = Drawn.Posed(skin, Drawn.Poses[0]);
            var heights = Enumerable.Range(0, skin.Count).Select(i => posed.Points[3 * i + 2]).ToArray();
            Assert.InRange(heights.Max() - heights.Min(), height - 0.015, height + 0.015);
            Assert.Equal(heights.Min(), posed.Lowest(skin.Groups["sole_r"]), 3);
        }
    }

    [Fact]
    public void More_mass_is_more_girth()
    {
        double Girth(double mass)
        {
            var skin = Drawn.Builds.For(Drawn.Model(Sex.Male, 1.75, mass));
            return Volume(Drawn.Posed(skin, Drawn.Poses[0]));
        }
        Assert.True(Girth(60) < Girth(75) && Girth(75) < Girth(95) && Girth(95) < Girth(110));
    }

    [Fact]
    public void Every_group_has_its_twin_and_lies_where_its_name_says()
    {
        var skin = Drawn.Builds.Of("man", Drawn.Reference);
        var standing = Drawn.Posed(skin, Drawn.Poses[0]);
        foreach (var id in skin.Groups.Ids.Where(id => id.EndsWith("_r", StringComparison.Ordinal)))
            Assert.Equal(standing.Lowest(skin.Groups[id]), standing.Lowest(skin.Groups[id[..^2] + "_l"]), 12);
        Assert.True(standing.Lowest(skin.Groups["knee_r"]) > standing.Lowest(skin.Groups["shin_r"]));
        Assert.True(standing.Farthest(skin.Groups["seat"], new Vec(-1, 0, 0)).X < -0.08);
        Assert.Throws<FigureException>(() => skin.Groups["tail"]);
    }

    static int[] Twins(Skin skin)
    {
        var at = Enumerable.Range(0, skin.Count).ToDictionary(i => Vec.At(skin.Mesh.Points, i));
        return [.. Enumerable.Range(0, skin.Count).Select(i => at[Vec.At(skin.Mesh.Points, i) is { Y: 0 } middle ? middle : Vec.At(skin.Mesh.Points, i).Mirrored])];
    }

    static double Volume(SkinPose pose)
    {
        var corners = pose.Skin.Mesh.Corners;
        var sum = 0.0;
        for (var t = 0; t < corners.Length; t += 3)
            sum += Vec.Dot(Vec.At(pose.Points, corners[t]), Vec.Cross(Vec.At(pose.Points, corners[t + 1]), Vec.At(pose.Points, corners[t + 2]))) / 6;
        return sum;
    }
}
