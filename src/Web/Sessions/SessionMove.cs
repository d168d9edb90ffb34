using Mainstay.Care;
using Mainstay.Knowledge;

namespace Mainstay.Web.Sessions;

/// <summary>How a move of a session is guided: by counting, by holding, by the clock, or at the person's own pace.</summary>
public enum Pace { Reps, Hold, Time, Own }

/// <summary>One move of a session: with its dose, and with what was said of it.</summary>
/// <param name="Report">The last of this session; null: not yet done.</param>
public sealed record SessionMove(OwnMove Move, Logged<ItemReport>? Report)
{
    public string Id => Move.Item.Id;
    public Item Item => Move.Item;
    /// <summary>Null: not offered now.</summary>
    public TodayItem? Today => Move.Today;
    /// <summary>Something is still to be done here.</summary>
    public bool IsOpen => Report is null && Today is { NotBefore: null } && !Move.Stopped;

    public Pace Pace => Item.Family is Family.Lesson or Family.Card ? Pace.Own
        : Today is { Reps.IsEmpty: false } ? Pace.Reps
        : Today is { HoldS: > 0 } ? Pace.Hold
        : Pace.Time;

    /// <summary>What is asked, to be recorded; null where nothing is counted.</summary>
    public double? Asked => Today is { Volume: > 0 and var volume } ? volume : null;
}
