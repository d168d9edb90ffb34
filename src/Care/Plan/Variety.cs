using System.Collections.Immutable;
using System.Numerics;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>The three ways a back moves.</summary>
[Flags]
public enum Ways
{
    None = 0,
    /// <summary>Forward and back.</summary>
    Bend = 1,
    Side = 2,
    Turn = 4,
    All = Bend | Side | Turn,
}

/// <summary>In which ways a person moved. Doing all three is no treatment; it is what a body is for.</summary>
/// <param name="Days">Days of the last two weeks with each way, in the order bend, side, turn.</param>
public sealed record Variety(ImmutableArray<(Ways Way, int Days)> Days)
{
    public const int Window = 14;

    /// <summary>The ways that were on no day.</summary>
    public Ways Lacking => Days.Where(day => day.Days == 0).Aggregate(Ways.None, (all, day) => all | day.Way);

    public static Variety Of(History history, Library library, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(library);
        var today = DateOnly.FromDateTime(now.DateTime);
        var items = library.Items.ToDictionary(item => item.Id, Of);
        var days = new Dictionary<DateOnly, Ways>();
        foreach (var session in history.SessionsById.Values)
            if (session.At <= now && session.Day > today.AddDays(-Window))
                foreach (var report in session.Items)
                    if (report.What.Tried && items.TryGetValue(report.What.Item, out var ways)) days[session.Day] = days.GetValueOrDefault(session.Day) | ways;
        return new([.. ((Ways[])[Ways.Bend, Ways.Side, Ways.Turn]).Select(way => (way, days.Values.Count(day => (day & way) != 0)))]);
    }

    internal static Ways Of(Item item) => item.Ways.Aggregate(Ways.None, (all, id) => all | id switch { "bend" => Ways.Bend, "side" => Ways.Side, "turn" => Ways.Turn, _ => Ways.None });

    internal static int Count(Ways ways) => BitOperations.PopCount((uint)ways);
}
