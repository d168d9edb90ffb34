using System.Collections.Immutable;
using Mainstay.Body.Kernels;
using Mainstay.Body.Model;

namespace Mainstay.Body.Questions;

/// <summary>What a muscle group does to the compression of one level, by the slope of the answer where it is.</summary>
/// <param name="TighterN">Newtons for one hundredth of fibre length tighter.</param>
/// <param name="StrongerN">Newtons for a tenth stronger.</param>
public sealed record Why(string Group, double TighterN, double StrongerN)
{
    /// <summary>How much tighter and stronger <see cref="TighterN"/> and <see cref="StrongerN"/> are for.</summary>
    public const double Tighter = 0.01;
    public const double Stronger = 0.1;

    /// <summary>Both sides of every group together, those that matter most by either slope first; groups that do nothing are left out.</summary>
    /// <param name="work">Solved.</param>
    /// <param name="level">0 for L5/S1, up.</param>
    public static ImmutableArray<Why> Of(Workspace work, int level)
    {
        var model = work.Model;
        Sensitivity.AllLevels(work);
        var (tighter, stronger) = (new double[model.GroupIds.Length], new double[model.GroupIds.Length]);
        for (var i = 0; i < model.MuscleCount; i++)
        {
            tighter[model.GroupOf[i]] += Tighter * work.TightnessSensitivity[8 * i + level];
            stronger[model.GroupOf[i]] += Stronger * work.Strength[i] * work.StrengthSensitivity[8 * i + level];
        }
        return [.. model.GroupIds.Select((id, g) => new Why(id, tighter[g], stronger[g])).Where(why => why.TighterN != 0 || why.StrongerN != 0)
            .OrderByDescending(why => Math.Max(Math.Abs(why.TighterN), Math.Abs(why.StrongerN)))];
    }
}
