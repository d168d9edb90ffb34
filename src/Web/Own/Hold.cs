using Mainstay.Care;
using Mainstay.Knowledge;
using Mainstay.Web.Flow;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Own;

/// <summary>Why nothing is to be tried out or pressed now, and what comes first.</summary>
/// <param name="Own">The words are the knowledge's, not the app's.</param>
public sealed record Hold(string Says, string Link, string LinkText, bool Own = false)
{
    static readonly Hold Check = new(N("First the check, please. It says what is safe for you."), "/check", N("Go to the check"));
    static readonly Hold News = new(N("First a few questions, please. Something may be new."), "/new", N("Answer them now"));
    static readonly Hold Again = News with { Link = "/new/again" };
    static readonly Hold Open = new(N("Some danger signs are still open. They come first."), "/result", N("See what is open"));

    static readonly Hold Strong = new(N("Your pain is strong today. Trying out and pressing can wait."), "/spasm", N("What helps now"));

    /// <summary>Why no move of the list is to be done now; null: nothing holds. Before the age is known only news does: a page to read is not a plan.</summary>
    public static Hold? ForMoves(Person person, Today day) =>
        !person.HasAnswers ? person.NewSince is null ? null : News
        : day.Plan is { Withheld: { } why and not Withheld.AgeUnknown } plan ? new(plan.Says!, "/result", N("See what to do"), Own: true)
        : person.NewSince is not null ? News
        : day.Rescreen is { Holds: true } due ? Again with { Says = string.Join(' ', due.Whys.Select(reason => reason.Says)), Own = true }
        : null;

    /// <summary>Null: nothing holds. The same reasons that hold back the moves of a day.</summary>
    public static Hold? For(Person person, CareModels care)
    {
        if (!person.HasAnswers || !person.WentThrough) return Check;
        var day = care.Day(person);
        if (day.Plan.Withheld is { } withheld) return new(day.Plan.Says!, withheld == Withheld.AgeUnknown ? "/check/change/age" : "/result", withheld == Withheld.AgeUnknown ? N("Tell us your age") : N("See what to do"), Own: true);
        if (person.NewSince is not null) return News;
        if (day.Rescreen is not null) return Again;
        if (day.Underlying == DayMode.StrongPain) return Strong;
        return day.Underlying == DayMode.Guarded || day.Assessment.Triage.Urgency == Urgency.Open ? Open : null;
    }
}
