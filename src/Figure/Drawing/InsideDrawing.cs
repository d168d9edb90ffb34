using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Mainstay.Body.Motions;
using Mainstay.Figure.Skins;

namespace Mainstay.Figure.Drawing;

/// <summary>The body as one plain shape with its spine and its muscles in it, as SVG. The shape is made once; what pulls and what presses is
/// laid over it for each answer, in about a millisecond. Threads share it.</summary>
/// <remarks>Besides the classes of <see cref="FigureDrawing"/>: mi-rope, mi-bone, mi-spike, mi-rim, mi-disc, mi-load. No colours: they are the page's.</remarks>
public sealed class InsideDrawing
{
    /// <summary>Of a rope that pulls with all it has, half its drawn width, as a share of the muscle's.</summary>
    const double Fullest = 0.75;
    const string Ligaments = "posterior-ligaments";

    readonly Skin skin;
    readonly Frame frame;
    readonly double unit;
    readonly string shape;
    readonly double width, height;
    readonly SpineMarks spine;
    readonly ImmutableArray<(string Id, double HalfWidth, string Path)> ropes;

    InsideDrawing(Skin skin, Frames pose, IReadOnlyList<Prop> props, string view, DrawingOptions options)
    {
        this.skin = skin;
        var eye = View.Of(view);
        var picture = new Picture(FigureDrawing.Posed(skin, new Scene(pose, props)), props, eye);
        frame = Frame.Of(eye, picture.Bounds.Wider(options.Margin), options.Pixel);
        picture.Paint(frame);
        var text = new SvgText(picture, [], options);
        (shape, width, height, unit) = (text.Plain(), text.Width, text.Height, options.Unit);
        spine = new SpineMarks(skin.Model, pose, At);
        ropes = [.. Ropes(pose, eye)];
    }

    /// <param name="pose">Placed, of the skin's model.</param>
    /// <param name="view">See <see cref="View.Of"/>.</param>
    public static InsideDrawing Of(Skin skin, Frames pose, IReadOnlyList<Prop> props, string view, DrawingOptions? options = null) => new(skin, pose, props, view, options ?? DrawingOptions.Usual);

    /// <param name="pulls">By line: with how much of its strength it pulls, 0 to 1; those that are not named are not drawn.</param>
    /// <param name="discs">Per level from L5/S1 up, 0 to 1: how full its disc is coloured.</param>
    /// <param name="title">Read out in its place; null hides it from readers.</param>
    public string Svg(IReadOnlyDictionary<string, double> pulls, IReadOnlyList<double> discs, string? title = null)
    {
        var text = new StringBuilder(shape.Length + 8192);
        text.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"mf inside\" viewBox=\"0 0 {width} {height}\" ");
        text.Append(title is null ? "aria-hidden=\"true\">" : $"role=\"img\" aria-label=\"{WebUtility.HtmlEncode(title)}\">").Append(shape);
        text.Append("<g fill=\"none\" stroke-linejoin=\"round\">");
        foreach (var (id, half, path) in ropes)
            if (pulls.TryGetValue(id, out var pull) && Math.Sqrt(Math.Clamp(pull, 0, 1)) is > 0.1 and var full)
                text.Append(CultureInfo.InvariantCulture, $"<path class=\"mi-rope\" stroke-linecap=\"round\" stroke-width=\"{2 * half * Fullest * unit * (0.25 + 0.75 * full):0.0}\" stroke-opacity=\"{0.25 + 0.75 * full:0.00}\" d=\"{path}\"/>");
        spine.Write(text, discs, unit);
        return text.Append("</g></svg>").ToString();
    }

    /// <summary>From a true side view only the near side, since the far one lies behind it.</summary>
    IEnumerable<(string, double, string)> Ropes(Frames pose, View eye)
    {
        var lines = MuscleLines.Of(skin);
        var right = Vec.Dot(Mat.At(pose.Rotation, 0) * new Vec(0, -1, 0), eye.Toward);
        foreach (var group in skin.Model.Anatomy.Groups.Where(group => group.Id != Ligaments))
            foreach (var line in group.Lines)
                foreach (var left in new[] { false, true })
                {
                    if (line.Middle ? left : Math.Abs(right) > 0.93 && left == right > 0) continue;
                    var path = string.Join('L', lines.OnBones(line, left, pose).Select(At).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:0.#} {p.Y:0.#}")));
                    yield return (line.Middle ? line.Id : line.Id + (left ? "-l" : "-r"), MuscleStyle.Of(group.Id).HalfWidth * skin.Model.Scale, "M" + path);
                }
    }

    (double X, double Y) At(Vec p) => frame.Of(p) is var at ? (at.X * frame.Pixel * unit, at.Y * frame.Pixel * unit) : default;
}
