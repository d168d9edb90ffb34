using Mainstay.Body.Kernels;
using Mainstay.Body.Model;

namespace Mainstay.Body.Motions;

/// <summary>Where every body of a person is in the world. The joints' places in a drawing, in a played motion and in the muscles' lengths
/// all come from the one code in <see cref="Kinematics"/>.</summary>
public sealed class Frames(BodyModel model)
{
    public BodyModel Model { get; } = model;

    /// <summary>9 a body, row by row, body to world, in the order of <see cref="BodyModel.BodyIds"/>.</summary>
    public double[] Rotation { get; } = new double[9 * model.BodyIds.Length];

    /// <summary>Joint centre of a body, world metres, 3 a body.</summary>
    public double[] Origin { get; } = new double[3 * model.BodyIds.Length];

    /// <summary>No allocation.</summary>
    public void Place(Pose pose)
    {
        (Origin[0], Origin[1], Origin[2]) = pose.At;
        Kinematics.Place(Model, pose.Angles, (pose.Turn, pose.Pitch, pose.Roll), Rotation, Origin, []);
    }

    /// <summary>World place of a point that rides on a body.</summary>
    /// <param name="x">From the body's joint, in its frame, metres; <paramref name="y"/> and <paramref name="z"/> likewise.</param>
    public (double X, double Y, double Z) Point(int body, double x, double y, double z) => Loads.PointOf(Rotation, Origin, body, x, y, z);

    /// <summary>Neutral place of a body's joint in the person's standing frame (origin midway between the hip centres), metres.</summary>
    public static double[] Neutral(BodyModel model)
    {
        var at = new double[3 * model.BodyIds.Length];
        for (var b = 1; b < model.Parent.Length; b++)
            for (var k = 0; k < 3; k++) at[3 * b + k] = at[3 * model.Parent[b] + k] + model.Offset[3 * b + k];
        return at;
    }

    /// <summary>Index of the body that carries this one; −1 for the pelvis.</summary>
    public static int Parent(BodyModel model, int body) => model.Parent[body];
}
