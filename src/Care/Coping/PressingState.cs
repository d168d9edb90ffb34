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
        var spots = pressed.Where(one => one.Day == today).ToList();
        var moves = history.SessionsById.Values.SelectMany(session => session.Items).Where(one => one.Day == today && one.At <= now && one.What.Tried)
            .Select(one => library.Items.FirstOrDefault(item => item.Id == one.What.Item)).Where(item => item?.Family == Family.Pressure).Select(item => item!).Distinct().ToList();
        if (spots.Any(one => one.What.Spot == spot) || moves.Any(move => Reaches(library, move, region))) return new(PressingRest.Once);
        if (spots.Select(one => one.What.Spot).Distinct().Count() + moves.Count >= MostSpots) return new(PressingRest.Spots);
        return new(spots.Sum(one => (one.What.Seconds ?? 0) / 60) + moves.Sum(move => move.Minutes) >= MostMinutes ? PressingRest.Minutes : null);
    }

    /// <summary>A target of the move lies in that region.</summary>
    public static bool Reaches(Library library, Item item, string region)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(item);
        return library.Muscles.Any(muscle => item.Targets.Contains(muscle.Id) && muscle.Regions.Contains(region));
    }

    // Right after it, or when it was felt again later.
    static bool GotSore(History history, Logged<SpotPressed> pressed, DateTimeOffset now)
    {
        if (pressed.What.After > pressed.What.Before) return true;
        var felt = history.Spots.Where(one => one.What.Spot == pressed.What.Spot && one.What.Pain is not null && one.At <= now).ToList();
        return felt.LastOrDefault(one => one.At <= pressed.At)?.What.Pain is { } before && felt.Any(one => one.At > pressed.At && one.What.Pain > before);
    }
}
