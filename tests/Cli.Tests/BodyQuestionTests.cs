using System.Text.Json;
using static Mainstay.Cli.Tests.BodyRun;

namespace Mainstay.Cli.Tests;

/// <summary>What the questions to the body print that go beyond one posture: comparing, sweeping, stretching, ranking, days, tasks, validation.</summary>
public class BodyQuestionTests
{
    [Fact]
    public async Task Compare_holds_postures_against_the_first_and_says_what_is_too_heavy()
    {
        var text = await Run("compare", "standing", "sitting");
        Assert.Equal(Ok, text.Exit);
        Assert.Matches("standing .* × 1.00\\s+sitting .* × [0-9.]+", text.Output);
        var json = await Json(TooMuch, "compare", "standing", "standing-flexed", "--carry", "120kg");
        Assert.Equal(JsonValueKind.Null, json.GetProperty("postures")[0].GetProperty("too_heavy").ValueKind);
        Assert.Contains("lack", json.GetProperty("postures")[1].GetProperty("too_heavy").GetString(), StringComparison.Ordinal);
        Assert.Matches("standing-flexed .*too heavy: ", (await Run("compare", "standing", "standing-flexed", "--carry", "120kg")).Output);
    }

    [Fact]
    public async Task Sweep_prints_csv_or_json_and_says_where_it_gets_too_heavy()
    {
        var text = await Run("sweep", "standing", "--support", "none", "--angle", "lumbar_flexion", "--from", "0", "--to", "20", "--step", "10");
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
        var text = await Run("stretch", "standing-hanging-bend", "hamstrings");
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
        var tight = await Run("stretch", file, "hamstrings", "--tight", "hamstrings=0.2");
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
        var heavy = await Run("rank", day, "--samples", "0", "--carry", "120kg");
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
        Assert.Contains("minutes above", (await Run("day", file)).Output, StringComparison.Ordinal);
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
        var text = await Run(["task", .. task.Split(' ')]);
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
        var text = await Run("task", "reach", "--ahead", "0.3", "--above", "0.3", "--tight", "hamstrings=0.19");
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
        var markdown = await Run("validate", "--markdown");
        Assert.Equal(rows + 2, markdown.Output.Split('\n').Count(line => line.StartsWith('|')));
        var bounded = json.GetProperty("rows").EnumerateArray().Count(row => row.GetProperty("met").ValueKind != JsonValueKind.Null);
        Assert.True(bounded < rows);
        Assert.Contains($"{json.GetProperty("met").GetInt32()} of {bounded} met.", (await Run("validate")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--tight", "hamstrings=0.1")]
    [InlineData("--height", "1.6")]
    [InlineData("--carry", "10kg")]
    public async Task Validate_is_about_fixed_people_and_refuses_options_about_another(string option, string value)
    {
        var result = await Run("validate", option, value);
        Assert.Equal(Usage, result.Exit);
        Assert.Contains($"Unrecognized command or argument '{option}'", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(" met.", result.Output, StringComparison.Ordinal);
    }
}
