using System.Globalization;
using Mainstay.Care;
using Spectre.Console;

namespace Mainstay.Cli;

/// <summary>A week for people to read in a terminal.</summary>
static class PlanText
{
    public static void Write(PlanResult result, bool why)
    {
        if (result.Plan is not { } plan)
        {
            Console.WriteLine(result.Says);
            return;
        }
        Console.WriteLine($"Programme from {plan.Start:yyyy-MM-dd}, phase: {plan.Phase.Id()}");
        foreach (var note in plan.Notes) Console.WriteLine(note);
        foreach (var day in plan.Days)
        {
            Console.WriteLine();
            AnsiConsole.MarkupLine($"[bold]{plan.Start.AddDays(day.Index).ToString("dddd", CultureInfo.InvariantCulture)}[/] "
                + $"{(day.Free ? "free" : $"{Number(day.Used)} of {Number(day.Minutes)} minutes")}");
            foreach (var item in day.All) Item(item, why);
        }
        if (!plan.Anytime.IsEmpty)
        {
            Console.WriteLine();
            AnsiConsole.MarkupLine("[bold]At any time[/]");
            foreach (var item in plan.Anytime) Item(item, why);
        }
        if (plan.Blocked.IsEmpty) return;
        Console.WriteLine();
        AnsiConsole.MarkupLine("[bold]Left out to be safe[/]");
        foreach (var blocked in plan.Blocked) Console.WriteLine($"  {blocked.Item.Name}: {string.Join(" ", blocked.Says)}");
    }

    static void Item(PlannedItem item, bool why)
    {
        Console.WriteLine($"  {item.Item.Name}, {Number(item.Minutes)} min ({item.Place}): {item.Dose.Text}");
        foreach (var limit in item.Adjustments) Console.WriteLine($"    ! {limit.Says}");
        if (!why) return;
        var w = item.Weights;
        Console.WriteLine($"    Why: {item.Why} {item.Known}");
        Console.WriteLine($"    Benefit {Number(w.Benefit)} = verdict {Number(w.Verdict)}"
            + $" × fit {Number(w.Fit)}{(w.Contributor is { } c ? $" ({c})" : "")} × phase {Number(w.Phase)} × part {Number(w.Part)}"
            + $" × preference {Number(w.Preference)} × goal {Number(w.Goal)}{(w.GoalId is { } g ? $" ({g})" : "")}"
            + $" × repeat {Number(w.Repeat)}");
        if (!item.Alternatives.IsEmpty) Console.WriteLine($"    Instead: {string.Join(", ", item.Alternatives)}");
    }

    static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
