using Mainstay.Body.Model;
using Mainstay.Body.Motions;

namespace Mainstay.Figure.Skins;

/// <summary>The pose in which skin and bones were put together: limbs a little apart, so that blended surfaces do not grow together where
/// they should not.</summary>
static class BindPose
{
    static readonly (string Term, double Degrees)[] Terms =
    [
        ("shoulder_plane", 20), ("shoulder_elevation", 52), ("elbow_flexion", 18), ("hip_abduction", 12), ("knee_flexion", 4), ("fingers_curl", 8),
    ];

    public static Frames Of(BodyModel model)
    {
        var values = new double[PoseTerms.Count];
        foreach (var (term, degrees) in Terms)
            foreach (var i in PoseTerms.Of(term)) values[i] = degrees;
        var pose = new Pose(model);
        new PoseWriter(model).Write(values, pose);
        var frames = new Frames(model);
        frames.Place(pose);
        return frames;
    }
}
