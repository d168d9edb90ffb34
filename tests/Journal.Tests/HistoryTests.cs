using System.Text;
using Mainstay.Care;

namespace Mainstay.Journal.Tests;

public class HistoryTests
{
    static PersonHistory Fold(params Entry[] entries) => PersonHistory.Of(entries.Select((entry, i) => TempJournal.Entry(entry, i)));

    [Fact]
    public void The_last_answer_counts_and_a_cleared_one_is_unanswered()
    {
        var history = Fold(AnswerGiven.Word("fever", "yes"), AnswerGiven.Word("fever", "no"), AnswerGiven.Number("age", 40),
            new AnswerCleared("age"));

        Assert.Equal(["fever"], history.Answers.Keys);
        Assert.Equal("no", history.Answers["fever"].Value.GetString());
        Assert.Equal(new DateOnly(2026, 1, 31), history.Answers["fever"].On);
    }

    [Fact]
    public void Answers_go_to_the_reasoning_as_one_object()
    {
        var history = Fold(AnswerGiven.Set("regions", "neck"), AnswerGiven.Number("age", 40), AnswerGiven.Word("gone", "yes"));

        Assert.Equal("""{"age":40,"regions":["neck"]}""", Encoding.UTF8.GetString(history.AnswersAsJson(id => id != "gone")));
    }

    [Fact]
    public void A_date_is_the_date_of_the_persons_own_clock()
    {
        var late = new DateTimeOffset(2026, 1, 31, 23, 30, 0, TimeSpan.FromHours(-5));
        var history = PersonHistory.Empty.With(new Recorded(Guid.CreateVersion7(late), late, AnswerGiven.Word("fever", "no")));

        Assert.Equal(new DateOnly(2026, 1, 31), history.Answers["fever"].On);
    }

    [Fact]
    public void A_new_check_asks_its_screens_again_and_a_screen_answered_anew_keeps_its_place()
    {
        var history = Fold(new CheckStarted(), new ScreenAnswered(0, "a", ["x"], 0.1), new ScreenAnswered(1, "b", ["y"], 0.2),
            new ScreenAnswered(0, "a", [], 0.1));
        Assert.Equal(["a", "b"], history.Visits.Select(visit => visit.Screen));
        Assert.Empty(history.Visits[0].Asked);
        Assert.Null(history.Finished);

        var finished = history.With(TempJournal.Entry(new CheckFinished("S"), 9));
        Assert.NotNull(finished.Finished);
        Assert.Empty(finished.With(TempJournal.Entry(new CheckStarted(), 10)).Visits);
        Assert.Equal("S", finished.LastResult!.Urgency);
    }

    [Fact]
    public void A_check_begun_anew_begins_a_course_when_it_is_finished_and_only_once()
    {
        var first = Fold(new CheckStarted(), new CheckFinished("S"), new CheckFinished("S"), new CheckStarted(), new CheckFinished("S"));
        Assert.Single(first.Daily.Courses);
        // The first step of a new check writes that it was started once more.
        var anew = first.With(TempJournal.Entry(new CheckStarted(Anew: true), 10)).With(TempJournal.Entry(new CheckStarted(), 11));
        Assert.Single(anew.Daily.Courses);
        var finished = anew.With(TempJournal.Entry(new CheckFinished("S"), 12));
        Assert.Equal(2, finished.Daily.Courses.Count);
        Assert.Equal(first.Daily.Begun, finished.Daily.Begun);
        Assert.Equal(2, finished.With(TempJournal.Entry(new CheckFinished("S"), 13)).Daily.Courses.Count);
    }

    [Fact]
    public void Each_course_keeps_the_pain_of_its_own_check()
    {
        var first = Fold(AnswerGiven.Number("nprs", 6), new CheckStarted(), new CheckFinished("S"));
        var both = new Entry[] { new CheckStarted(Anew: true), AnswerGiven.Number("nprs", 3), new CheckFinished("S") }
            .Select((entry, after) => TempJournal.Entry(entry, 10 + after)).Aggregate(first, (history, entry) => history.With(entry));
        Assert.Equal([6, 3], both.Daily.Courses.Select(course => both.Daily.CheckPains[course]));
        // A check without the answer knows none.
        Assert.Empty(Fold(new CheckStarted(), new CheckFinished("S")).Daily.CheckPains);
    }

