using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>Why a sore spot is not pressed for relief now.</summary>
public enum PressingRest
{
    /// <summary>It hurt more after the last time.</summary>
    Sore,
    /// <summary>It was pressed today.</summary>
    Once,
    /// <summary>Enough spots for one day.</summary>
    Spots,
    /// <summary>Enough minutes for one day.</summary>
    Minutes,
}

/// <summary>Pressing a sore spot as it stands by what was done already. The same limits as the dose of pressing in the knowledge, and in the trials it
/// rests on (Lu 2022, Wilke 2018): once a day, ten minutes in all; three spots and two days for a sore one are judgement.</summary>
/// <param name="Rest">Null: it may be pressed.</param>
/// <param name="Until">When a sore spot is free again; null for what ends with the day.</param>
public sealed record PressingState(PressingRest? Rest, DateTimeOffset? Until = null)
{
    /// <summary>Spots a day. A move of a session that presses counts as one.</summary>
    public const int MostSpots = 3;
    /// <summary>Minutes a day, of all spots together.</summary>
    public const double MostMinutes = 10;
    /// <summary>Hours that a spot rests for after it got sore.</summary>
    public const int SoreHours = 48;

    /// <param name="spot">Id of the spot.</param>
    /// <param name="region">Where it is.</param>
    /// <param name="now">What was recorded later does not count yet.</param>
    public static PressingState Of(History history, Library library, string spot, string region, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(library);
        var today = DateOnly.FromDateTime(now.DateTime);
        var pressed = history.Pressed.Where(one => one.At <= now).ToList();
        if (pressed.LastOrDefault(one => one.What.Spot == spot && one.At > now.AddHours(-SoreHours) && GotSore(history, one, now)) is { } sore)
            return new(PressingRest.Sore, sore.At.AddHours(SoreHours));
        var stirred = Moves(history, library, now).Where(one => Reaches(library, one.Item, region) && GotSore(library, one.Session, one.Report, now)).Select(one => one.Report.At.AddHours(SoreHours)).DefaultIfEmpty().Max();
        if (stirred > now) return new(PressingRest.Sore, stirred);
        var spots = pressed.Where(one => one.Day == today).ToList();
        var moves = Moves(history, library, now).Where(one => one.Report.Day == today).Select(one => one.Item).Distinct().ToList();
        if (spots.Any(one => one.What.Spot == spot) || moves.Any(move => Reaches(library, move, region))) return new(PressingRest.Once);
        if (spots.Select(one => one.What.Spot).Distinct().Count() + moves.Count >= MostSpots) return new(PressingRest.Spots);
        return new(spots.Sum(one => (one.What.Seconds ?? 0) / 60) + moves.Sum(move => move.Minutes) >= MostMinutes ? PressingRest.Minutes : null);
    }

    /// <summary>A move that presses, by the same limits: what it reaches was pressed today or got sore, by it, by a move like it or as a spot on the map, or
    /// the day has had enough.</summary>
    /// <param name="minutes">How long it would take.</param>
    /// <param name="within">A session that is running: what was said there of this very move does not count.</param>
    /// <param name="beside">Moves that press and come before it in the same session.</param>
    public static PressingState Of(History history, Library library, Item move, double minutes, DateTimeOffset now, Guid? within = null, IReadOnlyCollection<(Item Item, double Minutes)>? beside = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(move);
        var today = DateOnly.FromDateTime(now.DateTime);
        var pressed = history.Pressed.Where(one => one.At <= now && one.At > now.AddHours(-SoreHours)).ToList();
        var moves = Moves(history, library, now).Where(one => !(one.Session.Id == within && one.Item == move)).ToList();
        var sore = pressed.Where(one => Reached(one) && GotSore(history, one, now)).Select(one => one.At)
            .Concat(moves.Where(one => IsLike(one.Item) && GotSore(library, one.Session, one.Report, now)).Select(one => one.Report.At)).Select(at => at.AddHours(SoreHours)).DefaultIfEmpty().Max();
        if (sore > now) return new(PressingRest.Sore, sore);
        var (spots, done) = (pressed.Where(one => one.Day == today).ToList(), moves.Where(one => one.Report.Day == today).Select(one => one.Item).Distinct().ToList());
        if (spots.Any(Reached) || done.Any(IsLike)) return new(PressingRest.Once);
        var ahead = (beside ?? []).Where(one => !done.Contains(one.Item)).ToList();
        if (spots.Select(one => one.What.Spot).Distinct().Count() + done.Count + ahead.Count >= MostSpots) return new(PressingRest.Spots);
        return new(spots.Sum(one => (one.What.Seconds ?? 0) / 60) + done.Sum(one => one.Minutes) + ahead.Sum(one => one.Minutes) + minutes > MostMinutes ? PressingRest.Minutes : null);

        bool Reached(Logged<SpotPressed> one) => history.Spots.LastOrDefault(spot => spot.What.Spot == one.What.Spot) is { } spot && Reaches(library, move, spot.What.Region);
        bool IsLike(Item other) => other == move || other.Targets.Intersect(move.Targets).Any();
    }

    // Of as long as a sore one rests, which today lies in.
    static IEnumerable<(Session Session, Logged<ItemReport> Report, Item Item)> Moves(History history, Library library, DateTimeOffset now) =>
        from session in history.SessionsById.Values
        from report in session.Items
        where report.At <= now && report.At > now.AddHours(-SoreHours) && report.What.Tried
        let item = library.Items.FirstOrDefault(item => item.Id == report.What.Item)
        where item?.Family == Family.Pressure
        select (session, report, item);

    /// <summary>A target of the move lies in that region.</summary>
    public static bool Reaches(Library library, Item item, string region)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(item);
        return library.Muscles.Any(muscle => item.Targets.Contains(muscle.Id) && muscle.Regions.Contains(region));
    }

    // More than a green session stirs up, at once or the next morning.
    static bool GotSore(Library library, Session session, Logged<ItemReport> report, DateTimeOffset now)
    {
        var (what, before) = (report.What, report.What.Before ?? session.Before);
        return what.TooMuch || what.After > before || what.Worst - before > library.Progress?.GreenRise
            || session.Later.Any(later => later.At <= now && (later.What.Settled is Settling.WithinDay or Settling.Longer or Settling.NotYet || later.What.Morning - before > library.Progress?.GreenMorning));
    }

    // Right after it, or when it was felt again later.
    static bool GotSore(History history, Logged<SpotPressed> pressed, DateTimeOffset now)
    {
        if (pressed.What.After > pressed.What.Before) return true;
        var felt = history.Spots.Where(one => one.What.Spot == pressed.What.Spot && one.What.Pain is not null && one.At <= now).ToList();
        return felt.LastOrDefault(one => one.At <= pressed.At)?.What.Pain is { } before && felt.Any(one => one.At > pressed.At && one.What.Pain > before);
    }
}
