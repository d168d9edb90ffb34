using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

public sealed class ReviewTests
{
    static TestApp Lived(int days, Func<int, double> pain)
    {
        var app = new TestApp();
        Persona.Desk.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        for (var day = 0; day < days; day++)
        {
            app.Clock.Pass(TimeSpan.FromDays(1));
            app.Get<PersonFile>().Write(new CheckedIn((int)pain(day)));
        }
        return app;
    }

    [Fact]
    public async Task Before_the_first_one_it_says_when_it_comes_and_an_unknown_week_is_not_there()
    {
        await using var app = Lived(3, _ => 4);
        Assert.Contains("The first look back is on 24 March 2026", Text(await app.Open("/review")), StringComparison.Ordinal);
        Assert.Equal(404, (await app.Open("/review/4")).Status);
        Assert.Equal(404, (await app.Open("/review/x")).Status);
        await using var nobody = new TestApp();
        Assert.Contains("No result yet", Text(await nobody.Open("/review")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_gain_at_week_6_the_letter_is_due_and_carries_the_review()
    {
        await using var app = Lived(43, _ => 5);
        var html = Text(await app.Open("/review"));
        Assert.Contains("Week 6: looking back", html, StringComparison.Ordinal);
        Assert.Contains("/result/letter?for=no-progress", html, StringComparison.Ordinal);
        var letter = Text(await app.Open("/result/letter?for=no-progress"));
        Assert.Contains("Review of week 6", letter, StringComparison.Ordinal);
        Assert.Contains("No useful change", letter, StringComparison.Ordinal);
        Assert.Contains("Pain diary", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Pain diary", Text(await app.Open("/result/letter?for=no-progress&own=1&with=where")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_letter_carries_the_review_that_makes_it_due_after_a_check_anew()
    {
        await using var app = Lived(45, _ => 4);
        app.Get<PersonFile>().Write(new CheckStarted(Anew: true));
        Persona.Desk.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        for (var day = 0; day < 16; day++)
        {
            app.Get<PersonFile>().Write(new CheckedIn(day < 3 ? 8 : 5));
            app.Clock.Pass(TimeSpan.FromDays(1));
        }
        var letter = Text(await app.Open("/result/letter?for=no-progress"));
        Assert.Contains("Review of week 6", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("On course", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pain_that_is_clearly_worse_is_called_so_in_the_letter()
    {
        await using var app = Lived(43, day => day < 3 ? 3 : 6);
        var letter = Text(await app.Open("/result/letter?for=no-progress"));
        Assert.Contains("Clearly more pain: an assessment is asked for.", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("No useful change", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_it_is_noted_once_and_can_be_undone()
    {
        await using var app = Lived(15, _ => 4);
        Assert.NotNull(app.Get<CareModels>().Day(app.Get<PersonFile>().Read()).Review);
        var read = await app.Submit("/me", "/review", [("week", "2")]);
        Assert.Null(app.Get<CareModels>().Day(app.Get<PersonFile>().Read()).Review);
        Assert.DoesNotContain("I have read it", Text(await app.Open("/review/2")), StringComparison.Ordinal);
        await app.Submit("/me", "/review", [("week", "2")]);
        Assert.Single(app.Get<PersonFile>().Read().Daily.Reviews);
        await app.Undo(read);
        Assert.Empty(app.Get<PersonFile>().Read().Daily.Reviews);
        foreach (var week in new[] { "", "4", "x", "99999999999" }) Assert.Equal(400, (await app.Submit("/me", "/review", [("week", week)])).Status);
    }

    [Fact]
    public async Task Who_got_there_has_a_thin_week_and_may_have_the_whole_one_back()
    {
        await using var app = Lived(85, day => day < 3 ? 6 : 2);
        Assert.Contains("Your week is thinner now", Text(await app.Open("/review")), StringComparison.Ordinal);
        Assert.Contains("You got where you wanted", Text(await app.Open("/plan")), StringComparison.Ordinal);
        var whole = await app.Submit("/me", "/plan/week", [("whole", "yes")]);
        Assert.DoesNotContain("You got where you wanted", Text(await app.Open("/plan")), StringComparison.Ordinal);
        await app.Undo(whole);
        Assert.Contains("You got where you wanted", Text(await app.Open("/plan")), StringComparison.Ordinal);
        Assert.Equal(400, (await app.Submit("/me", "/plan/week", [("whole", "perhaps")])).Status);
    }
}