    [Fact]
    public void Choices_settings_and_devices_follow_what_was_recorded()
    {
        var history = Fold(new MinutesChanged(0, 5), new PlanReset(), new ItemSkipped(null, "cat-cow"), new SettingChanged("theme", "dark"),
            new SettingChanged("lang", "en"),
            new SettingChanged("lang", null), new DeviceLetIn("d1", "Phone", "0f"), new DeviceLetIn("d2", "Tablet", "0e"),
                new DevicePutOut("d1"));

        Assert.Equal(new Care.PlanChoice.Skip(null, "cat-cow"), Assert.Single(history.Choices));
        Assert.Equal([KeyValuePair.Create("theme", "dark")], history.Settings);
        Assert.Equal(["Tablet"], history.Devices.Values.Select(device => device.Name));
    }

    [Fact]
    public void Questions_for_a_professional_are_those_that_were_written_last()
    {
        Assert.Equal("", Fold(new CheckStarted()).Questions);
        Assert.Equal("Which pillow?", Fold(new QuestionsWritten("May I run?"), new QuestionsWritten("Which pillow?")).Questions);
        Assert.Equal("", Fold(new QuestionsWritten("May I run?"), new QuestionsWritten("")).Questions);
    }

    [Fact]
    public void What_was_taken_back_counts_no_more_and_an_undo_can_be_undone()
    {
        var fever = TempJournal.Entry(AnswerGiven.Word("fever", "no"), 0);
        var worse = TempJournal.Entry(AnswerGiven.Word("fever", "yes"), 1);
        var checkIn = TempJournal.Entry(new CheckedIn(7), 2);
        var undo = TempJournal.Entry(new TakenBack([worse.Id, checkIn.Id]), 3);
        var redo = TempJournal.Entry(new TakenBack([undo.Id]), 4);

        var undone = PersonHistory.Of([fever, worse, checkIn, undo]);
        Assert.Equal("no", undone.Answers["fever"].Value.GetString());
        Assert.Equal(fever.At, undone.Answers["fever"].At);
        Assert.Empty(undone.CheckIns);

        var again = PersonHistory.Of([fever, worse, checkIn, undo, redo]);
        Assert.Equal("yes", again.Answers["fever"].Value.GetString());
        Assert.Equal(new CheckInThen(checkIn.Id, checkIn.At, new CheckedIn(7)), Assert.Single(again.CheckIns));
    }

    [Fact]
    public void Something_new_waits_until_it_was_asked_about_and_a_later_no_does_not_settle_it()
    {
        var said = TempJournal.Entry(new CheckedIn(4, AnythingNew: true), 0);
        var waiting = PersonHistory.Of([said, TempJournal.Entry(new CheckedIn(3, AnythingNew: false), 1), TempJournal.Entry(AnswerGiven.Word("fever", "no"), 2)]);
        Assert.Equal(said.At, waiting.NewSince);
        Assert.Null(waiting.With(TempJournal.Entry(new SignsAnswered(), 3)).NewSince);
        Assert.Null(waiting.With(TempJournal.Entry(new CheckFinished("S"), 3)).NewSince);
        Assert.Null(PersonHistory.Of([said, TempJournal.Entry(new TakenBack([said.Id]), 1)]).NewSince);
        Assert.NotNull(Fold(Noted.Of(new DiaryNote { AnyNew = true })).NewSince);
        Assert.NotNull(Fold(Noted.Of(new SessionStart { Session = Guid.CreateVersion7(), AnyNew = true })).NewSince);
    }

    [Fact]
    public void The_signs_count_as_answered_until_they_are_begun_anew_or_something_is_new()
    {
        var answered = PersonHistory.Of([TempJournal.Entry(new SpasmStarted(), 0), TempJournal.Entry(new SignsAnswered(), 1)]);
        Assert.Equal(TempJournal.Entry(new SignsAnswered(), 1).At, answered.Signs);
        Assert.NotNull(answered.With(TempJournal.Entry(new CheckedIn(4, AnythingNew: false), 2)).Signs);
        Assert.NotNull(answered.With(TempJournal.Entry(Noted.Of(new DiaryNote { AnyNew = false }), 2)).Signs);
        foreach (var later in new Entry[] { new SpasmStarted(), new CheckedIn(4, AnythingNew: true), Noted.Of(new DiaryNote { AnyNew = true }), Noted.Of(new CheckIn { AnyNew = true }) })
            Assert.Null(answered.With(TempJournal.Entry(later, 2)).Signs);
    }

    [Theory]
    [InlineData(11, null, null)]
    [InlineData(-1, null, null)]
    [InlineData(null, 11, null)]
    [InlineData(null, null, 5)]
    public void A_check_in_outside_its_scale_is_refused(int? pain, int? stiffness, int? mood) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CheckedIn(pain, stiffness, mood));

    [Fact]
    public void Every_kind_of_entry_has_its_fold() =>
        Assert.Equal(Fold(TempJournal.OneOfEach).Last!.Value.At, TempJournal.Entry(new SpasmStarted(), TempJournal.OneOfEach.Length - 1).At);
}
