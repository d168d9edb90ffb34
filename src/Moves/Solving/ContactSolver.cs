using System.Collections.Immutable;
using Mainstay.Body.Motions;
using Mainstay.Figure.Skins;

namespace Mainstay.Moves.Solving;

/// <summary>Rough angles to angles whose contacts hold: damped least squares over the free terms, changing as little as it can.</summary>
/// <remarks>Cost = Σ (weight · gap)² + Σ (stay · change)², the second only to break ties: a degree counts as much as 0.12 mm. The slopes are
/// found by trying. A step is at most eight units of each term: 8°, or 16 cm.</remarks>
sealed class ContactSolver
{
    const double Stay = 0.00012;
    const double MetresUnit = 0.02;
    const double LongestStep = 8;
    const int MostRounds = 60;
    const double MostDamping = 1e3;
    /// <summary>m²; three thousandths of a millimetre, squared.</summary>
    const double LeastGain = 1e-11;

    readonly PoseWriter writer;
    readonly Pose pose;
    readonly Frames frames;
    readonly Touch touch;

    public ContactSolver(Skin skin)
    {
        (writer, pose, frames) = (new PoseWriter(skin.Model), new Pose(skin.Model), new Frames(skin.Model));
        touch = new Touch(frames, skin);
    }

    /// <param name="terms">In: where to start. Out: the answer.</param>
    /// <param name="near">What the free terms should stay near.</param>
    /// <param name="free">Terms that move; those of one entry move as one, by the same amount.</param>
    /// <returns>What is left of each goal, metres, the largest of its components, weights apart.</returns>
    public double[] Solve(Span<double> terms, ReadOnlySpan<double> near, ImmutableArray<Goal> goals, ImmutableArray<ImmutableArray<int>> free)
    {
        var n = free.Length;
        var unit = free.Select(tied => PoseTerms.IsMetres(tied[0]) ? MetresUnit : 1).ToArray();
        var (r, trial, slopes) = (new List<double>(), new List<double>(), new double[n][]);
        var old = new double[n];
        foreach (var tied in free) Put(terms, tied, terms[tied[0]]);
        Residual(terms, near, goals, free, unit, r);
        for (var i = 0; i < n; i++) slopes[i] = new double[r.Count];
        var (cost, damping) = (Cost(r), 1e-4);
        for (var round = 0; round < MostRounds && n > 0; round++)
        {
            for (var i = 0; i < n; i++)
            {
                var (at, step) = (terms[free[i][0]], unit[i] * 0.02);
                foreach (var term in free[i]) terms[term] = at + step;
                Residual(terms, near, goals, free, unit, trial);
                foreach (var term in free[i]) terms[term] = at;
                for (var k = 0; k < r.Count; k++) slopes[i][k] = (trial[k] - r[k]) / step * unit[i];
            }
            var better = false;
            for (; damping < MostDamping && !better; damping *= better ? 0.4 : 6)
            {
                var move = Step(slopes, r, damping);
                for (var i = 0; i < n; i++)
                {
                    old[i] = terms[free[i][0]];
                    Put(terms, free[i], old[i] + Math.Clamp(move[i], -LongestStep, LongestStep) * unit[i]);
                }
                Residual(terms, near, goals, free, unit, trial);
                better = Cost(trial) < cost;
                if (!better)
                    for (var i = 0; i < n; i++) Put(terms, free[i], old[i]);
            }
            if (!better) break;
            var gain = cost - Cost(trial);
            (r, trial, cost, damping) = (trial, r, Cost(trial), Math.Max(1e-9, damping));
            if (gain < LeastGain + 1e-3 * cost) break;
        }
        foreach (var tied in free) Put(terms, tied, Math.Round(terms[tied[0]], PoseTerms.IsMetres(tied[0]) ? 4 : 2));
        return Left(terms, goals);
    }

    static void Put(Span<double> terms, ImmutableArray<int> tied, double value)
    {
        foreach (var term in tied) terms[term] = Math.Clamp(value, PoseTerms.Min(term), PoseTerms.Max(term));
    }

    /// <summary>What each goal lacks in a pose, metres.</summary>
    public double[] Left(ReadOnlySpan<double> terms, ImmutableArray<Goal> goals)
    {
        writer.Write(terms, pose);
        frames.Place(pose);
        touch.Place();
        var left = new double[goals.Length];
        var r = new List<double>();
        for (var g = 0; g < goals.Length; g++)
        {
            r.Clear();
            goals[g].Measure(touch, frames, r);
            left[g] = r.Count == 0 ? 0 : r.Max(Math.Abs) / goals[g].Contact.Weight;
        }
        return left;
    }

    void Residual(ReadOnlySpan<double> terms, ReadOnlySpan<double> near, ImmutableArray<Goal> goals, ImmutableArray<ImmutableArray<int>> free, double[] unit, List<double> into)
    {
        into.Clear();
        writer.Write(terms, pose);
        frames.Place(pose);
        touch.Place();
        foreach (var goal in goals) goal.Measure(touch, frames, into);
        for (var i = 0; i < free.Length; i++) into.Add(Stay * (terms[free[i][0]] - near[free[i][0]]) / unit[i]);
    }

    static double Cost(List<double> r)
    {
        var sum = 0.0;
        foreach (var x in r) sum += x * x;
        return sum;
    }

    /// <summary>(JᵀJ + damping) step = −Jᵀr, by Cholesky.</summary>
    static double[] Step(double[][] slopes, List<double> r, double damping)
    {
        var n = slopes.Length;
        var (a, b) = (new double[n, n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < r.Count; k++) b[i] -= slopes[i][k] * r[k];
            for (var j = 0; j <= i; j++)
            {
                var sum = i == j ? damping : 0;
                for (var k = 0; k < r.Count; k++) sum += slopes[i][k] * slopes[j][k];
                a[i, j] = sum;
            }
        }
        for (var i = 0; i < n; i++)
            for (var j = 0; j <= i; j++)
            {
                var sum = a[i, j];
                for (var k = 0; k < j; k++) sum -= a[i, k] * a[j, k];
                a[i, j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-300)) : sum / a[j, j];
            }
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++) b[i] -= a[i, k] * b[k];
            b[i] /= a[i, i];
        }
        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++) b[i] -= a[k, i] * b[k];
            b[i] /= a[i, i];
        }
        return b;
    }
}
