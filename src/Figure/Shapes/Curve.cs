using System.Collections.Immutable;

namespace Mainstay.Figure.Shapes;

/// <summary>A table of sections as smooth functions of its first column: monotone cubics (Fritsch and Butland), sampled once.</summary>
sealed class Curve
{
    const int Samples = 256;
    readonly double[][] columns;

    /// <param name="name">For the message.</param>
    /// <param name="width">Numbers a row must have.</param>
    /// <exception cref="FigureException">Too few rows, a row of another width, or the first column does not grow.</exception>
    public Curve(ImmutableArray<ImmutableArray<double>> rows, int width, string name)
    {
        if (rows.Length < 2 || rows.Any(row => row.Length != width)) throw new FigureException($"{name}: two or more rows of {width} numbers are expected");
        if (rows.Zip(rows.Skip(1)).Any(pair => pair.Second[0] <= pair.First[0])) throw new FigureException($"{name}: the first number must grow from row to row");
        (First, Last) = (rows[0][0], rows[^1][0]);
        columns = [.. Enumerable.Range(1, width - 1).Select(column => Sample([.. rows.Select(row => row[0])], [.. rows.Select(row => row[column])]))];
    }

    public double First { get; }
    public double Last { get; }

    /// <summary>The value of a column (0 is the one after the first); beyond the ends, that of the end.</summary>
    public double this[double at, int column]
    {
        get
        {
            var u = Math.Clamp((at - First) / (Last - First), 0, 1) * Samples;
            var i = Math.Min(Samples - 1, (int)u);
            var values = columns[column];
            return values[i] * (1 - (u - i)) + values[i + 1] * (u - i);
        }
    }

    double[] Sample(double[] x, double[] y)
    {
        var n = x.Length;
        var slope = Enumerable.Range(0, n - 1).Select(i => (y[i + 1] - y[i]) / (x[i + 1] - x[i])).ToArray();
        var m = new double[n];
        (m[0], m[n - 1]) = (slope[0], slope[n - 2]);
        for (var i = 1; i < n - 1; i++)
            m[i] = slope[i - 1] * slope[i] <= 0 ? 0 : (x[i + 1] - x[i - 1]) / ((x[i + 1] - x[i]) / slope[i] + (x[i] - x[i - 1]) / slope[i - 1]);
        var values = new double[Samples + 1];
        for (int k = 0, i = 0; k <= Samples; k++)
        {
            var t = First + (Last - First) * k / Samples;
            while (i < n - 2 && t > x[i + 1]) i++;
            var h = x[i + 1] - x[i];
            double s = Math.Clamp((t - x[i]) / h, 0, 1), s2 = s * s, s3 = s2 * s;
            values[k] = y[i] * (2 * s3 - 3 * s2 + 1) + m[i] * h * (s3 - 2 * s2 + s) + y[i + 1] * (3 * s2 - 2 * s3) + m[i + 1] * h * (s3 - s2);
        }
        return values;
    }

    /// <summary>Straight lines through a table of additions, 0 where there is none.</summary>
    public static double Linear(ImmutableArray<ImmutableArray<double>> rows, double at, int column)
    {
        if (rows.IsDefaultOrEmpty) return 0;
        if (at <= rows[0][0]) return rows[0][column];
        for (var i = 1; i < rows.Length; i++)
            if (at <= rows[i][0]) return Fields.Lerp(rows[i - 1][column], rows[i][column], (at - rows[i - 1][0]) / (rows[i][0] - rows[i - 1][0]));
        return rows[^1][column];
    }
}
