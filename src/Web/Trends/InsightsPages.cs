using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;
using Mainstay.Web.Pages;
using Mainstay.Web.Pages.Trends;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Trends;

/// <summary>What the diary says, and two remedies held against each other.</summary>
public static class InsightsPages
{
    public static void MapInsights(this IEndpointRouteBuilder app)
    {
        app.MapGet("/insights", (HttpContext http, CareModels care, InsightDesk desk, TimeProvider clock) => Show(http, care, desk, clock));
        app.MapPost("/insights/turn", Turn);
        app.MapPost("/insights/stop", Stop);
        app.MapGet("/insights/compare", (HttpContext http, CareModels care, InsightDesk desk) => Compare(http, care, desk, TrialForm.Read(http.Request.Query)));
        app.MapPost("/insights/compare", Start);
    }

    static IResult Show(HttpContext http, CareModels care, InsightDesk desk, TimeProvider clock, SentTurn? sent = null)
    {
        var person = http.Person();
        if (!person.HasAnswers && person.CheckIns.IsEmpty) return http.Show<NoInsightsPage, None>(None.Here);
        var (insight, history, now) = (desk.Of(person), person.Daily, clock.GetLocalNow());
        var all = http.Request.Query["all"] == "1";
        var first = insight.Days.Days > 0 && insight.Days.From < insight.CourseFrom ? insight.Days.From : insight.CourseFrom;
        // A course that began long before the diary did would leave the picture empty.
        if (insight.Days.From > first && insight.Days.From < person.Today) first = insight.Days.From;
        var over = Span.Of(first, person.Today, all);
        var library = care.Model.Library;
        return http.Show<InsightsPage, InsightsModel>(new(insight, history, over, all, person.Today.DayNumber - first.DayNumber >= Span.Weeks12,
            [.. history.SessionsById.Values.Where(one => one.Tried && one.At <= now).Select(one => one.Day).Distinct().Order()],
            TrialNow.Of(insight, history, person.Today), person.NewSince is null && Remedies.MayTry(care.Day(person)), history.Goals(),
            TestTrend.Of(history, library), SpotTrend.Of(history, library), care.Daily.Reviews(person.Answers, history, now), sent) { Left = Remedies.Offered(care, person).Left },
            sent is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    static async Task<IResult> Turn(HttpContext http, CareModels care, InsightDesk desk, PersonFile file, TimeProvider clock)
    {
        var form = await http.Request.ReadFormAsync();
        var person = http.Person();
        if (!Guid.TryParseExact(form["of"], "N", out var id)
            || TrialNow.Of(desk.Of(person), person.Daily, person.Today).FirstOrDefault(one => one.Plan.Experiment == id) is not { Turn: { } turn }) return Trouble.OldForm.Shown(http);
        var (before, after) = (Scale(form["before"]), Scale(form["after"]));
        if (before is null || after is null)
            return Show(http, care, desk, clock, new(id, before, after, N("Tap a number for both: just before, and just after.")));
        return SeeOther.To($"/insights#trial-{id:N}", "saved", file.Write(Noted.Of(new DiaryNote { Remedies = [new(turn, null, before, after)] })));
    }

    static async Task<IResult> Stop(HttpContext http, PersonFile file)
    {
        var form = await http.Request.ReadFormAsync();
        if (!Guid.TryParseExact(form["of"], "N", out var id) || http.Person().Daily.Running(file.Today).All(one => one.Experiment != id)
            && http.Person().Daily.Experiments.All(one => one.What.Experiment != id || one.What.From <= file.Today)) return Trouble.OldForm.Shown(http);
        return SeeOther.To("/insights", "saved", file.Write(Noted.Of(new ExperimentStop { Experiment = id })));
    }

    static IResult Compare(HttpContext http, CareModels care, InsightDesk desk, TrialForm form, ImmutableDictionary<string, string>? errors = null)
    {
        var person = http.Person();
        if (!person.HasAnswers) return http.Show<NoResultPage, None>(None.Here);
        if (person.NewSince is not null) return http.Show<NewsFirstPage, None>(None.Here);
        var (free, left) = Remedies.Offered(care, person);
        return http.Show<ComparePage, CompareModel>(new(form, free, left, TrialNow.Of(desk.Of(person), person.Daily, person.Today).FirstOrDefault(one => one is { Stopped: false, DaysLeft: > 0 }),
            errors ?? ImmutableDictionary<string, string>.Empty), errors is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    static async Task<IResult> Start(HttpContext http, CareModels care, InsightDesk desk, PersonFile file)
    {
        var person = http.Person();
        var form = TrialForm.Read(await http.Request.ReadFormAsync());
        if (!person.HasAnswers || person.NewSince is not null) return Compare(http, care, desk, form);
        var (free, _) = Remedies.Offered(care, person);
        var running = TrialNow.Of(desk.Of(person), person.Daily, person.Today).Any(one => one is { Stopped: false, DaysLeft: > 0 });
        var errors = form.Wrong(free, running);
        if (errors.Count > 0) return Compare(http, care, desk, form, errors);
        var id = Guid.CreateVersion7();
        var undo = file.Write(Noted.Of(new ExperimentStart
        {
            Experiment = id, A = form.A!.Value, B = form.B!.Value, BlockDays = form.BlockDays!.Value, Pairs = form.Pairs!.Value,
            Seed = BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4)), From = file.Today,
        }));
        return SeeOther.To($"/insights#trial-{id:N}", "trial", undo);
    }

    static int? Scale(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= 10 ? value : null;
}
