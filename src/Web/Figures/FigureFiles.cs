using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Mainstay.Body.Model;
using Mainstay.Figure.Drawing;
using Mainstay.Figure.Packing;
using Mainstay.Figure.Skins;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Motions;

namespace Mainstay.Web.Figures;

/// <summary>What a moving figure is made of, as files for the browser: skins, muscle lines, motions. Each is made once, when it is first asked
/// for, and kept; its address holds a hash of what it is made from. The same for every person of a build, and nothing of the person is in it.</summary>
/// <param name="folder">The knowledge folder; null: there are no figures.</param>
public sealed class FigureFiles(string? folder, Library library)
{
    const int LeastBmi = 16, MostBmi = 45;

    const string Dark = "-dark";
    const char VariantMark = '~', PoseMark = '.';

    readonly ConcurrentDictionary<string, Lazy<PackedFile?>> _files = new();
    readonly ConcurrentDictionary<string, Lazy<ImmutableArray<PackedFile>>> _rows = new();
    readonly ConcurrentDictionary<string, Skin> _skins = new();
    readonly ConcurrentDictionary<string, Lazy<string>> _views = new();
    readonly Lazy<DrawnBody?> _body = new(() => folder is null ? null : DrawnBody.Load(folder));

    public bool Exist => folder is not null;

    /// <param name="variant">Of the motion; null for the motion as it is.</param>
    public string MotionUrl(Motion motion, MotionVariant? variant = null) => Url($"/motions/{Named(motion, variant)}.bin");

    public string MusclesUrl(string build) => Url($"/figure/{build}/muscles.bin");

    public string SkinUrl(string build) => Url($"/figure/{build}.bin");

    /// <summary>A drawing of the motion where it is held.</summary>
    public string PictureUrl(Motion motion, string build, bool dark, MotionVariant? variant = null) => Url($"/figure/{build}/{Named(motion, variant)}{(dark ? Dark : "")}.svg");

    /// <summary>A drawing of one of the motion's <see cref="KeyPositions"/>, in one frame with the others.</summary>
    public string PositionUrl(Motion motion, string build, string pose, bool dark, MotionVariant? variant = null) => Url($"/figure/{build}/{Named(motion, variant)}{PoseMark}{pose}{(dark ? Dark : "")}.svg");

    static string Named(Motion motion, MotionVariant? variant) => variant is null ? motion.Id : $"{motion.Id}{VariantMark}{variant.Id}";

    /// <summary>Which person is drawn.</summary>
    /// <param name="sex">m or f; anything else is drawn as a woman.</param>
    /// <param name="bmi">Null where height or mass is not known.</param>
    public static string BuildOf(string? sex, double? bmi) =>
        (sex == "m" ? "man" : "woman") + (bmi is { } known ? "-" + Math.Clamp((int)Math.Round(known), LeastBmi, MostBmi).ToString(CultureInfo.InvariantCulture) : "");

    /// <param name="path">As in the address. Null: there is no such file.</param>
    public PackedFile? Find(string path) => _files.TryGetValue(path, out var known) ? known.Value : Make(path) is { } made ? _files.GetOrAdd(path, made).Value : null;

    /// <summary>Makes what every drawing of a build needs, so that the first one that is asked for does not wait seconds for it.</summary>
    public void Warm(string build)
    {
        if (Exist && library.Motions.FirstOrDefault(motion => motion.Exercise is not null) is { } motion) Find($"/figure/{build}/{motion.Id}.svg");
    }

    /// <summary>The address says which figure and which knowledge it is of, so that a page need not make what it names.</summary>
    string Url(string path) => $"{path}?v={_body.Value!.Version}";

    /// <summary>True where the address is one that this program writes now: what is there will never change.</summary>
    public bool IsLasting(string? version) => version == _body.Value?.Version;

