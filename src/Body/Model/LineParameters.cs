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
        var (joints, placeOfRow, placeOfPair) = Joints(paths);
        return new Lines
        {
            Joints = joints, PlaceOfRow = placeOfRow, PlaceOfPair = placeOfPair, Places = 8 + 4 * joints.Length,
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

    static (JointPairs[] Joints, int[] PlaceOfRow, int[] PlaceOfPair) Joints(PathCompiler paths)
    {
        var crossing = Enumerable.Range(0, paths.PairBalanced.Count).SelectMany(line => Enumerable.Range(paths.PairStart[line], paths.PairBalanced[line] - paths.PairStart[line]).Select(pair => (Line: line, Pair: pair)))
            .ToLookup(one => paths.PairRow[one.Pair]);
        var joints = paths.BalancedJoints().Select(joint => new JointPairs(joint.Row, joint.Hinges, [.. crossing[joint.Row].SelectMany(one => new[] { 4 * one.Pair, one.Line })])).ToArray();
        int[] placeOfRow = [0, 1, 2, 3, 4, 5, .. joints.SelectMany((joint, j) => Enumerable.Range(8 + 4 * j, joint.Hinges))];
        return (joints, placeOfRow, [.. paths.PairRow.Select(row => row < placeOfRow.Length ? placeOfRow[row] : -1)]);
    }

    static double Strength(MuscleGroup group, MuscleLine line) => line.MaxForceN > 0 ? line.MaxForceN : line.PcsaMm2 * 1e-2 * group.SpecificTensionNCm2;

    /// <summary>Cross-sections grow with mass to the power 2/3; women's are a share of men's. A judgement in place of Anderson's regressions.</summary>
    static double StrengthScale(AnatomyData anatomy, Person person) =>
        Math.Pow(person.MassKg / anatomy.Skeleton.MassKg, 2.0 / 3) * (person.Sex == Sex.Female ? anatomy.Tuning.FemaleStrength : 1);

    static bool TrunkOnly(MuscleLine line) => !line.Points.Any(p => p.On.StartsWith("femur", StringComparison.Ordinal) || p.On.StartsWith("tibia", StringComparison.Ordinal)
        || p.On.StartsWith("foot", StringComparison.Ordinal));
}
