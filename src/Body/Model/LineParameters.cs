using Mainstay.Body.Anatomy;

namespace Mainstay.Body.Model;

/// <summary>Strengths, lengths and curves of the lines for one person.</summary>
static class LineParameters
{
    public static Lines Make(AnatomyData anatomy, Person person, PathCompiler paths, double scale)
    {
        var lines = anatomy.Groups.SelectMany(group => Mirror.Lines(group).Select(line => (Group: group, Line: line))).ToArray();
        var size = StrengthScale(anatomy, person);
        var force = lines.Select(l => l.Group.Active && l.Group.SharesLoad ? size * Strength(l.Group, l.Line) : 0).ToArray();
        var usual = size * anatomy.Tuning.EffortForceN;
        var fibre = lines.Select((l, i) => l.Line.FibreM > 0 ? l.Line.FibreM * scale : paths.NeutralLength[i] * l.Group.FibreShare / l.Group.NeutralFibre).ToArray();
        return new Lines
        {
            PointStart = [.. paths.PointStart], PairStart = [.. paths.PairStart], PairBalanced = [.. paths.PairBalanced], PairBody = [.. paths.PairBody],
            PairRow = [.. paths.PairRow], PairHinges = [.. paths.PairHinges], TermStart = [.. paths.TermStart], TermSegment = [.. paths.TermSegment], TermShare = [.. paths.TermShare],
            Force = force,
            PassiveForce = [.. lines.Select(l => size * Strength(l.Group, l.Line) * (TrunkOnly(l.Line) ? anatomy.Tuning.TrunkPassiveScale : 1))],
            Fibre = fibre,
            Slack = [.. lines.Select((l, i) => l.Line.FibreM > 0 ? l.Line.SlackM * scale : paths.NeutralLength[i] * (1 - l.Group.FibreShare))],
            CosPennation = [.. lines.Select(l => Math.Cos(double.DegreesToRadians(l.Group.PennationDeg)))],
            Onset = [.. lines.Select(l => l.Group.PassiveOnset)],
            InverseRange = [.. lines.Select(l => 1 / (l.Group.PassiveFull - l.Group.PassiveOnset))],
            Effort = [.. force.Select(f => f > 0 ? Math.Pow(f / usual, anatomy.Tuning.EffortExponent) : 1)],
        };
    }

    static double Strength(MuscleGroup group, MuscleLine line) => line.MaxForceN > 0 ? line.MaxForceN : line.PcsaMm2 * 1e-2 * group.SpecificTensionNCm2;

    /// <summary>Cross-sections grow with mass to the power 2/3; women's are a share of men's. A judgement in place of Anderson's regressions.</summary>
    static double StrengthScale(AnatomyData anatomy, Person person) =>
        Math.Pow(person.MassKg / anatomy.Skeleton.MassKg, 2.0 / 3) * (person.Sex == Sex.Female ? anatomy.Tuning.FemaleStrength : 1);

    static bool TrunkOnly(MuscleLine line) => !line.Points.Any(p => p.On.StartsWith("femur", StringComparison.Ordinal) || p.On.StartsWith("tibia", StringComparison.Ordinal)
        || p.On.StartsWith("foot", StringComparison.Ordinal));
}
