using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Parts;

/// <summary>A page in the navigation. Only what exists is here.</summary>
public sealed record Place(string Path, string Name, string Icon)
{
    public static readonly Place Today = new("/", N("Today"), "today");
    public static readonly Place Check = new("/check", N("Check"), "check");
    public static readonly Place Result = new("/result", N("Result"), "shield");
    public static readonly Place Plan = new("/plan", N("Plan"), "plan");
    public static readonly Place Insights = new("/insights", N("Insights"), "insights");
    public static readonly Place Stress = new("/stress", N("Stress"), "stress");
    public static readonly Place Moves = new("/moves", N("Moves"), "moves");
    public static readonly Place Breaks = new("/breaks", N("Breaks"), "breaks");
    public static readonly Place Body = new("/body", N("Body"), "body");
    public static readonly Place Diary = new("/diary", N("Diary"), "diary");
    public static readonly Place Spots = new("/spots", N("Sore spots"), "spots");
    public static readonly Place Tests = new("/tests", N("Tests"), "tests");
    public static readonly Place Goals = new("/goals", N("Goals"), "star");
    public static readonly Place Learn = new("/learn", N("Learn"), "learn");
    public static readonly Place Me = new("/me", N("Me"), "me");
    public static readonly Place About = new("/about", N("About"), "info");

    public static IEnumerable<Place> All(Frame frame) =>
        frame.HasResult ? [Today, Plan, Diary, Insights, Moves, Breaks, Body, Spots, Tests, Goals, Stress, Result, Learn, Check, Me, About] : [Today, Check, Diary, Moves, Breaks, Body, Learn, Me, About];
}
