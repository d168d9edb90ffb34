using System.Collections.Immutable;
using Mainstay.Body.Motions;
using Mainstay.Knowledge.Motions;

namespace Mainstay.Knowledge.Tests;

public class MotionTests
{
    const string Path = "motions/half-kneel-hip-flexor.yaml";
    static readonly ImmutableArray<KnowledgeFile> Files = KnowledgeFolder.Read(KnowledgeFolder.Find(AppContext.BaseDirectory)!);
    static readonly Library Shipped = LibraryLoader.Load(Files);

    /// <summary>Spoils the shipped motion in one place and hands back what is then said about it.</summary>
    static ContentError[] Spoilt(string old, string by)
    {
        var text = Files.First(file => file.Path == Path).Text;
        Assert.Contains(old, text, StringComparison.Ordinal);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        var changed = text[..at] + by + text[(at + old.Length)..];
        return [.. LibraryLoader.Check([.. Files.Select(file => file.Path == Path ? file with { Text = changed } : file)]).Errors];
    }

    static int LineOf(string part) => Files.First(file => file.Path == Path).Text.Split('\n').TakeWhile(line => !line.Contains(part, StringComparison.Ordinal)).Count() + 1;

    [Theory]
    [InlineData("{root_x: 0.15,", "{root_x: 0.15, knee_r_bend: 3,", "root_x: 0.15", "'knee_r_bend' is not an angle; of knee there are: knee_r_flexion, knee_l_flexion, knee_flexion")]
    [InlineData("{root_x: 0.15,", "{root_x: 0.15, elbow_flexion: 170,", "root_x: 0.15", "elbow_flexion of 170° is impossible; it goes from 0° to 150°")]
    [InlineData("phase: hold, seconds: 5", "phase: hold, seconds: 0", "phase: hold", "a step of 0 seconds; above 0 and at most 600 are expected")]
    [InlineData("side: right", "side: both", "side: right", "the side is missing: 'half-kneel-hip-flexor' is done on each side")]
    [InlineData("targets: [psoas_r", "targets: [psoaz_r", "targets:", "there is no muscle 'psoaz_r'; did you mean 'psoas'?")]
    [InlineData("{part: knee_r, on: mat}", "{part: knee_r, on: sofa}", "{part: knee_r, on: mat}", "there is nothing called 'sofa'; there are: floor, mat, or a height in metres")]
    [InlineData("{part: knee_r, on: mat}", "{part: kneecap_r, on: mat}", "{part: knee_r, on: mat}", "'kneecap_r' is not a part; there are: sole, ")]
    [InlineData("exercise: half-kneel-hip-flexor", "exercise: half-kneel", "exercise: half", "there is no exercise 'half-kneel'")]
    [InlineData("- {to: middle, phase: return", "- {to: centre, phase: return", "{to: middle, phase: return", "there is no pose 'centre'; there are: start, middle, end")]
    [InlineData("free: [root_z", "free: [root_up", "free: [root_z", "'root_up' is not an angle; of root there are: root_x, ")]
    [InlineData("kind: stretch", "kind: rest", "kind: stretch", "'why' is missing")]
    [InlineData("exercise: half-kneel-hip-flexor", "exercise: calf-at-wall", "id: half-kneel-hip-flexor", "'calf-at-wall' shows 'calf-at-wall' too; 'order' says which comes first")]
    public void A_mistake_is_told_with_file_line_and_reason(string old, string by, string line, string message)
    {
        var error = Spoilt(old, by).First(error => error.Message.Contains(message, StringComparison.Ordinal));
        Assert.Equal(Path, error.File);
        Assert.Equal(LineOf(line), error.Line);
    }

    [Fact]
    public void A_repetition_that_does_not_come_back_is_refused() =>
        Assert.Contains(Spoilt("  - {to: start, phase: return, seconds: 2, breath: out}\n", ""), error => error.Message.Contains("it must come back", StringComparison.Ordinal));

    [Fact]
    public void Angles_changed_after_solving_ask_for_the_solver() =>
        Assert.Contains(Spoilt("{root_x: 0.15,", "{root_x: 0.16,"), error => error.Message.Contains("mainstay moves solve half-kneel-hip-flexor", StringComparison.Ordinal));

    [Fact]
    public void A_sentence_changed_after_solving_asks_for_nothing() => Assert.Empty(Spoilt("title: Kneeling hip stretch", "title: Kneeling stretch"));

    [Fact]
    public void A_motion_goes_through_its_poses_in_their_time_and_on_the_other_side_in_a_mirror()
    {
        foreach (var motion in Shipped.Motions)
        {
            var poses = new MotionPoses(motion);
            var timeline = poses.Timeline();
            var other = timeline.OnOtherSide();
            var (terms, mirrored, back) = (new double[PoseTerms.Count], new double[PoseTerms.Count], new double[PoseTerms.Count]);
            var at = 0.0;
            foreach (var step in motion.Steps)
            {
                at += step.Seconds;
                timeline.At(at - 1e-9, terms);
                var pose = poses.Terms[poses.Index(step.To)];
                for (var i = 0; i < terms.Length; i++) Assert.Equal(pose[i], terms[i], 1e-5);
                other.At(at - 1e-9, mirrored);
                PoseTerms.Mirror(mirrored, back);
                for (var i = 0; i < terms.Length; i++) Assert.Equal(terms[i], back[i], 1e-12);
            }
            Assert.Equal(at, timeline.Seconds, 1e-9);
        }
    }

    [Fact]
    public void Every_self_test_is_shown_by_one_motion() => Assert.All(Shipped.Tests, test =>
    {
        var shown = Assert.Single(Shipped.Motions, motion => motion.Test == test.Id);
        Assert.Same(shown, Shipped.MotionOf(test));
        Assert.Equal($"test-{test.Id}", shown.Id);
    });

    /// <summary>The body page offers them by their titles.</summary>
    [Fact]
    public void Postures_and_everyday_movements_have_short_titles_that_differ()
    {
        var titles = Shipped.Motions.Where(motion => motion.Kind is MotionKind.Posture or MotionKind.Everyday).Select(motion => motion.Title).ToArray();
        Assert.True(titles.Length >= 15, $"{titles.Length} postures and everyday movements");
        Assert.All(titles, title => Assert.InRange(title.Length, 4, 30));
        Assert.Equal(titles.Length, titles.Distinct().Count());
    }

    [Fact]
    public void Sampling_allocates_nothing()
    {
        var timeline = new MotionPoses(Shipped.Motions.First(motion => motion.Id == "half-kneel-hip-flexor")).Timeline(mirrored: true);
        var terms = new double[PoseTerms.Count];
        timeline.At(1, terms);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) timeline.At(0.13 * i, terms);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
