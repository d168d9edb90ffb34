using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Model;

namespace Mainstay.Body.Validation;

/// <summary>One comparison with people.</summary>
/// <param name="Reached">What the model gives now.</param>
/// <param name="Target">What was measured, and how near is near enough.</param>
/// <param name="Met">Null where nothing bounds the figure: it is reported, neither met nor missed.</param>
public sealed record ValidationRow(string Group, string What, string Reached, string Target, bool? Met)
{
    /// <summary>"met", "missed" or "reported".</summary>
    public string Outcome => Met switch { true => "met", false => "missed", null => "reported" };
}

/// <summary>The model held against measurements, computed afresh every time. A target that is missed stays in the table as missed.</summary>
public static class ValidationTable
{
    /// <summary>What nothing at hand allows a row for; printed below the table.</summary>
    public const string NotInTheTable = "Not in the table: moment arms of psoas and the oblique muscles, since no measured figures were at hand.";

    /// <summary>The lines of a table for docs/body.md.</summary>
    public static IEnumerable<string> Markdown(IEnumerable<ValidationRow> rows) =>
        rows.Select(row => $"| {row.Group} | {row.What} | {row.Reached} | {row.Target} | {(row.Met is false ? "**missed**" : row.Outcome)} |")
            .Prepend("|---|---|---|---|---|").Prepend("| group | what | reached | target | |");

    /// <summary>About a second.</summary>
    public static ImmutableArray<ValidationRow> Compute(AnatomyData data)
    {
        var man = ModelBuilder.Build(data, Person.Wilke);
        return [.. DiscPressure.Rows(man), .. Implants.Rows(man), .. MomentArms.Rows(data), .. Strength.Rows(data), .. Flexing.Rows(man)];
    }
}
