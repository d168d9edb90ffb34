using Mainstay.Care;
using Mainstay.Knowledge;
using Mainstay.Web.Flow;
using Mainstay.Web.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Mainstay.Web.Tests;

/// <summary>A field that is sent empty takes its answer back, and never makes anything sound less urgent.</summary>
public sealed class WithdrawnTests
{
    static Answers Now(TestApp app) => app.Get<PersonFile>().Read().Answers;

    [Fact]
    public async Task Ones_own_words_are_taken_back_by_an_empty_field_and_come_again_by_undo()
    {
        await using var app = TestApp.After();
        const string Path = "/check/change/own_goals";
        await app.Submit(Path, Path, [("screen", Screen(await app.Open(Path))), ("q.own_goals", "Dance again")]);
        Assert.Equal("Dance again", Now(app).TextOf("own_goals"));
        var sent = await app.Submit(Path, Path, [("q.own_goals", "  ")]);
        Assert.StartsWith("/check/answers?said=saved&undo=", sent.Location, StringComparison.Ordinal);
        Assert.Null(Now(app).TextOf("own_goals"));
        await app.Undo(sent);
        Assert.Equal("Dance again", Now(app).TextOf("own_goals"));
    }

    [Fact]
    public async Task A_number_in_Me_is_taken_back_and_what_was_empty_before_is_said_to_be_as_it_was()
    {
        await using var app = TestApp.After();
        await app.Submit("/me", "/me/profile", [("q.height_cm", "170"), ("q.mass_kg", "68")]);
        Assert.Equal(170, Now(app).NumberOf("height_cm"));
        Assert.StartsWith("/me?said=saved&undo=", (await app.Submit("/me", "/me/profile", [("q.age", "38"), ("q.height_cm", ""), ("q.mass_kg", "68")])).Location, StringComparison.Ordinal);
        Assert.Equal((null, 68, 38), (Now(app).NumberOf("height_cm"), Now(app).NumberOf("mass_kg"), Now(app).NumberOf("age")));
        Assert.Equal("/me?said=same", (await app.Submit("/me", "/me/profile", [("q.age", "38"), ("q.height_cm", ""), ("q.mass_kg", "68")])).Location);
    }

    [Fact]
    public async Task A_field_that_was_not_sent_keeps_its_answer()
    {
        await using var app = TestApp.After();
        await app.Submit("/me", "/me/profile", [("q.height_cm", "170")]);
        Assert.Equal("/me?said=same", (await app.Submit("/me", "/me/profile", [("q.age", "38")])).Location);
        Assert.Equal(170, Now(app).NumberOf("height_cm"));
    }

    [Fact]
    public async Task Nothing_written_is_never_called_saved()
    {
        await using var app = TestApp.After();
        var before = Now(app);
        Assert.Equal("/check/answers?said=same", (await app.Submit("/check/change/own_goals", "/check/change/own_goals", [("q.own_goals", "")])).Location);
        Assert.Equal("/check/answers?said=same", (await app.Submit("/check/places?change=true", "/check/places?change=true", [])).Location);
        Assert.Equal(before, Now(app));
    }

    [Fact]
    public async Task The_strength_of_a_place_is_taken_back_and_the_page_offers_it()
    {
        await using var app = TestApp.After();
        const string Path = "/check/places?change=true";
        Assert.Equal(5, Now(app).BodyMap["low_back_left"]);
        async Task<bool> Offered() => new AngleSharp.Html.Parser.HtmlParser().ParseDocument((await app.Open(Path)).Html).QuerySelector("input[name='place.low_back_left'][value='']") is not null;
        Assert.True(await Offered());
        var sent = await app.Submit(Path, Path, [("place.low_back_left", ""), ("place.low_back_right", "5")]);
        Assert.StartsWith("/check/answers?said=saved&undo=", sent.Location, StringComparison.Ordinal);
        Assert.Null(Now(app).BodyMap["low_back_left"]);
        Assert.Equal(5, Now(app).BodyMap["low_back_right"]);
        Assert.False(await Offered());
    }