    /// <summary>Null where the address can mean nothing, so that strange addresses fill no memory.</summary>
    Lazy<PackedFile?>? Make(string path) => folder is null ? null : path.Split('/') switch
    {
        ["", "figure", "muscles.bin"] => Packed(body => MuscleFile.Write(body.Data, SkinOf("man"))),
        ["", "figure", var build, "muscles.bin"] when IsBuild(build) => Packed(body => MuscleFile.Write(body.Data, SkinOf(build))),
        ["", "figure", var name] when Bare(name, ".bin") is { } build && IsBuild(build) => Packed(_ => SkinOf(build).Pack()),
        ["", "motions", var name] when MotionNamed(Bare(name, ".bin")) is { } found => Packed(body => MotionFile.Write(MotionSheets.Of(found.Motion, found.Variant, body.Model, ViewOf(found.Motion)), body.Model)),
        ["", "figure", var build, var name] when IsBuild(build) && Bare(name, Dark + ".svg") is { } dark => Drawn(dark, build, Palette.InkDark),
        ["", "figure", var build, var name] when IsBuild(build) && Bare(name, ".svg") is { } light => Drawn(light, build, Palette.Ink),
        _ => null,
    };

    /// <summary>"cat-cow" where it is held, or one of its key positions: "cat-cow.start".</summary>
    Lazy<PackedFile?>? Drawn(string name, string build, Palette colours)
    {
        var mark = name.IndexOf(PoseMark, StringComparison.Ordinal);
        if (MotionNamed(mark < 0 ? name : name[..mark]) is not { } of) return null;
        if (mark < 0) return Picture(of, build, colours);
        var at = KeyPositions.Of(of.Motion, of.Variant).Select(key => key.Pose).ToList().IndexOf(name[(mark + 1)..]);
        if (at < 0) return null;
        var row = _rows.GetOrAdd($"{build}/{name[..mark]}/{colours == Palette.InkDark}", _ => new(() =>
            [.. MotionSheets.Row(of.Motion, of.Variant, SkinOf(build), ViewOf(of.Motion), colours).Select(svg => PackedFile.Of(Encoding.UTF8.GetBytes(svg), "image/svg+xml"))]));
        return new(() => row.Value[at]);
    }

    static string? Bare(string name, string end) => name.EndsWith(end, StringComparison.Ordinal) ? name[..^end.Length] : null;

    /// <summary>"cat-cow", or "cat-cow~easier".</summary>
    (Motion Motion, MotionVariant? Variant)? MotionNamed(string? name)
    {
        if (name?.Split(VariantMark) is not [var id, .. var rest] || library.Motions.FirstOrDefault(motion => motion.Id == id) is not { } motion) return null;
        return rest switch
        {
            [] => (motion, null),
            [var variant] when motion.Variants.FirstOrDefault(one => one.Id == variant) is { } known => (motion, known),
            _ => null,
        };
    }

    /// <summary>A build ("man", "heavy-woman"), or man or woman with a body mass index: "woman-27".</summary>
    bool IsBuild(string name) => IndexOf(name) is not null || _body.Value!.Builds.Ids.Any(build => build.Id == name);

    static int? IndexOf(string name) =>
        name.Split('-') is ["man" or "woman", var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var bmi) && bmi is >= LeastBmi and <= MostBmi ? bmi : null;

    internal Skin SkinOf(string build) => _skins.GetOrAdd(build, name =>
    {
        var body = _body.Value!;
        if (IndexOf(name) is not { } bmi) return body.Builds.Of(name, body.Model);
        var height = body.Data.Skeleton.HeightM;
        return body.Builds.For(ModelBuilder.Build(body.Data, new Person(name.StartsWith("man", StringComparison.Ordinal) ? Sex.Male : Sex.Female, height, bmi * height * height)));
    });

    /// <summary>The same for every build, so that picture and figure are alike.</summary>
    string ViewOf(Motion motion) => _views.GetOrAdd(motion.Id, _ => new(() => MotionSheets.BestView(motion, SkinOf("woman")))).Value;

    Lazy<PackedFile?> Picture((Motion Motion, MotionVariant? Variant) of, string build, Palette colours) =>
        new(() => PackedFile.Of(Encoding.UTF8.GetBytes(MotionSheets.Picture(of.Motion, of.Variant, SkinOf(build), ViewOf(of.Motion), colours)), "image/svg+xml"));

    Lazy<PackedFile?> Packed(Func<DrawnBody, byte[]> write) => new(() => PackedFile.Of(write(_body.Value!), "application/octet-stream"));
}
