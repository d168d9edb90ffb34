using System.Globalization;
using System.Net;
using System.Text;
using Mainstay.Figure.Skins;

namespace Mainstay.Figure.Drawing;

/// <summary>A painted picture as SVG, layer on layer.</summary>
sealed class SvgText(Picture picture, IReadOnlyList<Target> targets, DrawingOptions options)
{
    static readonly (Cloth Cloth, string Name)[] Clothes = [(Cloth.Top, "top"), (Cloth.Shorts, "shorts"), (Cloth.Socks, "socks"), (Cloth.Hair, "hair")];
    static readonly (Crack Kind, string Name, double Width, double Opacity)[] Strokes =
        [(Crack.Prop, "prop", 1.2, 0.75), (Crack.Cloth, "cloth", 1, 0.55), (Crack.Overlap, "overlap", 1.6, 1), (Crack.Outline, "outline", 2, 1)];
    /// <summary>Shorter lines than these are noise, pixels.</summary>
    const int ShortestCloth = 16, ShortestOverlap = 11, Shortest = 4;

    readonly Raster raster = picture.Raster;
    readonly View view = picture.Raster.Frame.View;
    readonly double scale = picture.Raster.Frame.Pixel * options.Unit;
    readonly StringBuilder text = new();

    public string Write()
    {
        var (width, height) = (Width, Height);
        Put($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"mf\" viewBox=\"0 0 {width} {height}\" ");
        text.Append(options.Title is { } title ? $"role=\"img\" aria-label=\"{WebUtility.HtmlEncode(title)}\">" : "aria-hidden=\"true\">");
        if (options.Floor) WriteGround(width);
        WriteProps();
        WriteBody();
        WriteShade();
        WriteTargets();
        WriteLines();
        WriteGlass();
        return text.Append("</svg>").ToString();
    }

    public double Width => Tenth(raster.Width * scale);
    public double Height => Tenth(raster.Height * scale);

    /// <summary>What stands inside the svg element when the body is one plain shape for something to be drawn on.</summary>
    public string Plain()
    {
        if (options.Floor) WriteGround(Width);
        WriteProps();
        Fill("skin", Closed(picture.Mask(picture.IsSkin), 3, 0.7));
        if (picture.FarLimbs() is { } far && Closed(far, 3, 0.9, 60) is { Length: > 0 } wash) Put($"<path class=\"mf-far\" fill-opacity=\".3\" fill-rule=\"evenodd\" d=\"{wash}\"/>");
        var overlaps = new PathText(scale);
        foreach (var line in picture.Lines().Where(line => line.Kind == Crack.Overlap && line.Points.Length >= ShortestOverlap))
            overlaps.Add(CurveFit.Of(Smoothing.Of(line.Points, line.Closed, 3), 0.7, line.Closed), line.Closed);
        if (!overlaps.IsEmpty) Put($"<path class=\"mf-overlap\" fill=\"none\" stroke-width=\"1.2\" d=\"{overlaps}\"/>");
        WriteGlass();
        return text.ToString();
    }

    void Put(FormattableString part) => text.Append(FormattableString.Invariant(part));

    static double Tenth(double x) => Math.Round(x * 10) / 10;

    string Closed(byte[] mask, double sigma, double tolerance, double minArea = 14)
    {
        var path = new PathText(scale);
        foreach (var outline in Outlines.Of(mask, raster.Width, raster.Height, minArea)) path.Add(CurveFit.Of(Smoothing.Of(outline, true, sigma), tolerance, true), closed: true);
        return path.ToString();
    }

