using System.Globalization;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Breaks;

/// <summary>The 30 days: begin, a step is done, stop.</summary>
public static class ChallengePages
{
    const string Here = $"{BreaksPages.Path}#challenge";

    public static void MapChallenge(this IEndpointRouteBuilder app) => app.MapPost($"{BreaksPages.Path}/challenge", Change);

    static async Task<IResult> Change(HttpContext http, PersonFile file, BreakDesk desk, CareModels care)
    {
        var form = await http.Request.ReadFormAsync();
        var now = desk.Now();
        var offer = BreakOffer.Of(http.Person(), now, care);
        var state = ChallengeState.Of(now.History, offer.Tasks, desk.Rules, now.Today);
        switch (form["do"].ToString())
        {
            case "start" when state is null:
                return SeeOther.To(Here, "challenge", file.Write(Noted.Of(new ChallengeStart())));
            case "stop" when state is not null:
                return SeeOther.To(Here, "challenge-stopped", file.Write(Noted.Of(new ChallengeStop())));
            case "done" when state is not null && !offer.Holds && offer.Tasks.Any(task => task.Id == form["task"]):
                if (state.Done.Contains(form["task"].ToString())) return SeeOther.To(Here, "same");
                var rung = int.TryParse(form["rung"], NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step <= 2 ? step : (int?)null;
                return SeeOther.To(Here, "challenge-done", file.Write(Noted.Of(new ChallengeDone { Task = form["task"].ToString(), Rung = rung })));
            case "start" or "stop":
                return SeeOther.To(Here, "same");
            default:
                return Trouble.BadForm.Shown(http);
        }
    }
}
