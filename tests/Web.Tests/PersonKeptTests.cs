using System.Collections.Immutable;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

/// <summary>The person that is kept folded is at every moment the person that the whole journal gives.</summary>
public sealed class PersonKeptTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Whatever_is_recorded_imported_deleted_or_waited_for_the_kept_person_is_the_one_freshly_folded(int seed)
    {
        await using var app = new TestApp();
        var (file, store, care) = (app.Get<PersonFile>(), app.Get<JournalStore>(), app.Get<CareModels>());
        using var other = JournalStore.Open(app.Data, patience: 1);
        var chance = new Random(seed);
        for (var steps = 0; steps < 120; steps++)
        {
            var what = chance.Next(20);
            if (what == 0) app.Clock.Pass(TimeSpan.FromHours(chance.Next(-60, 60)));
            else if (what == 7) file.Take([Stamped(app, new CheckedIn(Pain: 3, AnythingNew: chance.Next(2) == 0), chance)]);
            else if (what == 1) other.Append(JournalStore.Me, Some(chance, care).Select(entry => Stamped(app, entry, chance)).ToList());
            else if (what == 2 && chance.Next(4) == 0) Delete(chance.Next(2) == 0 ? store : other);
            else if (what == 3) store.Append(JournalStore.Me, Some(chance, care).Select(entry => Stamped(app, entry, chance)).ToList());
            else if (what == 4) Restored(other, chance);
            else if (what is 5 or 6 && store.Read(JournalStore.Me) is { IsEmpty: false } all) file.Write(new TakenBack([all[chance.Next(all.Length)].Id, all[^1].Id]));
            else file.Write(Some(chance, care));
            app.Clock.Pass(TimeSpan.FromMinutes(chance.Next(0, 90)));
            Same(new PersonFold(care).Of(store.Read(JournalStore.Me), file.Today), file.Read(), $"seed {seed}, step {steps}, way {what}");
            Assert.Same(file.Read(), file.Read());
        }
    }

    [Fact]
    public async Task Deleting_and_importing_as_many_other_entries_in_another_program_is_seen()
    {
        await using var app = new TestApp();
        var file = app.Get<PersonFile>();
        file.Write(AnswerGiven.Number("age", 41));
        Assert.Equal(41, file.Read().Answers["age"].Number);
        using var other = JournalStore.Open(app.Data);
        Delete(other);
        other.Append(JournalStore.Me, Recorded.Now(app.Clock, AnswerGiven.Number("age", 52)));
        Assert.Equal(52, file.Read().Answers["age"].Number);
    }

    [Fact]
    public async Task A_page_shows_what_was_recorded_since_by_this_program_or_another()
    {
        await using var app = new TestApp();
        using var other = JournalStore.Open(app.Data);
        async Task<bool> Dark() => (await app.Open("/about")).Html.Contains("data-theme=\"dark\"", StringComparison.Ordinal);
        await app.Open("/about");
        Assert.False(await Dark());
        await app.Submit("/me", "/me", [("theme", "dark")]);
        Assert.True(await Dark());
        other.Append(JournalStore.Me, Recorded.Now(app.Clock, new SettingChanged("theme", "light")));
        Assert.False(await Dark());
    }

    [Fact]
    public async Task A_device_that_another_program_deleted_is_a_stranger_at_once()
    {
        await using var app = new TestApp(new(Phone: true));
        var devices = app.Get<Hosting.DeviceList>();
        var token = devices.LetIn(devices.NewCode(), "Phone")!;
        Assert.NotNull(devices.Recognise(token));
        app.Get<JournalStore>().DeleteAll(JournalStore.Me);
        Assert.Null(devices.Recognise(token));
    }

    [Fact]
    public async Task The_same_page_is_sent_again_to_the_same_browser_only_and_for_a_minute_at_most()
    {
        await using var app = new TestApp();
        await app.Open("/me");
        var first = (await app.Open("/me")).Token;
        Assert.Equal(first, (await app.Open("/me")).Token);
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.NotEqual(first, (await app.Open("/me")).Token);
        var again = (await app.Open("/me")).Token;
        app.ForgetCookies();
        Assert.NotEqual(again, (await app.Open("/me")).Token);
        Assert.Equal(303, (await app.Submit("/me", "/me", [("theme", "dark")])).Status);
    }

    [Fact]
    public void Kept_pages_never_take_more_than_they_may()
    {
        var pages = new KeptPages();
        for (var at = 0; at < 1000; at++) pages.Keep(0, $"{at}", new(new byte[50_000], "text/html", null));
        Assert.InRange(Enumerable.Range(0, 1000).Count(at => pages.Find(0, $"{at}") is not null), 1, KeptPages.MostBytes / 50_000);
        Assert.NotNull(pages.Find(0, "999"));
        Assert.Null(pages.Find(1, "999"));
    }

    /// <summary>Takes everything away and brings it back without one entry, as somebody who mends an export does.</summary>
    static void Restored(JournalStore store, Random chance)
    {
        var all = store.Read(JournalStore.Me);
        if (all.IsEmpty) return;
        Delete(store);
        store.Append(JournalStore.Me, all.RemoveAt(chance.Next(all.Length)));
    }

    static void Delete(JournalStore store)
    {
        try
        {
            store.DeleteAll(JournalStore.Me);
        }
        catch (JournalException busy) when (busy.Fault == JournalFault.Locked)
        {
            // The app has the file open; the entries are gone all the same.
        }
    }

    /// <summary>Somewhere in the last two days, so before or after what is there.</summary>
    static Recorded Stamped(TestApp app, Entry entry, Random chance)
    {
        var at = app.Clock.GetUtcNow() - TimeSpan.FromMinutes(chance.Next(0, 2880));
        return new(Guid.CreateVersion7(at), at, entry);
    }

    static List<Entry> Some(Random chance, CareModels care) => [.. Enumerable.Range(0, chance.Next(1, 6)).Select(_ => One(chance, care))];

    static Entry One(Random chance, CareModels care)
    {
        var inputs = care.Questionnaire.Inputs;
        var rules = TestApp.Library.Rules;
        var items = TestApp.Library.Items;
        var rule = rules[chance.Next(rules.Length)].Id;
        return chance.Next(16) switch
        {
            0 => new AnswerCleared(inputs[chance.Next(inputs.Length)].Id),
            1 => new SeenRecorded(rule, new DateOnly(2026, 3, 1), "Dr Okoye", "", true, care.Triage.Fingerprint(rule, Care.Answers.Empty(care.Questionnaire))),
            2 => new ItemSkipped(chance.Next(7), items[chance.Next(items.Length)].Id),
            3 => new MinutesChanged(chance.Next(7), chance.Next(60)),
            4 => chance.Next(3) == 0 ? new PlanReset() : new DayMoved(chance.Next(7), chance.Next(7)),
            5 => new ScreenAnswered(chance.Next(4), "you", ["age"], 0.2),
            6 => chance.Next(2) == 0 ? new CheckStarted(Anew: true) : new CheckFinished("S"),
            7 => new SettingChanged("theme", chance.Next(2) == 0 ? "dark" : null),
            8 => AnswerGiven.Word("no-such-question", "yes"),
            9 => AnswerGiven.Word("age", "very old"),
            10 => new CheckedIn(chance.Next(11), AnythingNew: chance.Next(3) == 0),
            11 => new QuestionsWritten(chance.Next(2) == 0 ? "" : "May I run?"),
            _ => Answer(inputs[chance.Next(inputs.Length)], chance),
        };
    }

    static AnswerGiven Answer(Input input, Random chance) => input.Kind switch
    {
        InputKind.Number => AnswerGiven.Number(input.Id, Math.Floor((input.Min ?? 0) + chance.NextDouble() * ((input.Max ?? 10) - (input.Min ?? 0)))),
        InputKind.YesNo => AnswerGiven.Word(input.Id, chance.Next(3) switch { 0 => "yes", 1 => "no", _ => "unsure" }),
        InputKind.Choice => AnswerGiven.Word(input.Id, input.Options[chance.Next(input.Options.Length)].Id),
        InputKind.Set => AnswerGiven.Set(input.Id, input.Options[chance.Next(input.Options.Length)].Id),
        InputKind.BodyMap => new AnswerGiven(input.Id, System.Text.Json.JsonSerializer.SerializeToElement(new Dictionary<string, int> { [input.Options[chance.Next(input.Options.Length)].Id] = chance.Next(11) })),
        _ => AnswerGiven.Word(input.Id, "Climb the stairs"),
    };

    static void Same(Person fresh, Person kept, string when)
    {
        Assert.True(fresh.Answers.Equals(kept.Answers), $"{when}: the answers differ");
        Assert.True(fresh.Answers.BodyMap.OrderBy(one => one.Key).SequenceEqual(kept.Answers.BodyMap.OrderBy(one => one.Key)), $"{when}: the body map differs");
        Assert.True(fresh.Seen.SequenceEqual(kept.Seen), $"{when}: what a professional has seen differs");
        Assert.True(fresh.CheckIns.SequenceEqual(kept.CheckIns), $"{when}: the check-ins differ");
        Assert.Equal((fresh.NewSince, fresh.WentThrough, fresh.Questions), (kept.NewSince, kept.WentThrough, kept.Questions));
        Assert.True(fresh.Choices.Made.SequenceEqual(kept.Choices.Made), $"{when}: the choices differ");
        Assert.Equal((fresh.State, fresh.Today, fresh.Answered, fresh.Country, fresh.Theme, fresh.Choices.Weeks, fresh.Choices.Start),
            (kept.State, kept.Today, kept.Answered, kept.Country, kept.Theme, kept.Choices.Weeks, kept.Choices.Start));
    }
}
