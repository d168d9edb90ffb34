using System.Collections.Immutable;

namespace Mainstay.Figure.Shapes;

/// <summary>The tables of one build: the common ones with the build's additions put in.</summary>
static class BuildTables
{
    public static ShapeTables Apply(ShapeTables tables, Build build) => tables with
    {
        Trunk = [.. tables.Trunk.Select(row => Added(row, build.Trunk, 3))],
        Limbs = tables.Limbs.ToImmutableDictionary(limb => limb.Key, limb => limb.Value with
        {
            Rows = [.. limb.Value.Rows.Select(row => Added(row, build.Limbs.GetValueOrDefault(limb.Key, []), 4))],
        }),
        Blobs = Blobs(tables.Blobs, build.Blobs),
    };

    static ImmutableArray<double> Added(ImmutableArray<double> row, ImmutableArray<ImmutableArray<double>> additions, int columns)
    {
        var sum = row.ToArray();
        for (var c = 1; c <= columns; c++) sum[c] += Curve.Linear(additions, row[0], c);
        return [.. sum];
    }

    /// <summary>Blobs that begin a part keep their place; new ones go behind the last of their part.</summary>
    static ImmutableArray<Blob> Blobs(ImmutableArray<Blob> common, ImmutableArray<Blob> own)
    {
        var blobs = common.Select(blob => own.FirstOrDefault(other => other.Id == blob.Id) ?? blob).ToList();
        blobs.AddRange(own.Where(blob => common.All(other => other.Id != blob.Id)));
        return [.. blobs];
    }
}