    /// <summary>A fill with a thin edge of its own, so that no paper shows between neighbours.</summary>
    void Fill(string name, string path)
    {
        if (path.Length == 0) return;
        var colour = options.Colours?.Fills[name];
        Put($"<path class=\"mf-{name}\"{(colour is null ? "" : $" fill=\"{colour}\" stroke=\"{colour}\"")} stroke-width=\".7\" fill-rule=\"evenodd\" d=\"{path}\"/>");
    }

    string Colour(string attribute, Func<Palette, string> of) => options.Colours is { } palette ? $" {attribute}=\"{of(palette)}\"" : "";

    void WriteProps()
    {
        for (var k = 0; k < picture.Pieces.Count; k++)
        {
            var id = (byte)(FigureDrawing.FirstPropId + k);
            Fill(picture.Pieces[k].Fill, Closed(picture.Mask(i => raster.Id[i] == id), picture.Pieces[k].Round || picture.Pieces[k].Fill == "cushion" ? 2 : 0.5, 0.7));
        }
    }

    void WriteBody()
    {
        Fill("skin", Closed(picture.Mask(picture.IsSkin), 3, 0.5));
        foreach (var (cloth, name) in Clothes) Fill(name, Closed(picture.Mask(i => raster.Id[i] == FigureDrawing.SkinId && picture.Labels[i] == (byte)cloth), 3, 0.6, 40));
    }

    void WriteShade()
    {
        Put($"<g class=\"mf-shade\"{Colour("fill", p => p.Shade)} fill-opacity=\".11\" fill-rule=\"evenodd\">");
        foreach (var mask in picture.Shades())
            if (Closed(mask, 4.5, 1, 300) is { Length: > 0 } path) Put($"<path d=\"{path}\"/>");
        text.Append("</g>");
        if (picture.FarLimbs() is { } far && Closed(far, 3, 0.6, 60) is { Length: > 0 } wash)
            Put($"<path class=\"mf-far\"{Colour("fill", p => p.Paper)} fill-opacity=\".3\" fill-rule=\"evenodd\" d=\"{wash}\"/>");
    }

    void WriteTargets()
    {
        if (targets.Count == 0) return;
        var muscles = MuscleLines.Of(picture.Posed.Skin);
        var band = new TargetBand(raster, targets.Select(target => muscles.Posed(target, picture.Posed, view).ToArray()));
        var path = Closed(band.Mask, 3.2, 0.7, 60);
        if (path.Length == 0) return;
        Put($"<path class=\"mf-target\"{Colour("fill", p => p.Accent)}{Colour("stroke", p => p.Edge)} fill-opacity=\".92\" stroke-width=\"1.2\" stroke-linejoin=\"round\" fill-rule=\"evenodd\" d=\"{path}\"/>");
        var fibres = new PathText(scale);
        foreach (var run in band.Fibres()) fibres.Add(CurveFit.Of(run, 0.7, false), closed: false);
        if (!fibres.IsEmpty)
            Put($"<path class=\"mf-fibre\" fill=\"none\"{Colour("stroke", p => p.Fibre)} stroke-opacity=\".6\" stroke-linecap=\"round\" d=\"{fibres}\"/>");
    }

    void WriteLines()
    {
        var paths = Strokes.ToDictionary(stroke => stroke.Kind, _ => new PathText(scale));
        foreach (var line in picture.Lines())
        {
            if (line.Points.Length < (line.Kind switch { Crack.Cloth => ShortestCloth, Crack.Overlap => ShortestOverlap, _ => Shortest })) continue;
            var prop = line.Kind == Crack.Prop;
            paths[line.Kind].Add(CurveFit.Of(Smoothing.Of(line.Points, line.Closed, prop ? 0.7 : 3), prop ? 0.7 : 0.5, line.Closed), line.Closed);
        }
        Put($"<g class=\"mf-line\" fill=\"none\"{Colour("stroke", p => p.Line)} stroke-linecap=\"round\" stroke-linejoin=\"round\">");
        foreach (var (kind, name, width, opacity) in Strokes)
            if (!paths[kind].IsEmpty)
                Put($"<path class=\"mf-{name}\" stroke-width=\"{width}\"{(opacity < 1 ? string.Create(CultureInfo.InvariantCulture, $" stroke-opacity=\"{opacity}\"") : "")} d=\"{paths[kind]}\"/>");
        var face = new PathText(scale);
        foreach (var mark in FaceMarks.Lines(picture.Posed, raster, options.EyesClosed)) face.Add(CurveFit.Of(mark, 0.5, false), closed: false);
        if (!face.IsEmpty) Put($"<path class=\"mf-face\" stroke-width=\"1.4\" d=\"{face}\"/>");
        var eyes = new PathText(scale);
        if (!options.EyesClosed)
            foreach (var pupil in FaceMarks.Pupils(picture.Posed, raster)) eyes.Add(CurveFit.Of(pupil, 0.5, false), closed: false);
        if (!eyes.IsEmpty) Put($"<path class=\"mf-eye\" stroke-width=\"3.2\" d=\"{eyes}\"/>");
        text.Append("</g>");
    }

    void WriteGlass()
    {
        if (picture.Glass.Count == 0) return;
        var glass = new Raster(raster.Frame);
        foreach (var piece in picture.Glass) glass.Draw(Solid.Plain(piece.Points, piece.Corners), FigureDrawing.SkinId);
        var path = Closed(glass.Id, 0.5, 0.7);
        Put($"<path class=\"mf-glass\"{Colour("fill", p => p.Fills["wall"])}{Colour("stroke", p => p.Line)} fill-opacity=\".38\" stroke-opacity=\".45\" stroke-width=\"1.2\" d=\"{path}\"/>");
    }

    void WriteGround(double width)
    {
        if (view.IsLevel)
        {
            var floor = Tenth(raster.Frame.Top * options.Unit);
            foreach (var (from, to) in Ground.Touching(picture, view))
                Put($"<ellipse class=\"mf-shadow\" cx=\"{Tenth(((from + to) / 2 - raster.Frame.Left) * options.Unit)}\" cy=\"{floor + 2}\" rx=\"{Tenth(((to - from) / 2 + 0.035) * options.Unit)}\" ry=\"5.5\"{Colour("fill", p => p.Shade)} fill-opacity=\".13\"/>");
            Put($"<path class=\"mf-floor\" d=\"M0 {floor}H{width}\"{Colour("stroke", p => p.Floor)} stroke-width=\"1.2\" fill=\"none\"/>");
        }
        else if (Closed(Ground.Shadow(picture, raster.Frame), 4, 1, 60) is { Length: > 0 } path)
            Put($"<path class=\"mf-shadow\"{Colour("fill", p => p.Shade)} fill-opacity=\".12\" d=\"{path}\"/>");
    }
}
