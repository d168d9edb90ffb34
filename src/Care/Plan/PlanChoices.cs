using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Mainstay.Care;

/// <summary>What the person changed about their plan, in the order they did it, and what the diary knows. The default is a first plan.</summary>
public sealed record PlanChoices
{
    public static PlanChoices None { get; } = new();

    /// <summary>Later ones win over earlier ones about the same thing.</summary>
    public ImmutableArray<PlanChoice> Made { get; init; } = [];
    /// <summary>A bad spell is on: half the minutes, and what suits a flare.</summary>
    public bool Flare { get; init; }
    /// <summary>Ladder level reached, 1 to 5. Null: derived from the answers.</summary>
    public int? Level { get; init; }
    /// <summary>Full weeks on the programme so far. In the first two, strength begins with its starting dose.</summary>
    public int Weeks { get; init; }
    /// <summary>The goals are reached: strength twice a week and walks, beside what the person likes. A bad spell has its own week.</summary>
    public bool Keep { get; init; }
    /// <summary>Ways of moving that the last two weeks lacked. Of two equal items the one that has them is taken; nothing else changes.</summary>
    public Ways Lacking { get; init; }
    /// <summary>Item id → why a self-test speaks for it. They count a little more; nothing that is left out comes in.</summary>
    [JsonIgnore]
    public ImmutableDictionary<string, string> Favoured { get; init; } = ImmutableDictionary<string, string>.Empty;
    /// <summary>What progress opens and closes. Null: a first plan.</summary>
    [JsonIgnore]
    public ProgressGate? Progress { get; init; }
    /// <summary>The day on which the person's weeks begin. Null: today.</summary>
    public DateOnly? Start { get; init; }
}

/// <summary>Day: 0 to 6 from the start of the person's week; null is every day. As JSON an object whose "choice" says which kind it is.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "choice")]
[JsonDerivedType(typeof(Swap), "swap")]
[JsonDerivedType(typeof(Skip), "skip")]
[JsonDerivedType(typeof(Minutes), "minutes")]
[JsonDerivedType(typeof(Place), "place")]
[JsonDerivedType(typeof(Move), "move")]
public abstract record PlanChoice(int? Day)
{
    /// <summary>Put another item in its place. Refused where the other is blocked, does not fit, or would break the rest between strength days.</summary>
    public sealed record Swap(int? Day, string From, string To) : PlanChoice(Day);
    /// <summary>Leave an item out.</summary>
    public sealed record Skip(int? Day, string Item) : PlanChoice(Day);
    /// <summary>Another length of the day, in minutes; 0 is a free day.</summary>
    public sealed record Minutes(int? Day, double Total) : PlanChoice(Day);
    /// <summary>home, work or travel.</summary>
    public sealed record Place(int? Day, string At) : PlanChoice(Day);
    /// <summary>The programme of one day goes to another; if that had one, the two change places.</summary>
    public sealed record Move(int From, int To) : PlanChoice(From);
}
