using Mainstay.Body.Model;

namespace Mainstay.Body.Postures;

/// <summary>The names a posture may use: every hinge, net angles that are shared out, and one name for both of a pair.</summary>
/// <remarks>Net lumbar angles by Christophy's coefficients; the thorax bends 45 % at T12/L1 and 55 % at T7/T8, and turns 30 and
/// 70 %; the neck goes half at C7/T1 and half at C4/C5, and the head turns on it at C0/C1 (by eye). shoulder_rotation is inward rotation; the humerus turns about itself by that less the plane of elevation.</remarks>
public static class AngleNames
{
    const double LowerThorax = 0.45;
    const double LowerThoraxTurn = 0.3;
    const double LowerNeck = 0.5;

    /// <summary>Adds an angle in radians to hinge angles.</summary>
    /// <exception cref="BodyException">No such angle.</exception>
    public static void Add(BodyModel model, double[] angles, string id, double radians)
    {
        var (area, way) = id.LastIndexOf('_') is > 0 and var at ? (id[..at], id[at..]) : (id, "");
        switch (area)
        {
            case "lumbar" when way is "_flexion" or "_side" or "_turn":
                foreach (var level in model.Anatomy.Skeleton.Levels)
                {
                    var share = way switch { "_flexion" => level.FlexionShare, "_side" => level.SideShare, _ => level.TurnShare };
                    if (share > 0) angles[model.Angle(level.Body + way)] += share * radians;
                }
                return;
            case "thorax" when way is "_flexion" or "_side" or "_turn":
                var lower = way == "_turn" ? LowerThoraxTurn : LowerThorax;
                angles[model.Angle("t12" + way)] += lower * radians;
                angles[model.Angle("t7" + way)] += (1 - lower) * radians;
                return;
            case "neck" when way is "_flexion" or "_side" or "_turn":
                angles[model.Angle("c7" + way)] += LowerNeck * radians;
                angles[model.Angle("c4" + way)] += (1 - LowerNeck) * radians;
                return;
            case "hip" or "knee" or "ankle" or "toes" or "shoulder" or "elbow" or "wrist" or "fingers" or "girdle":
                Add(model, angles, area + "_r" + way, radians);
                Add(model, angles, area + "_l" + way, radians);
                return;
            case "shoulder_r" or "shoulder_l" when way == "_rotation":
                angles[model.Angle(area + "_twist")] += radians;
                return;
            case "shoulder_r" or "shoulder_l" when way == "_plane":
                angles[model.Angle(id)] += radians;
                angles[model.Angle(area + "_twist")] -= radians;
                return;
            default:
                angles[model.Angle(id)] += radians;
                return;
        }
    }
}
