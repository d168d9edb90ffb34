using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

/// <summary>What a device brings late, or after a clock was wrong, is not settled by what was answered before it came.</summary>
public sealed class LateSignTests
{
    static readonly Guid Id = new("019cd000-0000-7000-8000-000000000001");

    static Noted Start => Noted.Of(new SessionStart { Session = Id, Items = ValueList.From(["cat-cow"]), Pain = 3, AnyNew = false });

    public static TheoryData<string> Signs => ["worst", "after", "end", "longer", "not-yet", "morning", "check-in", "calf"];

    static Entry Told(string sign) => sign switch
    {
        "worst" => Noted.Of(new ItemReport { Session = Id, Item = "cat-cow", Worst = 8 }),
        "after" => Noted.Of(new ItemReport { Session = Id, Item = "cat-cow", Before = 2, After = 7 }),
        "end" => Noted.Of(new SessionEnd { Session = Id, Pain = 8 }),
        "longer" => Noted.Of(new SessionAfter { Session = Id, Settled = Settling.Longer }),
        "not-yet" => Noted.Of(new SessionAfter { Session = Id, Settled = Settling.NotYet }),
        "morning" => Noted.Of(new SessionAfter { Session = Id, Morning = 8 }),
        "check-in" => new CheckedIn(8, AnythingNew: false),
        _ => Noted.Of(new DiaryNote { Regions = ValueList.From([new RegionPain("calf_left", 3)]) }),
    };

    static Rescreen? Due(TestApp app) => app.Get<CareModels>().Day(app.Get<PersonFile>().Read()).Rescreen;

    /// <summary>All that was answered before is answered anew, and so is all that is asked.</summary>
    static void AnswerAll(TestApp app)
    {
        var (file, questions) = (app.Get<PersonFile>(), app.Get<CareModels>().Questionnaire);
        var said = file.Now().Folded.History.Answers;
        var asked = (Due(app)?.Inputs ?? []).Where(input => !said.ContainsKey(input)).Select(input => AnswerGiven.Word(input, questions[questions.IndexOf(input)].Kind == Knowledge.InputKind.YesNo ? "no" : "none"));
        file.Write([.. said.Select(one => new AnswerGiven(one.Key, one.Value.Value)), .. asked]);
    }

    [Theory]
    [MemberData(nameof(Signs))]
    public async Task A_red_by_number_that_a_phone_brings_late_asks_again(string sign)
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var file = app.Get<PersonFile>();
        file.Write([Start, Noted.Of(new ItemReport { Session = Id, Item = "cat-cow", Worst = 3 })]);
        app.Clock.Pass(TimeSpan.FromHours(25));
        var then = app.Clock.GetLocalNow();
        app.Clock.Pass(TimeSpan.FromMinutes(30));
        AnswerAll(app);
        Assert.Null(Due(app));
        app.Clock.Pass(TimeSpan.FromMinutes(30));
        var late = new Recorded(Guid.CreateVersion7(then), then, Told(sign));
        file.Take([late]);
        Assert.True(Due(app)?.Holds);
        // Sent again it is no news.
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        AnswerAll(app);
        file.Take([late]);
        Assert.Equal("", string.Join(' ', Due(app)?.Inputs ?? []));
    }

    [Fact]
    public async Task What_stirred_nothing_stays_at_its_moment()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var file = app.Get<PersonFile>();
        file.Write(Start);
        var then = app.Clock.GetLocalNow();
        app.Clock.Pass(TimeSpan.FromMinutes(30));
        file.Write(AnswerGiven.Number("nprs", 3));
        file.Take([new(Guid.CreateVersion7(then), then, Noted.Of(new ItemReport { Session = Id, Item = "cat-cow", Worst = 4, After = 3 })), new(Guid.CreateVersion7(then), then, Noted.Of(new SessionEnd { Session = Id, Pain = 3 }))]);
        Assert.Equal(app.Clock.GetLocalNow(), file.Read().Daily.Answered["nprs"]);
    }

    [Theory]
    [InlineData("worst")]
    [InlineData("calf")]
    public async Task After_a_clock_that_ran_ahead_was_put_right_a_red_is_asked_about(string sign)
    {
        await using var app = TestApp.After(Persona.Desk);
        app.Clock.Pass(TimeSpan.FromHours(-2) + TimeSpan.FromMinutes(20));
        var at = app.Clock.GetLocalNow();
        app.Get<PersonFile>().Take([new(Guid.CreateVersion7(at), at, Start), new(Guid.CreateVersion7(at), at, Told(sign))]);
        Assert.True(Due(app)?.Holds);
    }

    [Fact]
    public async Task Whatever_is_told_after_the_clock_was_put_right_comes_behind_what_is_there()
    {
        await using var app = TestApp.After(Persona.Desk);
        app.Clock.Pass(TimeSpan.FromHours(-2));
        var (at, file) = (app.Clock.GetLocalNow(), app.Get<PersonFile>());
        file.Take([new(Guid.CreateVersion7(at), at, Start)]);
        Assert.All(file.Read().Daily.Answered.Values, moment => Assert.True(moment < at));
    }
}
