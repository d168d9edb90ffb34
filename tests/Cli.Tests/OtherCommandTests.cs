using System.Text.Json;
using Mainstay.Journal;

namespace Mainstay.Cli.Tests;

public class OtherCommandTests
{
    [Fact]
    public async Task Questions_print_every_input_with_type_options_and_wording()
    {
        var (exit, output, _) = await TheProgram.Run("questions", "--json");

        Assert.Equal(0, exit);
        using var document = JsonDocument.Parse(output);
        var inputs = document.RootElement.EnumerateArray().ToDictionary(input => input.GetProperty("id").GetString()!);
        Assert.DoesNotContain("bmi", inputs.Keys);
        Assert.Equal("yes_no", inputs["ces_saddle"].GetProperty("type").GetString());
        Assert.True(inputs["ces_saddle"].GetProperty("unsure_is_yes").GetBoolean());
        Assert.Equal(["none", "one", "both"], inputs["leg_pain"].GetProperty("options").EnumerateArray()
            .Select(option => option.GetProperty("id").GetString()));
        Assert.Equal(120, inputs["age"].GetProperty("max").GetDouble());
        Assert.All(inputs.Values, input => Assert.NotEqual("", input.GetProperty("text").GetString()));

        var text = await TheProgram.Run("questions");
        Assert.Contains("ces_saddle yes | no | unsure", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_prints_a_week_and_with_why_the_weights_behind_each_choice()
    {
        var file = Path.Combine(TheProgram.Examples, "desk-worker-stiff-back.json");
        var (exit, output, _) = await TheProgram.Run("plan", file, "--assume-no", "--why", "--today", "2026-03-02");

        Assert.Equal(0, exit);
        Assert.StartsWith("Programme from 2026-03-02", output, StringComparison.Ordinal);
        Assert.Contains("Monday", output, StringComparison.Ordinal);
        Assert.Contains("Benefit ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", output, StringComparison.Ordinal);

        var without = await TheProgram.Run("plan", file, "--assume-no", "--today", "2026-03-02");
        Assert.DoesNotContain("Benefit ", without.Output, StringComparison.Ordinal);
        Assert.Equal(without.Output, (await TheProgram.Run("plan", file, "--assume-no", "--today", "2026-03-02")).Output);
    }

    [Fact]
    public async Task One_motion_is_drawn_as_a_picture_and_only_one()
    {
        using var folder = new TempFolder();
        var file = folder.File("cat-cow.svg");
        Assert.Equal(0, (await TheProgram.Run("moves", "sheet", file, "cat-cow")).Exit);
        Assert.StartsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        var several = await TheProgram.Run("moves", "sheet", folder.File("all.svg"));
        Assert.NotEqual(0, several.Exit);
        Assert.Contains("all.svg needs its id", several.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("all.svg")));
    }

    [Fact]
    public async Task One_motion_is_verified_with_a_row_of_what_it_does()
    {
        var (exit, output, error) = await TheProgram.Run("moves", "verify", "cat-cow");
        Assert.True(exit == 0, error);
        Assert.Matches(@"(?m)^cat-cow +\S+ .*×", output);
        Assert.EndsWith("1 of 1 passed.", output.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain("FAILED", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_motion_whose_foot_hangs_in_the_air_fails_by_name_and_by_exit_code()
    {
        using var folder = new TempFolder();
        var (from, to) = (Mainstay.Knowledge.KnowledgeFolder.Find(AppContext.BaseDirectory)!, folder.File("knowledge"));
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        var motion = Path.Combine(to, "motions", "stand-tall.yaml");
        var text = await File.ReadAllTextAsync(motion);
        var spoilt = System.Text.RegularExpressions.Regex.Replace(text, @"(- \{id: end, angles: \{[^}]*root_z: )[0-9.]+", "${1}0.93");
        Assert.NotEqual(text, spoilt);
        await File.WriteAllTextAsync(motion, spoilt);
        var (exit, output, _) = await TheProgram.Run("moves", "verify", "stand-tall", "--knowledge", to);
        Assert.Equal(1, exit);
        Assert.Contains("FAILED  support: ", output, StringComparison.Ordinal);
        Assert.Contains("0 of 1 passed.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_goes_out_and_in_again_without_loss()
    {
        using var folder = new TempFolder();
        var at = new DateTimeOffset(2026, 1, 31, 8, 0, 0, TimeSpan.FromHours(1));
        using (var store = JournalStore.Open(folder.File("a.db")))
            store.Append(JournalStore.Me, [new Recorded(Guid.CreateVersion7(at), at, AnswerGiven.Word("own_goals", "Straße „Süd“")),
                new Recorded(Guid.CreateVersion7(at), at, new SpasmStarted())]);

        var exported = await TheProgram.Run("journal", "export", folder.File("out.jsonl"), "--data", folder.File("a.db"));
        var imported = await TheProgram.Run("journal", "import", folder.File("out.jsonl"), "--data", folder.File("b.db"));
        var again = await TheProgram.Run("journal", "export", "--data", folder.File("b.db"));

        Assert.Equal((0, 0, 0), (exported.Exit, imported.Exit, again.Exit));
        Assert.Equal(File.ReadAllText(folder.File("out.jsonl")), again.Output);
        Assert.Contains("Straße „Süd“", again.Output, StringComparison.Ordinal);
        Assert.Contains("2 new entries imported", imported.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_import_brings_is_judged_at_once_so_that_reminders_wait()
    {
        using var folder = new TempFolder();
        var at = new DateTimeOffset(2026, 1, 31, 8, 0, 0, TimeSpan.FromHours(1));
        var signs = new[] { ("ces_saddle", "yes"), ("ces_bladder", "yes"), ("ces_time", "recent") }.Select(sign => new Recorded(Guid.CreateVersion7(at), at, AnswerGiven.Word(sign.Item1, sign.Item2)));
        using (var store = JournalStore.Open(folder.File("a.db"))) store.Append(JournalStore.Me, [.. signs]);
        await TheProgram.Run("journal", "export", folder.File("out.jsonl"), "--data", folder.File("a.db"));

        Assert.Equal(0, (await TheProgram.Run("journal", "import", folder.File("out.jsonl"), "--data", folder.File("b.db"))).Exit);
        using (var judged = JournalStore.Open(folder.File("b.db"))) Assert.Equal(new LevelHeld("E"), judged.History(JournalStore.Me).Level);

        // Where nobody can judge, they wait all the same.
        Assert.Equal(0, (await TheProgram.Run("journal", "import", folder.File("out.jsonl"), "--data", folder.File("c.db"), "--knowledge", folder.File("none"))).Exit);
        using (var waiting = JournalStore.Open(folder.File("c.db"))) Assert.True(waiting.History(JournalStore.Me).Waits);
    }

    [Fact]
    public async Task A_day_of_postures_names_the_line_that_cannot_be_used_and_what_nobody_could_hold()
    {
        using var folder = new TempFolder();
        const string Head = "minutes,posture,carry_kg\n60,standing,0\n";
        var unknown = await TheProgram.Run("body", "day", folder.Write("a.csv", Head + "5,nowhere,0\n"));
        Assert.Equal(1, unknown.Exit);
        Assert.Contains("line 3: 'nowhere' is not a posture", unknown.Error, StringComparison.Ordinal);
        var heavy = await TheProgram.Run("body", "day", folder.Write("b.csv", Head + "5,standing-flexed,200\n"));
        Assert.Equal(5, heavy.Exit);
        Assert.Contains("line 3: too heavy", heavy.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_journal_is_deleted_only_when_that_is_said_and_then_to_the_last_byte()
    {
        using var folder = new TempFolder();
        var at = new DateTimeOffset(2026, 1, 31, 8, 0, 0, TimeSpan.FromHours(1));
        using (var store = JournalStore.Open(folder.File("a.db")))
            store.Append(JournalStore.Me, [new Recorded(Guid.CreateVersion7(at), at, AnswerGiven.Word("own_goals", "zebrafinch"))]);

        var asked = await TheProgram.Run("journal", "delete", "--data", folder.File("a.db"));
        Assert.NotEqual(0, asked.Exit);
        Assert.Contains("--yes", asked.Error, StringComparison.Ordinal);
        Assert.Contains("zebrafinch", (await TheProgram.Run("journal", "export", "--data", folder.File("a.db"))).Output, StringComparison.Ordinal);

        Assert.Equal(0, (await TheProgram.Run("journal", "delete", "--yes", "--data", folder.File("a.db"))).Exit);
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(folder.File("a.db"))!, "a.db*"))
            Assert.DoesNotContain("zebrafinch", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_import_stores_nothing_and_a_missing_or_foreign_data_file_is_said()
    {
        using var folder = new TempFolder();
        var bad = await TheProgram.Run("journal", "import",
            folder.Write("bad.jsonl", "{\"mainstay\":\"journal\",\"version\":1}\n{\"id\":1}\n"), "--data", folder.File("b.db"));
        Assert.Equal(1, bad.Exit);
        Assert.Contains("line 2, id: must be a UUID of version 7", bad.Error, StringComparison.Ordinal);
        Assert.Equal("{\"mainstay\":\"journal\",\"version\":1}\n",
            (await TheProgram.Run("journal", "export", "--data", folder.File("b.db"))).Output);

        var missing = await TheProgram.Run("journal", "export", "--data", folder.File("none.db"));
        Assert.Equal(3, missing.Exit);
        Assert.False(File.Exists(folder.File("none.db")));
        Assert.Equal(3, (await TheProgram.Run("journal", "export", "--data", folder.Write("list.db", new string('x', 5000)))).Exit);
    }

    [Fact]
    public async Task Content_check_passes_on_what_is_shipped_and_names_file_and_line_of_what_is_wrong()
    {
        var shipped = await TheProgram.Run("content", "check", "--json");
        Assert.Equal(0, shipped.Exit);
        Assert.Contains("\"ok\": true", shipped.Output, StringComparison.Ordinal);

        using var folder = new TempFolder();
        folder.Write("tips.yaml", "- id: sail\n  titel: Sail\n");
        var broken = await TheProgram.Run("content", "check", "--knowledge", Path.GetDirectoryName(folder.File("x"))!);
        Assert.Equal(1, broken.Exit);
        Assert.Contains("tips.yaml\n", broken.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("     2  'titel' is not a key of a tip; allowed: id, title,", broken.Output, StringComparison.Ordinal);
        Assert.Contains("plan.yaml", broken.Output, StringComparison.Ordinal);
        Assert.Contains(" error(s) in ", broken.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_command_and_a_wrong_option_of_serve_is_a_wrong_command_line()
    {
        var help = await TheProgram.Run("--help");
        foreach (var command in (string[])["assess", "plan", "questions", "journal", "content", "serve"]) Assert.Contains(command,
            help.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await TheProgram.Run("serve", "--colour", "blue")).Exit);
    }

    [Fact]
    public async Task A_line_that_was_taken_back_stays_out_when_its_table_comes_again_and_is_counted()
    {
        using var folder = new TempFolder();
        var (table, data) = (folder.Write("days.csv", "date,pain\n2026-03-01,4\n2026-03-02,5\n"), folder.File("a.db"));
        Assert.Equal(0, (await TheProgram.Run("diary", "import", table, "--data", data)).Exit);
        using (var store = JournalStore.Open(data))
        {
            var (now, line) = (TimeProvider.System.GetLocalNow(), store.Read(JournalStore.Me).First(one => one.Entry is Noted));
            store.Append(JournalStore.Me, new Recorded(Guid.CreateVersion7(now), now, new TakenBack([line.Id])));
        }
        var (exit, _, error) = await TheProgram.Run("diary", "import", table, "--data", data);
        Assert.Equal(0, exit);
        Assert.Contains("0 notes imported", error, StringComparison.Ordinal);
        Assert.Contains("1 were there already, 1 were changed or taken back and stay out", error, StringComparison.Ordinal);
        using var after = JournalStore.Open(data);
        Assert.Equal(5, Assert.Single(after.History(JournalStore.Me).Daily.Diary).What.Pain);
    }
}
