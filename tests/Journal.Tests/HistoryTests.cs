using System.Text;

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
    public void Every_kind_of_entry_has_its_fold() =>
        Assert.Equal(Fold(TempJournal.OneOfEach).Last, TempJournal.Entry(new SpasmStarted(), TempJournal.OneOfEach.Length - 1).At);
}
