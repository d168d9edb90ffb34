using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Model;

namespace Mainstay.Body.Validation;

/// <summary>One comparison with people.</summary>
/// <param name="Reached">What the model gives now.</param>
/// <param name="Target">What was measured, and how near is near enough.</param>
public sealed record ValidationRow(string Group, string What, string Reached, string Target, bool Met);

/// <summary>The model held against measurements, computed afresh every time. A target that is missed stays in the table as missed.</summary>
public static class ValidationTable
{
    /// <summary>About half a second.</summary>
    public static ImmutableArray<ValidationRow> Compute(AnatomyData data)
    {
        var man = ModelBuilder.Build(data, Person.Wilke);
        return [.. DiscPressure.Rows(man), .. Implants.Rows(man), .. MomentArms.Rows(data), .. Strength.Rows(data), .. Flexing.Rows(man)];
    }
}
