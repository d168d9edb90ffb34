using System.Text.Json;

namespace Mainstay.Cli.Tests;

/// <summary>What every body command prints, as text and as JSON, what it refuses, and with which exit code.</summary>
public class BodyCommandTests
{
    const int Ok = 0, Invalid = 1, Usage = 2, Knowledge = 4, TooMuch = 5;

    static Task<(int Exit, string Output, string Error)> Body(params string[] arguments) => TheProgram.Run(["body", .. arguments]);

    static async Task<JsonElement> Json(int exit, params string[] arguments)
    {
        var result = await Body([.. arguments, "--json"]);
        Assert.Equal(exit, result.Exit);
        return JsonDocument.Parse(result.Output).RootElement;
    }

    static async Task Refused(int exit, string message, params string[] arguments)
    {
        var result = await Body(arguments);
        Assert.Equal((exit, ""), (result.Exit, result.Output));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    static double Level(JsonElement answer, int level) => answer.GetProperty("levels")[level].GetProperty("compression_n").GetDouble();

    [Fact]
    public async Task Load_prints_six_levels_and_the_muscles_at_work()
    {
        var text = await Body("load", "standing");
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
        Assert.Contains("left to other levels", (await Body("load", "standing-flexed")).Output, StringComparison.Ordinal);
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
        Assert.Matches(@"psoas +\+\d+\.\d N", (await Body("load", "standing", "--why", "L4/L5", "--tight", "psoas=0.1")).Output);
        await Refused(Usage, "'L9' is not a level", "load", "standing", "--why", "L9");
    }

    [Fact]
    public async Task Load_of_what_nobody_could_hold_says_so_and_ends_with_its_own_code()
    {
        var text = await Body("load", "standing-flexed", "--carry", "120kg");
        Assert.Equal(TooMuch, text.Exit);
        Assert.Matches(@"too heavy: the trunk extensors lack \d+ Nm", text.Output);
        Assert.StartsWith("too heavy:", (await Json(TooMuch, "load", "standing-flexed", "--carry", "120kg")).GetProperty("too_heavy").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leg_that_tight_hamstrings_do_not_let_up_is_said_to_be_out_of_reach()
    {
        var text = await Body("load", "lying-leg-raised", "--tight", "hamstrings=0.15");
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
        var alone = await Body("load", "sitting-slouched", "--support", Seat);
        Assert.Equal(TooMuch, alone.Exit);
        Assert.Contains("the body would tip over", alone.Output, StringComparison.Ordinal);
        Assert.Equal(Ok, (await Body("load", "sitting-slouched", "--support", Seat + ",back@0.85/0/0.5,sacrum@0.85/0/0.5")).Exit);
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
        await Refused(Knowledge, "skeleton.yaml", "load", "standing", "--knowledge", Path.GetDirectoryName(folder.File("x"))!);
    }

    [Fact]
    public async Task Compare_holds_postures_against_the_first_and_says_what_is_too_heavy()
    {
        var text = await Body("compare", "standing", "sitting");
        Assert.Equal(Ok, text.Exit);
        Assert.Matches("standing .* × 1.00\\s+sitting .* × [0-9.]+", text.Output);
        var json = await Json(TooMuch, "compare", "standing", "standing-flexed", "--carry", "120kg");
        Assert.Equal(JsonValueKind.Null, json.GetProperty("postures")[0].GetProperty("too_heavy").ValueKind);
        Assert.Contains("lack", json.GetProperty("postures")[1].GetProperty("too_heavy").GetString(), StringComparison.Ordinal);
        Assert.Matches("standing-flexed .*too heavy: ", (await Body("compare", "standing", "standing-flexed", "--carry", "120kg")).Output);
    }

    [Fact]
    public async Task Sweep_prints_csv_or_json_and_says_where_it_gets_too_heavy()
    {
        var text = await Body("sweep", "standing", "--support", "none", "--angle", "lumbar_flexion", "--from", "0", "--to", "20", "--step", "10");
        Assert.Equal(Ok, text.Exit);
        var lines = text.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("lumbar_flexion_deg,L5/S1_n,L4/L5_n,L3/L4_n,L2/L3_n,L1/L2_n,T12/L1_n,too_heavy,out_of_reach", lines[0]);
        Assert.Equal(4, lines.Length);
        var json = await Json(TooMuch, "sweep", "standing", "--angle", "lumbar_flexion", "--from", "0", "--to", "40", "--step", "20", "--carry", "150kg");
        Assert.Equal(Level(await Json(Ok, "load", "standing", "--support", "none", "--set", "lumbar_flexion=20"), 1), double.Parse(lines[3].Split(',')[2], System.Globalization.CultureInfo.InvariantCulture), 0.11);
        Assert.Equal("lumbar_flexion", json.GetProperty("angle").GetString());
        Assert.Equal([0, 20, 40], json.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("degrees").GetDouble()));
        Assert.NotNull(json.GetProperty("rows")[2].GetProperty("too_heavy").GetString());
    }

    [Theory]
    [InlineData("--angle lumbar_flexion --from 0 --to 200", "lumbar_flexion of 200° is outside the joint's")]
    [InlineData("--angle lumbar_flexion --from 20 --to 0", "--to 0 is below --from 20")]
    [InlineData("--angle lumbar_flexion --from 0 --to 20 --step 0", "--step 0 is outside")]
    [InlineData("--angle lumbar_flexion --from NaN --to 20", "is not an angle")]
    [InlineData("--angle wing --from 0 --to 20", "'wing' is not an angle")]
    public Task A_sweep_that_is_none_is_refused(string options, string message) => Refused(Usage, message, ["sweep", "standing", .. options.Split(' ')]);

    [Fact]
    public async Task Stretch_of_a_pose_says_how_far_and_what_stops_it()
    {
        var text = await Body("stretch", "standing-hanging-bend", "hamstrings");
        Assert.Equal(Ok, text.Exit);
        Assert.Contains("hamstrings: ", text.Output, StringComparison.Ordinal);
        Assert.Contains("Tautest: ", text.Output, StringComparison.Ordinal);
        var json = await Json(Ok, "stretch", "standing", "hamstrings");
        Assert.False(json.GetProperty("lengthens").GetBoolean());
        await Refused(Usage, "'tail' is not a muscle", "stretch", "standing", "tail");
        await Refused(Usage, "--age 12 is outside 16 to 120 years", "stretch", "standing", "hamstrings", "--age", "12");
    }

    [Fact]
    public async Task Stretch_of_a_motion_says_what_holds_it_back_first()
    {
        using var folder = new TempFolder();
        var file = folder.Write("raise.yaml", string.Concat(((int[])[0, 20, 40, 50]).Select(hip => $"- pitch_deg: -90\n  angles:\n    hip_r_flexion: {hip}\n  supports:\n    - {{at: back}}\n    - {{at: sacrum}}\n    - {{at: head_back}}\n    - {{at: thigh_back_l}}\n    - {{at: calf_l}}\n")));
        var json = await Json(Ok, "stretch", file, "hamstrings");
        Assert.Equal(4, json.GetProperty("postures").GetInt32());
        Assert.Equal(4, json.GetProperty("longest_in").GetInt32());
        Assert.Contains(json.GetProperty("first_to_hold_back").GetString(), (string[])["semimembranosus", "semitendinosus", "biceps-femoris-long"]);
        var tight = await Body("stretch", file, "hamstrings", "--tight", "hamstrings=0.2");
        Assert.Equal(TooMuch, tight.Exit);
        Assert.Matches("posture 4: out of reach: with hamstrings this tight", tight.Output);
        await Refused(Usage, "holds several postures", "load", file);
    }

    [Fact]
    public async Task Rank_names_the_rope_counts_what_is_carried_and_says_what_is_too_heavy()
    {
        using var folder = new TempFolder();
        var day = folder.Write("day.yaml", "- posture: standing\n  hours: 6\n- posture: standing-flexed\n  hours: 1\n  carry_kg: 5\n");
        var json = await Json(Ok, "rank", day, "--samples", "5", "--tight", "psoas=0.15");
        var first = json.GetProperty("ropes").EnumerateArray().MinBy(rope => rope.GetProperty("looser_n").GetDouble());
        Assert.Equal("psoas", first.GetProperty("group").GetString());
        double Stronger(JsonElement ranked) => ranked.GetProperty("ropes").EnumerateArray().Sum(rope => Math.Abs(rope.GetProperty("stronger_n").GetDouble()));
        Assert.True(Stronger(await Json(Ok, "rank", day, "--samples", "0", "--carry", "10kg")) > Stronger(await Json(Ok, "rank", day, "--samples", "0")));
        var heavy = await Body("rank", day, "--samples", "0", "--carry", "120kg");
        Assert.Equal(TooMuch, heavy.Exit);
        Assert.Matches("part 2, standing-flexed: too heavy: ", heavy.Output);
        Assert.Equal(2, (await Json(TooMuch, "rank", day, "--samples", "0", "--carry", "120kg")).GetProperty("too_much")[0].GetProperty("part").GetInt32());
    }

    [Theory]
    [InlineData(Usage, "- posture: standing\n  hours: 6\n", "--samples -1", "--samples -1 is outside 0 to 100000")]
    [InlineData(Usage, "- posture: standing\n  hours: 6\n", "--level L9", "'L9' is not a level; there are: L5/S1")]
    [InlineData(Invalid, "- posture: standing\n  hours: NaN\n", "--samples 0", "hours")]
    [InlineData(Invalid, "- posture: standing\n  hours: 25\n", "--samples 0", "day.yaml: part 1: hours of 25 are not above 0 and at most 24")]
    [InlineData(Invalid, "- posture: flying\n  hours: 2\n", "--samples 0", "day.yaml: part 1: 'flying' is not a posture")]
    [InlineData(Invalid, "- posture: standing\n  hours: 2\n  carry_kg: -3\n", "--samples 0", "day.yaml: part 1: carry_kg of -3 is outside 0 to 500")]
    [InlineData(Invalid, "- posture: standing\n", "--samples 0", "'hours' is missing")]
    public async Task A_day_that_is_none_is_refused(int exit, string day, string options, string message)
    {
        using var folder = new TempFolder();
        await Refused(exit, message, ["rank", folder.Write("day.yaml", day), .. options.Split(' ')]);
    }

    [Fact]
    public async Task Day_adds_up_rows_and_carries_what_it_is_told_besides()
    {
        using var folder = new TempFolder();
        var file = folder.Write("day.csv", "minutes,posture,carry_kg\n60,standing,0\n10,standing-flexed,10\n");
        var json = await Json(Ok, "day", file);
        Assert.Equal(2, json.GetProperty("rows").GetArrayLength());
        var more = await Json(Ok, "day", file, "--carry", "5kg");
        double Most(JsonElement day) => day.GetProperty("levels")[1].GetProperty("most_n").GetDouble();
        Assert.True(Most(more) > Most(json) + 50);
        Assert.Contains("minutes above", (await Body("day", file)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("minutes,posture\n", "there is no row")]
    [InlineData("time,posture\n1,standing\n", "the first line must be minutes,posture")]
    [InlineData("minutes,posture\n0,standing\n", "line 2 is not minutes above 0")]
    [InlineData("minutes,posture\nNaN,standing\n", "line 2 is not minutes above 0")]
    [InlineData("minutes,posture,carry_kg\n5,standing,-1\n", "a load of 0 to 500 kg")]
    [InlineData("minutes,posture\n5,nowhere\n", "line 2: 'nowhere' is not a posture")]
    public async Task A_row_that_cannot_be_used_is_told_by_its_line(string csv, string message)
    {
        using var folder = new TempFolder();
        await Refused(Invalid, message, "day", folder.Write("day.csv", csv));
    }

    [Theory]
    [InlineData("stand", "pelvis tipped forward")]
    [InlineData("bend --by 30", @"chest tipped forward\s+30\.0°")]
    [InlineData("sit --seat 0.43", "low back bent")]
    [InlineData("toe-touch", "hip bent")]
    [InlineData("raise-leg", @"hip bent\s+62\.\d°")]
    public async Task A_task_prints_the_posture_found_and_its_loads(string task, string row)
    {
        var text = await Body(["task", .. task.Split(' ')]);
        Assert.Equal(Ok, text.Exit);
        Assert.Matches(row, text.Output);
        Assert.Contains("compression L4/L5", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reach_of_somebody_with_tight_hamstrings_stands_beside_the_usual_one()
    {
        var json = await Json(Ok, "task", "reach", "--ahead", "0.4", "--above", "0.5", "--tight", "hamstrings=0.19");
        var (usual, changed) = (json.GetProperty("usual"), json.GetProperty("changed"));
        Assert.True(changed.GetProperty("hip_deg").GetDouble() < usual.GetProperty("hip_deg").GetDouble() - 2);
        Assert.True(changed.GetProperty("lumbar_deg").GetDouble() > usual.GetProperty("lumbar_deg").GetDouble() + 2);
        Assert.Equal(6, usual.GetProperty("levels").GetArrayLength());
        var text = await Body("task", "reach", "--ahead", "0.3", "--above", "0.3", "--tight", "hamstrings=0.19");
        Assert.Equal(TooMuch, text.Exit);
        Assert.Contains("out of reach: with hamstrings this tight", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_task_carries_hangs_from_the_hands()
    {
        var empty = (await Json(Ok, "task", "bend", "--by", "30")).GetProperty("usual");
        var full = (await Json(Ok, "task", "bend", "--by", "30", "--carry", "5kg")).GetProperty("usual");
        Assert.True(Level(full, 1) > Level(empty, 1) + 50);
    }

    [Theory]
    [InlineData("sit --seat 0.9", "--seat 0.9 is outside 0.2 to 0.8 m")]
    [InlineData("sit --knees 200", "--knees 200 is outside 0 to 120 degrees")]
    [InlineData("bend --by NaN", "--by NaN is outside 0 to 100 degrees")]
    [InlineData("reach --ahead 3", "--ahead 3 is outside -0.2 to 1.5 m")]
    [InlineData("reach --ahead 1.2 --above 1.2", "the hands stay 38 cm away from a point")]
    [InlineData("toe-touch --carry 5kg", "--carry has no place in 'toe-touch'")]
    [InlineData("stand --carry 5kg@0.3m", "write 10kg, without @")]
    public Task A_task_that_cannot_be_is_refused(string task, string message) => Refused(Usage, message, ["task", .. task.Split(' ')]);

    [Fact]
    public async Task Validate_prints_every_row_as_text_as_markdown_and_as_json()
    {
        var json = await Json(Ok, "validate");
        var rows = json.GetProperty("rows").GetArrayLength();
        Assert.True(rows > 40);
        var markdown = await Body("validate", "--markdown");
        Assert.Equal(rows + 2, markdown.Output.Split('\n').Count(line => line.StartsWith('|')));
        var bounded = json.GetProperty("rows").EnumerateArray().Count(row => row.GetProperty("met").ValueKind != JsonValueKind.Null);
        Assert.True(bounded < rows);
        Assert.Contains($"{json.GetProperty("met").GetInt32()} of {bounded} met.", (await Body("validate")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--tight", "hamstrings=0.1")]
    [InlineData("--height", "1.6")]
    [InlineData("--carry", "10kg")]
    public async Task Validate_is_about_fixed_people_and_refuses_options_about_another(string option, string value)
    {
        var result = await Body("validate", option, value);
        Assert.Equal(Usage, result.Exit);
        Assert.Contains($"Unrecognized command or argument '{option}'", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(" met.", result.Output, StringComparison.Ordinal);
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
            var result = await Body([.. command, .. spoilt]);
            Assert.Equal((TooMuch, ""), (result.Exit, result.Output));
            Assert.StartsWith("not solved: ", result.Error, StringComparison.Ordinal);
        }
        var row = (await Json(TooMuch, ["compare", "standing", "sitting", .. spoilt])).GetProperty("postures")[1];
        Assert.Equal(JsonValueKind.Null, row.GetProperty("l4_l5_n").ValueKind);
        Assert.StartsWith("not solved: ", row.GetProperty("not_solved").GetString(), StringComparison.Ordinal);
    }
}
