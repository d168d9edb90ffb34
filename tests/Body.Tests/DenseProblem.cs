using Mainstay.Body.Kernels;
using Mainstay.Body.Model;

namespace Mainstay.Body.Tests;

/// <summary>The load-sharing problem as plain matrices, and a solver that shares nothing with the real one: block principal pivoting on the
/// primal, min ½ aᵀW a + ½ (τ − B a)ᵀ D⁻¹ (τ − B a), low ≤ a ≤ high.</summary>
sealed class DenseProblem
{
    readonly double[,] b;
    readonly double[,] slack;
    readonly double[] need;
    readonly Workspace work;

    public DenseProblem(Workspace work)
    {
        this.work = work;
        var model = work.Model;
        (Rows, Columns) = (model.BalancedRows, model.MuscleCount + work.Contacts);
        b = new double[Rows, Columns];
        var lines = model.Lines;
        for (var c = 0; c < work.Contacts; c++)
            for (var j = 0; j < Rows; j++) b[j, lines.Count + c] = work.ContactColumn[c * work.Stride + j];
        for (var i = 0; i < lines.Count; i++)
            for (var p = lines.PairStart[i]; p < lines.PairBalanced[i]; p++)
                for (var r = 0; r < model.HingeCount[lines.PairBody[p]]; r++) b[lines.PairRow[p] + r, i] = -work.PairArm[4 * p + r] * work.ActiveForce[i];
        need = work.Need.AsSpan(0, Rows).ToArray();
        slack = new double[Rows, Rows];
        var tuning = model.Anatomy.Tuning;
        for (var j = 0; j < Rows; j++) slack[j, j] = j < 6 ? tuning.RootReserve : tuning.Reserve;
        for (var way = 0; way < 3; way++)
            foreach (var k in model.LevelBody)
                foreach (var l in model.LevelBody)
                    slack[model.RowStart[k] + way, model.RowStart[l] + way] += tuning.Give * ((k == l ? 1 : 0) - 1.0 / model.LevelBody.Length);
    }

    public int Rows { get; }
    public int Columns { get; }

    public double Unbalanced(double[] a, double[] multiplier, int row)
    {
        var left = need[row];
        for (var i = 0; i < Columns; i++) left -= b[row, i] * a[i];
        for (var j = 0; j < Rows; j++) left -= slack[row, j] * multiplier[j];
        return left;
    }

    public double Pull(double[] multiplier, int column)
    {
        var sum = 0.0;
        for (var j = 0; j < Rows; j++) sum += b[j, column] * multiplier[j];
        return sum;
    }

    public double[] SolveSlowly()
    {
        var inverse = Inverse(slack);
        var (q, c) = (new double[Columns, Columns], new double[Columns]);
        var db = new double[Rows, Columns];
        for (var j = 0; j < Rows; j++)
            for (var l = 0; l < Rows; l++)
                for (var i = 0; i < Columns; i++) db[j, i] += inverse[j, l] * b[l, i];
        for (var i = 0; i < Columns; i++)
        {
            for (var j = 0; j < Rows; j++) c[i] += db[j, i] * need[j];
            for (var k = 0; k < Columns; k++)
                for (var j = 0; j < Rows; j++) q[i, k] += b[j, i] * db[j, k];
            q[i, i] += 1 / work.InverseEffort[i];
        }
        return Pivot(q, c);
    }

    double[] Pivot(double[,] q, double[] c)
    {
        var side = new int[Columns];   // 0 free, −1 at low, 1 at high
        var a = new double[Columns];
        var (best, patience) = (int.MaxValue, 10);
        for (var round = 0; round < 2000; round++)
        {
            var free = Enumerable.Range(0, Columns).Where(i => side[i] == 0).ToArray();
            for (var i = 0; i < Columns; i++) if (side[i] != 0) a[i] = side[i] < 0 ? work.Low[i] : work.High[i];
            var right = free.Select(i => c[i] - Enumerable.Range(0, Columns).Where(k => side[k] != 0).Sum(k => q[i, k] * a[k])).ToArray();
            var solution = Solve(q, free, right);
            for (var f = 0; f < free.Length; f++) a[free[f]] = solution[f];
            var wrong = new List<(int Index, int To)>();
            for (var i = 0; i < Columns; i++)
            {
                if (side[i] == 0 && a[i] < work.Low[i] - 1e-12) wrong.Add((i, -1));
                else if (side[i] == 0 && a[i] > work.High[i] + 1e-12) wrong.Add((i, 1));
                else if (side[i] != 0)
                {
                    var slope = -c[i];
                    for (var k = 0; k < Columns; k++) slope += q[i, k] * a[k];
                    if (side[i] * slope > 1e-9) wrong.Add((i, 0));
                }
            }
            if (wrong.Count == 0) return a;
            // All at once while that helps; otherwise one at a time, which always ends.
            if (wrong.Count < best) (best, patience) = (wrong.Count, 10);
            else patience--;
            foreach (var (index, to) in patience > 0 ? wrong : [wrong[^1]]) side[index] = to;
        }
        throw new InvalidOperationException("the slow solver did not end");
    }

    static double[] Solve(double[,] q, int[] rows, double[] right)
    {
        var n = rows.Length;
        var l = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j <= i; j++)
            {
                var sum = q[rows[i], rows[j]];
                for (var k = 0; k < j; k++) sum -= l[i, k] * l[j, k];
                l[i, j] = i == j ? Math.Sqrt(sum) : sum / l[j, j];
            }
        var x = (double[])right.Clone();
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++) x[i] -= l[i, k] * x[k];
            x[i] /= l[i, i];
        }
        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++) x[i] -= l[k, i] * x[k];
            x[i] /= l[i, i];
        }
        return x;
    }

    static double[,] Inverse(double[,] m)
    {
        var n = m.GetLength(0);
        var inverse = new double[n, n];
        for (var column = 0; column < n; column++)
        {
            var unit = new double[n];
            unit[column] = 1;
            var x = Solve(m, [.. Enumerable.Range(0, n)], unit);
            for (var row = 0; row < n; row++) inverse[row, column] = x[row];
        }
        return inverse;
    }
}