    [Fact]
    public async Task A_choice_from_a_list_is_taken_back_by_its_line_that_says_nothing()
    {
        await using var app = TestApp.After();
        const string Path = "/check/change/work_kind";
        await app.Submit(Path, Path, [("q.work_kind", TestApp.Library.Inputs.Single(input => input.Id == "work_kind").Options[0].Id)]);
        Assert.Equal(AnswerState.Given, Now(app)["work_kind"].State);
        await app.Submit(Path, Path, [("q.work_kind", "")]);
        Assert.Equal(AnswerState.Unanswered, Now(app)["work_kind"].State);
    }

    [Fact]
    public async Task A_danger_question_of_yes_and_no_that_is_sent_empty_stays_as_it_was()
    {
        await using var app = TestApp.After(Persona.Emergency);
        await app.Submit("/check/change/ces_saddle", "/check/change/ces_saddle", [("q.ces_saddle", "")]);
        Assert.Equal(Answer.Yes, Now(app)["ces_saddle"]);
    }

    [Theory]
    [InlineData("nprs", "8", "3")]
    [InlineData("onset_days", "1", "30")]
    public async Task An_answer_that_keeps_the_plan_careful_is_not_taken_back_by_an_empty_field(string id, string careful, string free)
    {
        await using var app = new TestApp();
        var care = app.Get<CareModels>();
        var person = app.Get<PersonFile>().Read();
        var input = care.Questionnaire.Inputs.Single(input => input.Id == id);
        AnswerForm Emptied(string value) => AnswerForm.Read(new FormCollection(new Dictionary<string, StringValues> { [$"q.{id}"] = "" }), [input],
            person.Answers.With(id, double.Parse(value, System.Globalization.CultureInfo.InvariantCulture)), Phrases.English, (with, without) => care.Leans(person, with, without));
        Assert.Equal([id], Emptied(careful).Errors.Keys);
        Assert.Empty(Emptied(free).Errors);
    }

    /// <summary>Random people, with each of their answers sent empty: the level never falls below what it was, and where it would, the field says so.</summary>
    [Fact]
    public async Task No_empty_field_ever_lowers_how_urgent_it_is()
    {
        await using var app = new TestApp();
        var care = app.Get<CareModels>();
        var person = app.Get<PersonFile>().Read();
        var (chance, refused, cleared) = (new Random(11), 0, 0);
        var inputs = care.Questionnaire.Inputs.Where(input => !input.Elsewhere).ToArray();
        for (var round = 0; round < 150; round++)
        {
            var answers = inputs.Aggregate(person.Answers, (known, input) => Random(known, input, chance));
            var before = care.Triage.Assess(answers);
            foreach (var input in inputs)
            {
                var form = new FormCollection(new Dictionary<string, StringValues> { [$"q.{input.Id}"] = "" });
                var read = AnswerForm.Read(form, [input], answers, Phrases.English, (with, without) => care.Leans(person, with, without));
                var after = care.Triage.Assess(read.Answers);
                Assert.True(after.Urgency >= before.Urgency && after.Unseen >= before.Unseen && after.Holding >= before.Holding, $"{input.Id}, round {round}: {before.Urgency} became {after.Urgency}");
                if (read.Errors.ContainsKey(input.Id))
                {
                    refused++;
                    Assert.Equal(AnswerForm.Values(input, answers), AnswerForm.Values(input, read.Answers));
                }
                else if (AnswerForm.Values(input, answers).Count > AnswerForm.Values(input, read.Answers).Count) cleared++;
            }
        }
        Assert.True(refused > 0 && cleared > 0, $"{refused} refused, {cleared} cleared: this proves nothing");
    }

    static Answers Random(Answers answers, Input input, Random chance) => input.Kind switch
    {
        InputKind.YesNo => answers.With(input.Id, chance.Next(12) == 0 ? "yes" : "no"),
        InputKind.Choice => answers.With(input.Id, input.Options[chance.Next(input.Options.Length)].Id),
        InputKind.Number => answers.With(input.Id, Math.Round((input.Min ?? 0) + chance.NextDouble() * ((input.Max ?? 100) - (input.Min ?? 0)))),
        InputKind.Text => answers.WithText(input.Id, "some words"),
        _ => answers,
    };

    static string Screen(Page page) => System.Text.RegularExpressions.Regex.Match(page.Html, "name=\"screen\" value=\"([^\"]*)\"").Groups[1].Value;
}
