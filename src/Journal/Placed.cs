using System.Text.Json.Serialization;

namespace Mainstay.Journal;

/// <summary>Other entries come behind a place, though they are stamped before it: a clock was wrong, and is not any more, or a device brought them
/// late. Where the clock ran ahead while a "no" was told, the "yes" that is told after it was put right must not look older.</summary>
/// <param name="Of">Ids of the entries, in their order.</param>
/// <param name="After">The moment that they come behind.</param>
/// <param name="Turn">Which turn of such entries at that moment, from 1.</param>
public sealed record Placed([property: JsonRequired] Guid[] Of, [property: JsonRequired] DateTimeOffset After, [property: JsonRequired] int Turn) : Entry
{
    [JsonIgnore]
    public Place Place => new(After, Turn);

    public bool Equals(Placed? other) => other is not null && After == other.After && Turn == other.Turn && Of.AsSpan().SequenceEqual(other.Of);
    public override int GetHashCode() => HashCode.Combine(After, Turn);

    /// <summary>To be stored before entries that were told after all that is there; null: their moments say so already.</summary>
    /// <param name="last">Where the last entry stands.</param>
    /// <param name="told">At one moment, or in their order.</param>
    public static Recorded? Behind(Place? last, DateTimeOffset now, IReadOnlyCollection<Recorded> told)
    {
        if (last is not { } place || told.All(one => one.At >= place.At)) return null;
        return new(Guid.CreateVersion7(now), now, new Placed([.. told.Select(one => one.Id)], place.At, place.Turn + 1));
    }
}

/// <summary>Where an entry stands among the others.</summary>
/// <param name="Turn">0: where its own moment puts it.</param>
public readonly record struct Place(DateTimeOffset At, int Turn) : IComparable<Place>
{
    public int CompareTo(Place other) => At.CompareTo(other.At) is not 0 and var by ? by : Turn.CompareTo(other.Turn);

    public static bool operator <(Place left, Place right) => left.CompareTo(right) < 0;
    public static bool operator >(Place left, Place right) => left.CompareTo(right) > 0;
    public static bool operator <=(Place left, Place right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Place left, Place right) => left.CompareTo(right) >= 0;

    /// <summary>Where the last one stands, with one more.</summary>
    public static Place Behind(Place? last, Recorded recorded)
    {
        var own = recorded.Entry is Placed mark ? mark.Place : new(recorded.At, 0);
        return last is { } place && place > own ? place : own;
    }
}
