using Mainstay.Body.Model;
using Mainstay.Body.Motions;
using Mainstay.Figure.Packing;

namespace Mainstay.Figure.Skins;

/// <summary>The skin of one person on their skeleton. Immutable: threads share it, and each has a <see cref="SkinPose"/> of its own.</summary>
public sealed class Skin
{
    internal Skin(BodyModel model, Rig rig, FigureMesh mesh, BuildId build)
    {
        (Model, Rig, Mesh, Build) = (model, rig, mesh, build);
        Bind = BindPose.Of(model);
        Points = [.. mesh.Points.Select(x => x * model.Scale)];
        Groups = new SkinGroups(this);
        Regions = new Regions(this);
    }

    public BodyModel Model { get; }
    public Rig Rig { get; }
    public FigureMesh Mesh { get; }
    public BuildId Build { get; }
    public SkinGroups Groups { get; }
    internal Frames Bind { get; }
    /// <summary>Bind positions at the person's stature, three a vertex.</summary>
    internal double[] Points { get; }
    internal Regions Regions { get; }
    public int Count => Mesh.Count;

    /// <summary>For the browser: see <see cref="FigureFile"/>.</summary>
    public byte[] Pack() => FigureFile.Write(Build, Mesh, Model, Rig);
}
