using Mainstay.Body.Model;

namespace Mainstay.Body.Kernels;

/// <summary>Forces between the vertebrae: what the muscles, the weights and the supports leave for the disc.</summary>
static class Discs
{
    /// <summary>A disc lies midway between the bones: its directions are the mean of those carried by the lower and the upper one.</summary>
    public static void Directions(BodyModel model, Workspace work, int k)
    {
        var upper = model.LevelBody[k];
        var lower = model.Parent[upper];
        Mean(work, lower, upper, model.DiscNormal.AsSpan(3 * k, 3), work.DiscUp.AsSpan(3 * k, 3));
        Mean(work, lower, upper, model.DiscForward.AsSpan(3 * k, 3), work.DiscAhead.AsSpan(3 * k, 3));
    }

    static void Mean(Workspace work, int lower, int upper, ReadOnlySpan<double> d, Span<double> into)
    {
        var r = work.Rotation.AsSpan(9 * lower, 9);
        var s = work.Rotation.AsSpan(9 * upper, 9);
        for (var i = 0; i < 3; i++) into[i] = (r[3 * i] + s[3 * i]) * d[0] + (r[3 * i + 1] + s[3 * i + 1]) * d[1] + (r[3 * i + 2] + s[3 * i + 2]) * d[2];
        var inverse = 1 / Math.Sqrt(into[0] * into[0] + into[1] * into[1] + into[2] * into[2]);
        for (var i = 0; i < 3; i++) into[i] *= inverse;
    }

    public static void Load(BodyModel model, Workspace work)
    {
        var lines = model.Lines;
        for (var i = 0; i < lines.Count; i++) work.Tension[i] = work.Activation[i] * work.ActiveForce[i] + work.Passive[i];
        for (var k = 0; k < model.LevelBody.Length; k++)
        {
            var b = model.LevelBody[k];
            double x = -work.Wrench[6 * b], y = -work.Wrench[6 * b + 1], z = -work.Wrench[6 * b + 2];
            foreach (var (line, pair) in model.LevelPairs[k])
            {
                var t = work.Tension[line];
                x += t * work.PairForce[4 * pair];
                y += t * work.PairForce[4 * pair + 1];
                z += t * work.PairForce[4 * pair + 2];
            }
            for (var c = 0; c < work.Contacts; c++)
            {
                var f = Contacts.Crossing(model, work, c, b) * work.Activation[model.MuscleCount + c] * model.Weight;
                x -= f * work.ContactDirection[3 * c];
                y -= f * work.ContactDirection[3 * c + 1];
                z -= f * work.ContactDirection[3 * c + 2];
            }
            work.Compression[k] = work.DiscUp[3 * k] * x + work.DiscUp[3 * k + 1] * y + work.DiscUp[3 * k + 2] * z;
            work.Shear[k] = -(work.DiscAhead[3 * k] * x + work.DiscAhead[3 * k + 1] * y + work.DiscAhead[3 * k + 2] * z);
        }
    }
}
