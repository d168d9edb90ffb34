using System.Collections.Immutable;

namespace Mainstay.Web.Own;

/// <summary>Values of a trend, the last one of each day.</summary>
public static class ByDay
{
    public static ImmutableArray<(DateOnly Day, double Value)> Of(IEnumerable<(DateOnly Day, double Value)> values) => [.. values.GroupBy(one => one.Day).Select(day => day.Last())];
}
