using Mainstay.Body.Motions;
using Mainstay.Figure.Skins;

namespace Mainstay.Figure.Drawing;

/// <summary>A scene as pixels: what is seen where, what it wears, and where one thing ends and the next begins.</summary>
sealed class Picture
{
    /// <summary>Neighbouring pixels whose places on the skin lie this far apart show two limbs, and more where the skin is seen edge-on.</summary>
    const double TornFrom = 0.020, TornPixels = 5, EdgeOn = 0.04;
    /// <summary>Pieces of one stuff whose faces lie this near each other run into one, metres; within a piece an edge is a jump of more than…</summary>
    const double PropJoin = 0.012, PropJump = 0.05;
    const float LitFrom = 0.30f, ShadowFrom = -0.06f;

    readonly SkinPose posed;
    readonly View view;

    public Picture(SkinPose posed, IReadOnlyList<Prop> props, View view)
    {
        (this.posed, this.view) = (posed, view);
        Light = (view.Toward * 0.60 + new Vec(0, 0, 0.85) - view.Right * 0.45).Unit;
        Skin = FineSkin.Of(posed.Skin.Mesh).Posed(posed, view, Light);
        // The bent edges between flattened points bulge through the floor again.
        Resting.Flatten(Skin.Points, props, posed.Skin.Model.Scale);
        foreach (var piece in props.SelectMany(prop => PropShapes.Of(prop, posed)))
            (IsGlass(piece) ? Glass : Pieces).Add(piece);
        if (Pieces.Count > byte.MaxValue - FigureDrawing.FirstPropId) throw new FigureException("too many props for one drawing");
        Raster = null!;
    }

    public SkinPose Posed => posed;
    public Vec Light { get; }
    public Solid Skin { get; }
    public List<PropPiece> Pieces { get; } = [];
    /// <summary>Walls between the eye and the person.</summary>
    public List<PropPiece> Glass { get; } = [];
    public Raster Raster { get; private set; }
    /// <summary>What a pixel shows: <see cref="Cloth"/> on the person, the raster's id elsewhere.</summary>
    public byte[] Labels { get; private set; } = [];

    public Bounds Bounds
    {
        get
        {
            var bounds = Bounds.None.With(view, Skin.Points);
            foreach (var piece in Pieces.Concat(Glass)) bounds = bounds.With(view, piece.Points);
            return bounds.With(view, new Vec(Skin.Points[0], Skin.Points[1], 0));
        }
    }

    public void Paint(Frame frame)
    {
        Raster = new Raster(frame);
        Raster.Draw(Skin, FigureDrawing.SkinId);
        for (var k = 0; k < Pieces.Count; k++) Raster.Draw(Lit(Pieces[k]), (byte)(FigureDrawing.FirstPropId + k));
        Labels = new byte[Raster.Id.Length];
        var regions = posed.Skin.Regions;
        for (var i = 0; i < Labels.Length; i++)
            Labels[i] = Raster.Id[i] == FigureDrawing.SkinId ? (byte)regions.Of(new Vec(Raster.X[i], Raster.Y[i], Raster.Z[i])) : Raster.Id[i];
    }

    public PropPiece? PieceAt(int pixel) => Raster.Id[pixel] >= FigureDrawing.FirstPropId ? Pieces[Raster.Id[pixel] - FigureDrawing.FirstPropId] : null;

    public bool IsSkin(int pixel) => Raster.Id[pixel] == FigureDrawing.SkinId;

    public List<CrackLine> Lines() => new Cracks(Raster.Width, Raster.Height, Between, Same, i => Raster.Depth[i]).Lines();

    public byte[] Mask(Func<int, bool> inside)
    {
        var mask = new byte[Labels.Length];
        for (var i = 0; i < mask.Length; i++) mask[i] = inside(i) ? (byte)1 : (byte)0;
        return mask;
    }

    /// <summary>Two steps of soft shade, the wider one first.</summary>
    public IEnumerable<byte[]> Shades() =>
        new[] { LitFrom, ShadowFrom }.Select(limit => Mask(i => (IsSkin(i) || PieceAt(i) is { Round: true }) && Raster.Light[i] < limit));

    /// <summary>Arms and legs on the far side, in true side views only; null elsewhere.</summary>
    public byte[]? FarLimbs()
    {
        var across = Vec.Dot(Mat.At(posed.Frames.Rotation, 0) * new Vec(0, -1, 0), view.Toward);
        if (Math.Abs(across) <= 0.93) return null;
        var away = across > 0 ? 1 : -1;
        var regions = posed.Skin.Regions;
        return Mask(i => IsSkin(i) && Raster.Y[i] * away > 0.02 && regions.IsLimb(new Vec(Raster.X[i], Raster.Y[i], Raster.Z[i])));
    }

    bool IsGlass(PropPiece piece)
    {
        if (piece.Prop.Is != PropKind.Wall) return false;
        var looks = piece.Prop.Faces switch { Facing.Forward => new Vec(1, 0, 0), Facing.Back => new Vec(-1, 0, 0), Facing.Left => new Vec(0, 1, 0), _ => new Vec(0, -1, 0) };
        return Vec.Dot(looks, view.Toward) < -0.1;
    }

    Solid Lit(PropPiece piece)
    {
        var normals = Solids.Normals(piece.Points, piece.Corners);
        return new Solid(piece.Points, piece.Corners, [.. piece.Points.Select(x => (float)x)], [.. normals.Select(n => (float)Vec.Dot(n, Light))],
            [.. normals.Select(n => (float)Math.Abs(Vec.Dot(n, view.Toward)))]);
    }

    double Gap(int i, int j)
    {
        double x = Raster.X[i] - Raster.X[j], y = Raster.Y[i] - Raster.Y[j], z = Raster.Z[i] - Raster.Z[j];
        return Math.Sqrt(x * x + y * y + z * z);
    }

    bool IsTorn(int i, int j)
    {
        var gap = Gap(i, j);
        return gap > TornFrom && gap > TornPixels * Raster.Frame.Pixel / Math.Max(EdgeOn, Math.Max(Raster.Facing[i], Raster.Facing[j]));
    }

    bool Same(int i, int j) => Raster.Id[i] == Raster.Id[j] && (!IsSkin(i) || !IsTorn(i, j));

    Crack Between(int i, int j)
    {
        byte a = Raster.Id[i], b = Raster.Id[j];
        if (a == Raster.Nothing && b == Raster.Nothing) return Crack.None;
        if (a == FigureDrawing.SkinId && b == FigureDrawing.SkinId) return IsTorn(i, j) ? Crack.Overlap : Labels[i] != Labels[j] ? Crack.Cloth : Crack.None;
        if (a == FigureDrawing.SkinId || b == FigureDrawing.SkinId) return Crack.Outline;
        if (a == b) return Gap(i, j) > PropJump ? Crack.Prop : Crack.None;
        if (PieceAt(i) is { } p && PieceAt(j) is { } q && p.Fill == q.Fill && Math.Abs(Raster.Depth[i] - Raster.Depth[j]) < PropJoin) return Crack.None;
        return Crack.Prop;
    }
}
