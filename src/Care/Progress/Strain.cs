using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>A fresh strain of a muscle: holds and easy moves first, light loads from the second week, all of it when bending and lifting are easy.</summary>
/// <param name="sessions">Oldest first.</param>
sealed class Strain(ProgressRules rules, Profile profile, Session[] sessions)
{
    /// <summary>Is light loading all that it allows yet?</summary>
    public bool IsLight => profile.StrainDay is not null && !IsOver();

    public bool Holds(CompiledItem item) => profile.StrainDay is { } day && item.Item.Family == Family.Strength
        && ((day < rules.StrainLight && !rules.StillDoses.Contains(item.Item.Dose)) || (item.Item.Level > rules.StrainLevel && !IsOver()));

    bool IsOver()
    {
        // Several of these moves on one evening are one session.
        var last = sessions.Select(s => s.Items.Where(i => i.What.Tried && rules.StrainMoves.Contains(i.What.Item)).ToArray()).Where(moves => moves.Length > 0)
            .TakeLast(rules.StrainFullSessions).ToArray();
        return last.Length == rules.StrainFullSessions && last.All(moves => moves.All(i => i.What.Worst <= rules.StrainFullPain));
    }
}
