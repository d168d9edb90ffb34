using Mainstay.Figure.Skins;

namespace Mainstay.Figure.Drawing;

/// <summary>A strap is pulled tight from point to point, and goes round the limbs that are in its way.</summary>
static class StrapPath
{
    const int PiecesPerSpan = 14;
    const int Rounds = 40;

    /// <summary>Limb segments as capsules: from and to which joint, radius at the skeleton's stature. A little slimmer than the skin, so that a strap
    /// that only lies on it stays straight.</summary>
    static readonly (string From, string To, double Radius)[] Segments =
        [("femur_r", "tibia_r", 0.068), ("femur_l", "tibia_l", 0.068), ("tibia_r", "foot_r", 0.045), ("tibia_l", "foot_l", 0.045)];

    public static Vec[] Around(IReadOnlyList<Vec> through, SkinPose posed, double radius)
    {
        var model = posed.Skin.Model;
        var limbs = Segments.Select(s => (From: Vec.At(posed.Frames.Origin, model.Body(s.From)), To: Vec.At(posed.Frames.Origin, model.Body(s.To)), Radius: s.Radius * model.Scale + radius)).ToArray();
        List<Vec> path = [through[0]];
        for (var i = 0; i + 1 < through.Count; i++)
        {
            var span = Enumerable.Range(0, PiecesPerSpan + 1).Select(k => Vec.Lerp(through[i], through[i + 1], (double)k / PiecesPerSpan)).ToArray();
            if (span.Any(p => limbs.Any(limb => Depth(p, limb) > 0))) Tighten(span, limbs);
            path.AddRange(span.Skip(1));
        }
        return [.. path];
    }

    static void Tighten(Vec[] span, (Vec From, Vec To, double Radius)[] limbs)
    {
        for (var round = 0; round < Rounds; round++)
            for (var i = 1; i < span.Length - 1; i++)
            {
                var p = (span[i - 1] + span[i + 1]) * 0.5;
                foreach (var limb in limbs)
                    if (Depth(p, limb) is > 0 and var depth) p += Outward(p, limb) * depth;
                span[i] = p;
            }
    }

    static double Depth(Vec p, (Vec From, Vec To, double Radius) limb) => limb.Radius - (p - Foot(p, limb)).Length;

    static Vec Outward(Vec p, (Vec From, Vec To, double Radius) limb) => (p - Foot(p, limb)) is { Length: > 1e-9 } away ? away.Unit : new Vec(0, 0, 1);

    static Vec Foot(Vec p, (Vec From, Vec To, double Radius) limb)
    {
        var along = limb.To - limb.From;
        return limb.From + along * Math.Clamp(Vec.Dot(p - limb.From, along) / Vec.Dot(along, along), 0, 1);
    }
}
