using Mainstay.Care;
using Mainstay.Knowledge;
using Spectre.Console;

namespace Mainstay.Cli;

/// <summary>An assessment for people to read in a terminal.</summary>
static class ResultText
{
    public static void Write(Questionnaire questionnaire, Assessment assessment)
    {
        var triage = assessment.Triage;
        AnsiConsole.MarkupLine($"[bold {Colour(triage.Urgency)}]{Markup.Escape(Heading(triage.Urgency))}[/]");
        if (triage.Provisional) Line("It may turn out lower once the open details are answered. Until then this stands.");
        foreach (var fired in triage.Fired) WriteRule(fired);
        if (!triage.Open.IsEmpty) WriteOpen(questionnaire, triage.Open);
        if (triage.Holding >= Urgency.SameDay) return;
        WriteContributors(assessment.Contributors);
        Line();
        Line("No clinician has reviewed Mainstay. It does not make a diagnosis.");
    }

    static string Heading(Urgency urgency) => urgency switch
    {
        Urgency.Emergency => "E: emergency care now",
        Urgency.SameDay => "U24: see a clinician today",
        Urgency.WithinTwoWeeks => "U14: see a clinician within days, two weeks at most",
        Urgency.Routine => "R: make a routine appointment",
        Urgency.Open => "open: we cannot clear you yet, because needed questions are unanswered",
        _ => "S: care for yourself, and watch for the signs",
    };

    static string Colour(Urgency urgency) => urgency switch
    {
        Urgency.Emergency => "red",
        Urgency.SameDay => "orange3",
        Urgency.WithinTwoWeeks or Urgency.Routine => "yellow",
        Urgency.Open => "blue",
        _ => "green",
    };

    static void WriteRule(FiredRule fired)
    {
        var rule = fired.Rule;
        Line();
        AnsiConsole.MarkupLine($"[bold]{Markup.Escape($"{ResultJson.Code(rule.Level)}  {rule.Name}")}[/] [dim]{Markup.Escape(rule.Id)}[/]");
        Line($"  {rule.Reason}");
        foreach (var line in rule.Do) Line($"  + {line}");
        foreach (var line in rule.Avoid) Line($"  - {line}");
        if (rule.Say is { } say) Line($"  Say: “{say}”");
        if (!fired.Asks.IsEmpty) Line($"  Open details: {string.Join(", ", fired.Asks)}");
        AnsiConsole.MarkupLine($"  [dim]{Markup.Escape($"Source: {string.Join(", ", rule.Sources)} ({rule.Basis})")}[/]");
    }

    static void WriteOpen(Questionnaire questionnaire, IReadOnlyCollection<string> open)
    {
        const int shown = 12;
        Line();
        Line("Not answered, and could make it more urgent:");
        foreach (var id in open.Take(shown)) Line($"  {id,-24} {questionnaire[questionnaire.IndexOf(id)].Label}");
        if (open.Count > shown) Line($"  and {open.Count - shown} more (--json lists them all)");
    }

    static void WriteContributors(ContributorResult contributors)
    {
        Line();
        Line(contributors.Unclear ? "What may play a part: unclear. Nothing stands out from these answers." : "What may play a part:");
        foreach (var named in contributors.Named)
        {
            AnsiConsole.MarkupLine($"  [bold]{Markup.Escape(named.Contributor.Name)}[/] {named.Weight:0.00} [dim]({named.Low:0.00} to "
                + $"{named.High:0.00})[/]");
            foreach (var line in named.For) Line($"    + {line}");
            foreach (var line in named.Against) Line($"    - {line}");
            Line($"    To find out: {named.FindOut}");
        }
    }

    static void Line(string text = "") => Console.WriteLine(text);
}
