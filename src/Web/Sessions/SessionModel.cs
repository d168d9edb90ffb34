using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Sessions;

/// <summary>What has to come before any move.</summary>
public enum Hold { None, NoCheck, Withheld, News, Questions }

/// <summary>A session before, while and after it runs.</summary>
/// <param name="Id">Of the session. Before it begins, the one that it will have.</param>
/// <param name="Run">Null: it has not begun.</param>
/// <param name="Programme">False: moves that the person chose.</param>
/// <param name="Day">What the day is.</param>
/// <param name="At">Place of the move that is shown; null: none, it is at its end.</param>
public sealed record SessionModel(Guid Id, Session? Run, bool Programme, ImmutableArray<SessionMove> Moves, Today Day, int? At)
{
    /// <summary>Id of the entry that the form of the page makes, so that sending it twice stores it once.</summary>
    public Guid Entry { get; init; } = Guid.CreateVersion7();
    public Hold Hold { get; init; }
    /// <summary>An easier one to offer in place of a move that was too much.</summary>
    public SessionMove? Easier { get; init; }
    /// <summary>Easier ones of all moves, for the player.</summary>
    public ImmutableArray<SessionMove> Others { get; init; } = [];
    /// <summary>What would be left if more pain is told at the start; null once it has begun.</summary>
    public PainAhead? Ahead { get; init; }
    /// <summary>A form that lacks something.</summary>
    public bool Wrong { get; init; }
    public double? Pain { get; init; }
    public bool Saved { get; init; }

    public SessionMove Shown => Moves[At!.Value];
    public double Minutes => Moves.Where(move => move.IsOpen).Sum(move => move.Today!.Minutes);
    public string Path => $"/session/{Id:D}";
    public SessionLight? Light => Day.Progress.Sessions.FirstOrDefault(light => light.Session == Id);
}

/// <summary>What a session may hold when the pain just before it is told, for a player that cannot ask the app.</summary>
/// <param name="Gentle">Ids of what is left when the pain is strong.</param>
/// <param name="Worse">Pain from which nothing asks for more than the last time; null: no earlier session tells.</param>
/// <param name="Calm">Id → the move with its dose then.</param>
public sealed record PainAhead(ImmutableHashSet<string> Gentle, double? Worse, ImmutableDictionary<string, SessionMove> Calm);

/// <summary>Why there is no session now.</summary>
/// <param name="Run">One that had begun; its end can still be noted.</param>
public sealed record HeldModel(Hold Hold, Today Day, SessionModel? Run);

/// <summary>Nothing is due: a free day, a holiday, or all of it is done.</summary>
/// <param name="Last">Today's latest session; null: none.</param>
public sealed record NothingModel(Today Day, Session? Last);

/// <param name="Shelves">Moves that may be done now, as on the page of moves.</param>
/// <param name="Chosen">Ids in the address.</param>
public sealed record ChooseModel(ImmutableArray<(Web.Moves.Shelf Shelf, ImmutableArray<OwnMove> Moves)> Shelves, ImmutableArray<string> Chosen, bool Nothing);
