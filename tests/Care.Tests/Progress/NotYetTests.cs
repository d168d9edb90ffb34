namespace Mainstay.Care.Tests;

/// <summary>"Not yet" is red only when a day is over.</summary>
public class NotYetTests
{
    const string Squat = "sit-to-stand";
    static readonly Guid Id = new(6, 6, 6, 0, 0, 0, 0, 0, 0, 0, 0);

    static Diary Late() => new Diary(RealCare.DeskWorker).Note(0, 21, new SessionStart { Session = Id, Items = [Squat], Pain = 3 })
        .Note(0, 21.1, new ItemReport { Session = Id, Item = Squat, Worst = 4, After = 4, Asked = 8, Done = 8, Rpe = 5 }).Note(0, 21.2, new SessionEnd { Session = Id, Pain = 4 });

    static SessionAfter Says(Settling settled, double? morning = null) => new() { Session = Id, Settled = settled, Morning = morning };

    static Light On(Diary diary, int day, double hour) => diary.On(day, hour).Progress.Sessions[^1].Light;

    [Fact]
    public void The_next_morning_it_is_amber_and_asked_about_when_the_day_is_over()
    {
        var diary = Late().Note(1, 7, Says(Settling.NotYet, 4));
        Assert.Equal(Light.Amber, On(diary, 1, 7.5));
        Assert.Null(diary.On(1, 7.5).Rescreen);
        var session = diary.History.SessionsById[Id];
        Assert.Equal((false, true), (session.MayHaveSettled(Diary.At(1, 20)), session.MayHaveSettled(Diary.At(1, 21.5))));
    }

    [Fact]
    public void After_a_day_it_is_red_and_asks_again()
    {
        var diary = Late().Note(1, 7, Says(Settling.NotYet)).Note(1, 22, Says(Settling.NotYet));
        Assert.Equal(Light.Red, On(diary, 1, 22.5));
        Assert.Contains(diary.On(1, 22.5).Rescreen!.Whys, why => why.Rule == "ask_red");
        Assert.False(diary.History.SessionsById[Id].MayHaveSettled(Diary.At(1, 23)));
    }

    [Fact]
    public void Where_nobody_asks_any_more_it_has_not_settled_and_the_questions_come()
    {
        var diary = Late().Note(1, 20, Says(Settling.NotYet, 4));
        // What is answered while the card still asks was answered before anybody knew.
        diary.Ask(2, 12, RealCare.Model.Questionnaire.Inputs.Select(input => input.Id));
        Assert.Equal((Light.Amber, null), (On(diary, 2, 23.9), diary.On(2, 23.9).Rescreen));
        Assert.Equal(Light.Red, On(diary, 3, 8));
        var due = diary.On(3, 8).Rescreen!;
        Assert.True(due.Holds);
        Assert.Contains(due.Whys, why => why.Rule == "ask_red");
        diary.Ask(3, 9, due.Inputs);
        Assert.Equal((Light.Red, null), (On(diary, 4, 8), diary.On(4, 8).Rescreen));
    }

    [Theory]
    [InlineData(Settling.WithinDay, Light.Amber)]
    [InlineData(Settling.Longer, Light.Red)]
    public void What_is_told_later_counts(Settling settled, Light light) => Assert.Equal(light, On(Late().Note(1, 7, Says(Settling.NotYet)).Note(2, 7, Says(settled)), 2, 8));

    [Fact]
    public void Not_yet_is_never_green() => Assert.Equal(Light.Amber, Diary.Daily.Light.Of(3, 3, 3, Settling.NotYet, 3));
}
