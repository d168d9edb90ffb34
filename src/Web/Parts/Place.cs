namespace Mainstay.Web.Parts;

/// <summary>A page in the navigation. Only what exists is here.</summary>
public sealed record Place(string Path, string Name, string Icon, bool OnPhoneBar)
{
    public static readonly Place Today = new("/", "Today", "today", true);
    public static readonly Place Check = new("/check", "Check", "check", true);
    public static readonly Place Result = new("/result", "Result", "shield", true);
    public static readonly Place Plan = new("/plan", "Plan", "plan", true);
    public static readonly Place Moves = new("/moves", "Moves", "moves", false);
    public static readonly Place Learn = new("/learn", "Learn", "learn", false);
    public static readonly Place Me = new("/me", "Me", "me", false);
    public static readonly Place About = new("/about", "About", "info", false);

    public static IEnumerable<Place> All(Frame frame) =>
        frame.HasResult ? [Today, Plan, Result, Moves, Learn, Check, Me, About] : [Today, Check, Moves, Learn, Me, About];
}
