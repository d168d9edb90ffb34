using System.Reflection;
using System.Text.Json.Serialization;
using Mainstay.Care;

namespace Mainstay.Journal.Tests;

public class DailyTests
{
    static readonly DateTimeOffset At = new(2026, 1, 31, 8, 15, 0, TimeSpan.FromHours(1));
    static Recorded Entry(Entry entry, int minute) => new(Guid.CreateVersion7(At.AddMinutes(minute)), At.AddMinutes(minute), entry);

    [Fact]
    public void Every_kind_of_entry_is_tried_here() => Assert.Empty(
        typeof(Entry).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType).Except(TempJournal.OneOfEach.Select(e => e.GetType())));

    [Fact]
    public void What_is_recorded_daily_reaches_the_reasoning_in_the_order_of_its_moments()
    {
        var session = Guid.CreateVersion7(At);
        Recorded[] entries =
        [
            Entry(AnswerGiven.Word("fever", "no"), 0), Entry(new CheckedIn(Pain: 4, AnythingNew: false), 1),
            Entry(Noted.Of(new SessionStart { Session = session, Items = ["cat-cow"], Pain = 4 }), 2),
            Entry(Noted.Of(new ItemReport { Session = session, Item = "cat-cow", Worst = 5 }), 3),
            Entry(Noted.Of(new DiaryNote { Pain = 3 }), 9),
        ];
        var late = Entry(Noted.Of(new DiaryNote { Pain = 6 }), 5);

        var history = PersonHistory.Of(entries).With(late).Daily;

        Assert.Equal([6.0, 3], history.Diary.Select(note => note.What.Pain!.Value));
        Assert.Equal((4, false), (history.CheckIns[0].What.Pain, history.CheckIns[0].What.AnyNew));
        var only = Assert.Single(history.Sessions);
        Assert.Equal((4, 5), (only.Before, only.Items[0].What.Worst));
        Assert.Equal(At, history.Answered["fever"]);
    }

    [Fact]
    public void An_undone_entry_is_not_in_the_history()
    {
        var wrong = Entry(Noted.Of(new DiaryNote { Pain = 9 }), 1);

        var history = PersonHistory.Of([wrong, Entry(Noted.Of(new DiaryNote { Pain = 3 }), 2), Entry(new TakenBack([wrong.Id]), 3)]).Daily;

        Assert.Equal(3, Assert.Single(history.Diary).What.Pain);
    }

    [Theory]
    [InlineData("""{"kind":"diary","what":{"pain":11}}""", "entry.what.pain: is 11; allowed: 0 to 10")]
    [InlineData("""{"kind":"diary","what":{"painn":1}}""", "entry")]
    [InlineData("""{"kind":"diary"}""", "entry")]
    [InlineData("""{"kind":"diary","what":null}""", "entry.what: must not be null; allowed: an object with ")]
    [InlineData("""{"kind":"session-item","what":{"session":"0190a5a0-0000-7000-8000-0000000000aa","item":"x","outcome":"fine"}}""", "entry.what.outcome")]
    [InlineData("""{"kind":"session-item","what":{"session":"0190a5a0-0000-7000-8000-0000000000aa","item":"x","outcome":1}}""", "entry.what.outcome")]
    [InlineData("""{"kind":"diary","what":{"regions":[{"region":"low_back","pain":12}]}}""", "entry.what.regions.low_back: is 12")]
    public void What_is_out_of_range_is_named_and_refused(string entry, string message)
    {
        var text = $$"""
            {"mainstay":"journal","version":1}
            {"id":"0190a5a0-0000-7000-8000-000000000001","at":"2026-01-31T08:15:00.000+01:00","entry":{{entry}}}
            """;

        Assert.Contains(message, Assert.Throws<JournalException>(() => JournalFile.Read(new StringReader(text))).Message, StringComparison.Ordinal);
    }
}
