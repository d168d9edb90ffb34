using System.Collections.Immutable;
using Mainstay.Care;

namespace Mainstay.Web.Trends;

/// <param name="Over">What the charts show.</param>
/// <param name="HasMore">There is more than they show, or less was asked for than there is.</param>
/// <param name="Sessions">Days with a session, each once, oldest first.</param>
/// <param name="Trials">The newest first.</param>
/// <param name="MayTry">Today is a day for trying things.</param>
/// <param name="Reviews">The past ones, oldest first.</param>
/// <param name="Sent">A turn that was sent and lacks something.</param>
public sealed record InsightsModel(Insight Insight, History History, Span Over, bool All, bool HasMore, ImmutableArray<DateOnly> Sessions, ImmutableArray<TrialNow> Trials,
    bool MayTry, ImmutableArray<OwnGoal> Goals, ImmutableArray<TestTrend> Tests, ImmutableArray<SpotTrend> Spots, ImmutableArray<Review> Reviews, SentTurn? Sent = null)
{
    /// <summary>What is not for this person today, with the reason.</summary>
    public ImmutableArray<(RemedyKind Kind, string Says)> Left { get; init; } = [];

    public bool IsEmpty => Insight.Trend.Trend3.IsEmpty && Sessions.IsEmpty && Trials.IsEmpty && Goals.IsEmpty && Tests.IsEmpty && Spots.IsEmpty && History.Diary.IsEmpty;
}

/// <param name="Of">Id of the experiment.</param>
public sealed record SentTurn(Guid Of, int? Before, int? After, string Error);

/// <summary>One side of a self-test over time.</summary>
/// <param name="Side">"left", "right", or null where it has none.</param>
public sealed record TestTrend(Knowledge.SelfTest Test, string? Side, ImmutableArray<(DateOnly Day, double Value)> Values)
{
    public static ImmutableArray<TestTrend> Of(History history, Knowledge.Library library) =>
    [
        .. from test in library.Tests
           let taken = history.Tests.Where(one => one.What.Test == test.Id).ToArray()
           from side in (string?[])[null, "left", "right"]
           let values = taken.Select(one => (one.Day, Value: side switch { null => one.What.Value, "left" => one.What.Left, _ => one.What.Right }))
               .Where(one => one.Value is not null).Select(one => (one.Day, one.Value!.Value)).ToImmutableArray()
           where values.Length > 0
           select new TestTrend(test, side, values),
    ];
}

/// <summary>How much a tender spot hurts when pressed, over time.</summary>
/// <param name="Region">In words.</param>
public sealed record SpotTrend(string Id, string Region, ImmutableArray<(DateOnly Day, double Pain)> Felt)
{
    public static ImmutableArray<SpotTrend> Of(History history, Knowledge.Library library)
    {
        var places = library.Inputs.FirstOrDefault(input => input.Kind == Knowledge.InputKind.BodyMap)?.Options ?? [];
        return [.. history.SpotsNow().Select(spot => new SpotTrend(spot.Id, places.FirstOrDefault(place => place.Id == spot.Region)?.Text ?? spot.Region,
            [.. spot.Felt.Where(felt => felt.What.Pain is not null).Select(felt => (felt.Day, felt.What.Pain!.Value))])).Where(spot => spot.Felt.Length > 0)];
    }
}
