using System.Text.RegularExpressions;
using System.Xml.Linq;
using Mainstay.Body.Motions;
using Mainstay.Figure.Drawing;

namespace Mainstay.Figure.Tests;

public partial class DrawingTests
{
    static readonly string[] Views = ["side", "front", "three-quarter"];

    public static TheoryData<int, string> Scenes
    {
        get
        {
            var data = new TheoryData<int, string>();
            for (var pose = 0; pose < Drawn.Poses.Length; pose++) data.Add(pose, Views[pose % Views.Length]);
            return data;
        }
    }

    static string Draw(int pose, string view, DrawingOptions? options = null, params Prop[] props)
    {
        var skin = Drawn.Builds.Of("woman", Drawn.Reference);
        return FigureDrawing.Svg(skin, Drawn.Frames(Drawn.Reference, Drawn.Poses[pose]), props, [new("hamstrings"), new("psoas_r")], view, options);
    }

    [Theory, MemberData(nameof(Scenes))]
    public void A_drawing_is_well_formed_and_the_same_each_time(int pose, string view)
    {
        var svg = Draw(pose, view);
        var root = XDocument.Parse(svg).Root!;
        Assert.Contains(root.Descendants(), e => (string?)e.Attribute("class") == "mf-skin");
        Assert.Contains(root.Descendants(), e => (string?)e.Attribute("class") == "mf-target");
        Assert.Equal(svg, Draw(pose, view));
        Assert.InRange(svg.Length, 5_000, 40_000);
        Assert.DoesNotMatch(NotANumber(), svg);
    }

    [GeneratedRegex("NaN|Infinity|∞")]
    private static partial Regex NotANumber();

    [Fact]
    public void Colours_stand_in_the_text_only_where_they_are_asked_for()
    {
        Assert.DoesNotContain('#', Draw(0, "side"));
        Assert.Contains(Palette.Ink.Accent, Draw(0, "side", new() { Colours = Palette.Ink }));
    }

    [Fact]
    public void A_drawing_lies_within_its_frame()
    {
        var root = XDocument.Parse(Draw(1, "side")).Root!;
        var box = ((string)root.Attribute("viewBox")!).Split(' ').Select(x => double.Parse(x, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var outline = (string)root.Descendants().First(e => (string?)e.Attribute("class") == "mf-skin").Attribute("d")!;
        foreach (Match start in Starts().Matches(outline))
        {
            Assert.InRange(double.Parse(start.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), 0, box[2]);
            Assert.InRange(double.Parse(start.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture), 0, box[3]);
        }
    }

    [GeneratedRegex(@"M(\d*\.?\d+) (\d*\.?\d+)")]
    private static partial Regex Starts();

    [Fact]
    public void The_mirrored_pose_seen_from_the_other_side_is_the_mirrored_picture()
    {
        var mirrored = new double[PoseTerms.Count];
        PoseTerms.Mirror(Drawn.Poses[1], mirrored);
        var skin = Drawn.Builds.Of("man", Drawn.Reference);
        string Size(double[] terms, string view) =>
            XDocument.Parse(FigureDrawing.Svg(skin, Drawn.Frames(Drawn.Reference, terms), [], [], view)).Root!.Attribute("viewBox")!.Value;
        Assert.Equal(Size(Drawn.Poses[1], "side"), Size(mirrored, "other-side"));
    }

    [Fact]
    public void Key_poses_share_one_frame()
    {
        var skin = Drawn.Builds.Of("man", Drawn.Reference);
        var svgs = FigureDrawing.Svgs(skin, [.. new[] { 0, 1, 4 }.Select(pose => new Scene(Drawn.Frames(Drawn.Reference, Drawn.Poses[pose]), []))], [], "side");
        Assert.Single(svgs.Select(svg => XDocument.Parse(svg).Root!.Attribute("viewBox")!.Value).Distinct());
    }

    [Fact]
    public void Every_kind_of_prop_can_be_drawn()
    {
        var props = Enum.GetValues<PropKind>().Select(kind => new Prop
        {
            Is = kind, X = [-0.5, 0.5], Y = [-0.3, 0.3], Top = kind == PropKind.Wall ? null : 0.4, At = [0.5, 0, 0.3], Radius = 0.1, Through = ["fist_r", "sole_mid_r", "fist_l"], In = "fist_r",
        });
        foreach (var prop in props) XDocument.Parse(Draw(1, "three-quarter", null, prop));
    }

    [Fact]
    public void A_muscle_that_shows_from_one_side_only_chooses_its_view()
    {
        var skin = Drawn.Builds.Of("man", Drawn.Reference);
        var scene = new Scene(Drawn.Frames(Drawn.Reference, Drawn.Poses[0]), []);
        Assert.Equal("back", FigureDrawing.BestView(skin, scene, [new("rhomboids")], ["front", "side", "back"]));
        Assert.Equal("front", FigureDrawing.BestView(skin, scene, [new("rectus-abdominis")], ["back", "front"]));
    }

    [Fact]
    public void Unknown_views_and_muscles_are_refused_with_what_there_is()
    {
        Assert.Contains("three-quarter", Assert.Throws<FigureException>(() => Draw(0, "sideways")).Message, StringComparison.Ordinal);
        var skin = Drawn.Builds.Of("man", Drawn.Reference);
        var frames = Drawn.Frames(Drawn.Reference, Drawn.Poses[0]);
        Assert.Contains("hamstrings", Assert.Throws<FigureException>(() => FigureDrawing.Svg(skin, frames, [], [new("tail")], "side")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heavy_person_flattens_on_the_mat_and_does_not_sink_into_it()
    {
        var model = Drawn.Model(Mainstay.Body.Model.Sex.Female, 1.70, 95);
        var mat = new Prop { Is = PropKind.Mat, X = [-1.1, 1.1] };
        var posed = Drawn.Posed(Drawn.Builds.For(model), Drawn.Terms(("root_z", 0.115), ("root_pitch", -90)));
        double Lowest() => Enumerable.Range(0, posed.Points.Length / 3).Min(i => posed.Points[3 * i + 2]);
        Assert.InRange(Lowest(), -0.05, 0);
        Resting.Flatten(posed.Points, [mat], model.Scale);
        Assert.Equal(0.012, Lowest(), 6);
    }
}
