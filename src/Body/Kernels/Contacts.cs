using Mainstay.Body.Model;

namespace Mainstay.Body.Kernels;

/// <summary>Supports as columns of the load-sharing: at activation 1 one pushes with the body's weight.</summary>
static class Contacts
{
    public static void Columns(BodyModel model, Workspace work)
    {
        for (var c = 0; c < work.Contacts; c++)
        {
            var column = work.ContactColumn.AsSpan(c * work.Stride, work.Stride);
            column.Clear();
            var p = Point(model, work, c);
            double fx = work.ContactDirection[3 * c] * model.Weight, fy = work.ContactDirection[3 * c + 1] * model.Weight, fz = work.ContactDirection[3 * c + 2] * model.Weight;
            double mx = p.Y * fz - p.Z * fy, my = p.Z * fx - p.X * fz, mz = p.X * fy - p.Y * fx;
            if (work.ContactAgainst[c] < 0)
                (column[0], column[1], column[2], column[3], column[4], column[5]) = (fx, fy, fz, mx, my, mz);
            for (var b = 1; b < model.Parent.Length; b++)
            {
                var share = Crossing(model, work, c, b);
                if (share == 0 || !model.Balanced[b]) continue;
                for (var j = 0; j < model.HingeCount[b]; j++)
                {
                    var a = work.Axes.AsSpan(24 * b + j, 21);
                    column[model.RowStart[b] + j] = share * (a[0] * mx + a[4] * my + a[8] * mz + a[12] * fx + a[16] * fy + a[20] * fz);
                }
            }
            Place(model, work, c, column);
        }
    }

    static void Place(BodyModel model, Workspace work, int c, ReadOnlySpan<double> column)
    {
        var places = model.Lines.PlaceOfRow;
        var placed = work.ContactPlaced.AsSpan(c * model.Lines.Places, model.Lines.Places);
        placed.Clear();
        var used = 0u;
        for (var j = 0; j < model.BalancedRows; j++)
        {
            placed[places[j]] = column[j];
            if (column[j] != 0) used |= 1u << (places[j] >> 2);
        }
        work.ContactPlaces[c] = used;
    }

    /// <summary>1 where joint b carries the pushed body and not the pushing one, −1 the other way round, else 0.</summary>
    public static int Crossing(BodyModel model, Workspace work, int c, int b) =>
        (model.Carries[b, work.ContactBody[c]] ? 1 : 0) - (work.ContactAgainst[c] >= 0 && model.Carries[b, work.ContactAgainst[c]] ? 1 : 0);

    public static (double X, double Y, double Z) Point(BodyModel model, Workspace work, int c)
    {
        var at = 3 * work.ContactPoint[c];
        return Loads.PointOf(work.Rotation, work.Origin, work.ContactBody[c], model.ContactLocal[at], model.ContactLocal[at + 1], model.ContactLocal[at + 2]);
    }
}
