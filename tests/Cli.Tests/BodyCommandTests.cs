using System.Text.Json;
using static Mainstay.Cli.Tests.BodyRun;

namespace Mainstay.Cli.Tests;

/// <summary>What the load of a posture prints, as text and as JSON, what is refused, and with which exit code.</summary>
public class BodyCommandTests
{
    [Fact]
    public async Task Load_prints_six_levels_and_the_muscles_at_work()
    {
        var text = await Run("load", "standing");
        Assert.Equal(Ok, text.Exit);
        foreach (var level in (string[])["L5/S1", "L4/L5", "L3/L4", "L2/L3", "L1/L2", "T12/L1", "iliacus"]) Assert.Contains(level, text.Output, StringComparison.Ordinal);
        var json = await Json(Ok, "load", "standing");
        Assert.Equal(6, json.GetProperty("levels").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("too_heavy").ValueKind);
        Assert.Contains($"{Level(json, 1):0} N", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_as_json_holds_every_line_and_what_each_level_balances()
    {
        var json = await Json(Ok, "load", "standing-flexed");
        var muscles = json.GetProperty("muscles").EnumerateArray().ToArray();
        Assert.True(muscles.Length > 280);
        var line = muscles.Single(muscle => muscle.GetProperty("line").GetString() == "ql-post-i-1-l3-r");
        Assert.Equal("quadratus-lumborum", line.GetProperty("group").GetString());
        Assert.InRange(line.GetProperty("length_m").GetDouble(), 0.09, 0.13);
        Assert.True(line.GetProperty("fibre").GetDouble() > 0.9);
        Assert.True(line.GetProperty("active_n").GetDouble() > 0 && line.GetProperty("activation").GetDouble() > 0);
        Assert.InRange(line.GetProperty("moment_arms_mm").GetProperty("l4_flexion").GetDouble(), -40, -10);
        Assert.True(line.TryGetProperty("passive_n", out _));
        var levels = json.GetProperty("levels").EnumerateArray().ToArray();
        Assert.All(levels, level => Assert.True(level.GetProperty("moment_nm").GetProperty("flexion").GetDouble() > 20));
        Assert.Equal(0, levels.Sum(level => level.GetProperty("from_other_levels_nm").GetProperty("flexion").GetDouble()), 0.1);
        Assert.Contains("left to other levels", (await Run("load", "standing-flexed")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_says_why_by_muscle_group()
    {
        var json = (await Json(Ok, "load", "standing", "--why", "L4/L5", "--tight", "psoas=0.1")).GetProperty("why");
        Assert.Equal("L4/L5", json.GetProperty("level").GetString());
        var psoas = json.GetProperty("groups").EnumerateArray().Single(group => group.GetProperty("group").GetString() == "psoas").GetProperty("hundredth_tighter_n").GetDouble();
        Assert.True(psoas > 1);
        var tighter = Level(await Json(Ok, "load", "standing", "--tight", "psoas=0.105"), 1) - Level(await Json(Ok, "load", "standing", "--tight", "psoas=0.095"), 1);
        Assert.Equal(psoas, tighter, 0.1 * psoas + 0.2);
        Assert.Matches(@"psoas +\+\d+\.\d N", (await Run("load", "standing", "--why", "L4/L5", "--tight", "psoas=0.1")).Output);
        await Refused(Usage, "'L9' is not a level", "load", "standing", "--why", "L9");
    }

    [Fact]
    public async Task Load_of_what_nobody_could_hold_says_so_and_ends_with_its_own_code()
    {
        var text = await Run("load", "standing-flexed", "--carry", "120kg");
        Assert.Equal(TooMuch, text.Exit);
        Assert.Matches(@"too heavy: the trunk extensors lack \d+ Nm", text.Output);
        Assert.StartsWith("too heavy:", (await Json(TooMuch, "load", "standing-flexed", "--carry", "120kg")).GetProperty("too_heavy").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leg_that_tight_hamstrings_do_not_let_up_is_said_to_be_out_of_reach()
    {
        var text = await Run("load", "lying-leg-raised", "--tight", "hamstrings=0.15");
        Assert.Equal(TooMuch, text.Exit);
        Assert.Matches(@"out of reach: with hamstrings this tight the right hip stops at \d+°, not 58°", text.Output);
    }

    [Fact]
    public async Task Angles_and_supports_can_be_set_one_by_one()
    {
        var usual = Level(await Json(Ok, "load", "standing"), 1);
        var bent = Level(await Json(Ok, "load", "standing", "--set", "lumbar_flexion=20", "--set", "hip_flexion=5,ankle_dorsiflexion=0", "--support", "none"), 1);
        Assert.True(bent > 1.3 * usual, $"{bent} against {usual}");
        const string Seat = "seat,buttock,thigh,heel,toe";
        var alone = await Run("load", "sitting-slouched", "--support", Seat);
        Assert.Equal(TooMuch, alone.Exit);
        Assert.Contains("the body would tip over", alone.Output, StringComparison.Ordinal);
        Assert.Equal(Ok, (await Run("load", "sitting-slouched", "--support", Seat + ",back@0.85/0/0.5,sacrum@0.85/0/0.5")).Exit);
    }

    [Fact]
    public async Task A_posture_can_come_from_a_file_and_a_bad_file_is_told_by_line()
    {
        using var folder = new TempFolder();
        var file = folder.Write("bend.yaml", "pitch_deg: 12\nangles:\n  hip_flexion: 15\n  ankle_dorsiflexion: -3\n  lumbar_flexion: 22\n  thorax_flexion: 4\n  shoulder_plane: 90\n  shoulder_elevation: 37\n"
            + "supports:\n  - {at: heel, friction: true}\n  - {at: toe, friction: true}\n");
        Assert.Equal(Level(await Json(Ok, "load", "standing-flexed"), 1), Level(await Json(Ok, "load", file), 1));
        await Refused(Invalid, "wrong.yaml:2: 'pitsch' is not a key", "load", folder.Write("wrong.yaml", "pitch_deg: 1\npitsch: 2\n"));
        await Refused(Usage, "none.yaml", "load", folder.File("none.yaml"));
        await Refused(Invalid, "wing.yaml: 'wing_flexion' is not an angle", "load", folder.Write("wing.yaml", "angles:\n  wing_flexion: 3\n"));
        await Refused(Invalid, "far.yaml, posture 2: knee_flexion of 200° is outside", "stretch", folder.Write("far.yaml", "- angles:\n    knee_flexion: 20\n- angles:\n    knee_flexion: 200\n"), "vasti");
    }

    [Theory]
    [InlineData("--set lumbar_flexion=100", "lumbar_flexion of 100° is outside the joint's -37.8° to 84.8°")]
    [InlineData("--set hip_flexion", "--set 'hip_flexion' is not a name and a number")]
    [InlineData("--set wing_flexion=1", "'wing_flexion' is not an angle; there are: lumbar_flexion")]
    [InlineData("--support moon", "'moon' is not a point of contact; there are: heel_r")]
    [InlineData("--support back@up", "--support 'back@up' is not a place")]
    [InlineData("--tight hamstrings=0.5", "--tight hamstrings=0.5 is outside 0 to 0.3")]
    [InlineData("--tight hamstrings=-0.1", "--tight hamstrings=-0.1 is outside 0 to 0.3")]
    [InlineData("--tight hamstrings=NaN", "--tight hamstrings=NaN is outside 0 to 0.3")]
    [InlineData("--tight tail=0.1", "'tail' is not a muscle; there are: hamstrings")]
    [InlineData("--weak hamstrings=-1", "--weak hamstrings=-1 is not above 0 and at most 1")]
    [InlineData("--weak hamstrings=0", "--weak hamstrings=0 is not above 0 and at most 1")]
    [InlineData("--carry -5kg", "--carry '-5kg': -5 kg is outside 0 to 500 kg")]
    [InlineData("--carry 5kg@3m", "--carry '5kg@3m': 3 m is outside -0.5 to 1.2 m in front of the hips")]
    [InlineData("--carry NaNkg", "--carry 'NaNkg': NaN kg is outside 0 to 500 kg")]
    [InlineData("--carry heavy", "--carry 'heavy' is not a load; write 10kg")]
    [InlineData("--height 0.4", "--height 0.4 is outside 1.2 to 2.2 m")]
    [InlineData("--height NaN", "--height NaN is outside 1.2 to 2.2 m")]
    [InlineData("--mass -70", "--mass -70 is outside 30 to 250 kg")]
    public Task A_wrong_option_is_named_with_what_is_allowed(string option, string message) => Refused(Usage, message, ["load", "standing", .. option.Split(' ')]);

    [Fact]
    public async Task A_wrong_posture_lists_them_all_and_a_wrong_knowledge_folder_has_its_own_code()
    {
        await Refused(Usage, "'flying' is not a posture; there are: standing", "load", "flying");
        using var folder = new TempFolder();
        folder.Write("x.yaml", "");
        await Refused(BadKnowledge, "skeleton.yaml", "load", "standing", "--knowledge", Path.GetDirectoryName(folder.File("x"))!);
    }

    /// <summary>Levels that gain by giving way have no optimum, and the load-sharing does not settle.</summary>
    [Fact]
    public async Task What_was_not_solved_is_said_and_no_figure_is_printed()
    {
        using var folder = new TempFolder();
        var shipped = Path.Combine(Mainstay.Knowledge.KnowledgeFolder.Find(AppContext.BaseDirectory)!, "anatomy");
        foreach (var file in Directory.GetFiles(shipped, "*.yaml", SearchOption.AllDirectories))
        {
            var name = Path.Combine("anatomy", Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
            folder.Write(name, File.ReadAllText(file).Replace("\ngive: 80\n", "\ngive: -80\n", StringComparison.Ordinal));
        }
        string[] spoilt = ["--knowledge", Path.GetDirectoryName(folder.File("anatomy"))!];
        foreach (var command in (string[][])[["load", "standing"], ["stretch", "standing", "hamstrings"], ["task", "toe-touch"], ["load", "standing", "--json"]])
        {
            var result = await Run([.. command, .. spoilt]);
            Assert.Equal((TooMuch, ""), (result.Exit, result.Output));
            Assert.StartsWith("not solved: ", result.Error, StringComparison.Ordinal);
        }
        var row = (await Json(TooMuch, ["compare", "standing", "sitting", .. spoilt])).GetProperty("postures")[1];
        Assert.Equal(JsonValueKind.Null, row.GetProperty("l4_l5_n").ValueKind);
        Assert.StartsWith("not solved: ", row.GetProperty("not_solved").GetString(), StringComparison.Ordinal);
    }
}
