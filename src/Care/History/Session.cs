using System.Collections.Immutable;

namespace Mainstay.Care;

/// <summary>A session put together from its parts, whichever came.</summary>
public sealed record Session(Guid Id)
{
    public Logged<SessionStart>? Started { get; init; }
    public ImmutableList<Logged<ItemReport>> Items { get; init; } = [];
    public Logged<SessionEnd>? Ended { get; init; }
    public ImmutableList<Logged<SessionAfter>> Later { get; init; } = [];

    /// <summary>When it began, as far as is known.</summary>
    public DateTimeOffset At => Started?.At ?? Items.FirstOrDefault()?.At ?? Ended?.At ?? Later[0].At;
    /// <summary>The last moment of exercise in it.</summary>
    public DateTimeOffset Until => Ended?.At ?? Items.LastOrDefault()?.At ?? At;
    public DateOnly Day => DateOnly.FromDateTime(At.DateTime);
    public double? Before => Started?.What.Pain ?? Items.FirstOrDefault()?.What.Before;
    public double? After => Ended?.What.Pain;
    public Settling? Settled => Later.LastOrDefault(l => l.What.Settled is not null) is { } told ? SettledBy(told) : null;
    public double? Morning => Later.LastOrDefault(l => l.What.Morning is not null)?.What.Morning;
    public bool MovedDown => Later.Any(l => l.What.Moved == PainMoved.Down || l.What.NewLegSign == true);
    /// <summary>Was anything of it done?</summary>
    public bool Tried => Items.Any(i => i.What.Tried);

    /// <summary>What was told then of how it settled: "not yet" a day after the end is too long, and before that it is open.</summary>
    public Settling? SettledBy(Logged<SessionAfter> told)
    {
        ArgumentNullException.ThrowIfNull(told);
        return told.What.Settled == Settling.NotYet && (told.At >= Until.AddDays(1) || Lapsed is not null) ? Settling.Longer : told.What.Settled;
    }

    /// <summary>How it turned out is asked about for so many days after its own.</summary>
    public const int AskedFor = 2;

    /// <summary>Since when nobody asks any more, where "not yet" was the last word: nothing says that it settled at all. Known as of a moment
    /// (<see cref="AsOf"/>); null: it is not so.</summary>
    public DateTimeOffset? Lapsed { get; private init; }

    /// <summary>It was told before a day was over that it had not settled, and now the day is over.</summary>
    public bool MayHaveSettled(DateTimeOffset now) => Settled == Settling.NotYet && now >= Until.AddDays(1);

    /// <summary>As it was known at a moment, on or after its beginning: parts with a later one, by a clock that went wrong, are left out.</summary>
    public Session AsOf(DateTimeOffset now)
    {
        var then = KnownAt(now);
        return then.Settled == Settling.NotYet && new DateTimeOffset(Day.AddDays(AskedFor + 1).ToDateTime(default), At.Offset) is var lapsed && now >= lapsed ? then with { Lapsed = lapsed } : then;
    }

    Session KnownAt(DateTimeOffset now) => Items.All(i => i.At <= now) && !(Ended?.At > now) && Later.All(l => l.At <= now) ? this
        : this with { Items = Items.RemoveAll(i => i.At > now), Ended = Ended?.At > now ? null : Ended, Later = Later.RemoveAll(l => l.At > now) };
}
