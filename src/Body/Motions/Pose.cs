using Mainstay.Body.Model;

namespace Mainstay.Body.Motions;

/// <summary>One body at one moment: where the pelvis is, and every hinge. Made once and written over, so that playing allocates nothing.</summary>
public sealed class Pose(BodyModel model)
{
    /// <summary>Radians, one a hinge, in the order of <see cref="BodyModel.AngleIds"/>.</summary>
    public double[] Angles { get; } = new double[model.AngleIds.Length];

    /// <summary>Midway between the hip centres, world metres; the floor is z = 0.</summary>
    public (double X, double Y, double Z) At { get; set; }

    /// <summary>Of the pelvis, radians: to the left, face down and to the right are positive, turned in this order.</summary>
    public double Turn { get; set; }
    public double Pitch { get; set; }
    public double Roll { get; set; }
}
