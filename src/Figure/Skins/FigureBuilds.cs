using System.Collections.Immutable;
using System.Reflection;
using Mainstay.Body.Model;
using Mainstay.Figure.Packing;

namespace Mainstay.Figure.Skins;

/// <summary>The builds this program was made with, and between them the skin of any person. Made once, in some milliseconds; threads share it.</summary>
public sealed class FigureBuilds
{
    /// <summary>A little thinner than the lean build and a little heavier than the heavy one can still be drawn.</summary>
    const double Beyond = 0.3;

    readonly Rig rig;
    readonly ImmutableArray<(BuildId Build, FigureMesh Mesh)> builds;

    internal FigureBuilds(Rig rig, ImmutableArray<(BuildId, FigureMesh)> builds) => (this.rig, this.builds) = (rig, builds);

    /// <param name="model">Any person's: only the names of its bodies are read.</param>
    public static FigureBuilds Load(BodyModel model)
    {
        var rig = new Rig(model);
        var assembly = typeof(FigureBuilds).Assembly;
        return new FigureBuilds(rig, [.. assembly.GetManifestResourceNames().Where(name => name.EndsWith(".bin", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(name => FigureFile.Read(Bytes(assembly, name), rig))]);
    }

    public IEnumerable<BuildId> Ids => builds.Select(build => build.Build);

    /// <summary>The skin that follows the person's sex, stature and mass.</summary>
    public Skin For(BodyModel model)
    {
        var (person, bmi) = (model.Person, model.Person.MassKg / (model.Person.HeightM * model.Person.HeightM));
        var own = builds.Where(build => build.Build.Sex == person.Sex).OrderBy(build => build.Build.Bmi).ToArray();
        if (own.Length == 0) throw new FigureException($"there is no build for a {person.Sex} person");
        var ((lean, leanMesh), (heavy, heavyMesh)) = (own[0], own[^1]);
        var share = own.Length == 1 ? 0 : Math.Clamp((bmi - lean.Bmi) / (heavy.Bmi - lean.Bmi), -Beyond, 1 + Beyond);
        return new Skin(model, rig, leanMesh.Towards(heavyMesh, share), new BuildId($"{lean.Id}-{share:0.00}", person.Sex, bmi));
    }

    /// <summary>One of the builds as it is, at the model's stature.</summary>
    /// <exception cref="FigureException">There is no such build.</exception>
    public Skin Of(string id, BodyModel model)
    {
        foreach (var (build, mesh) in builds)
            if (build.Id == id) return new Skin(model, rig, mesh, build);
        throw new FigureException($"'{id}' is not a build; there are: {string.Join(", ", builds.Select(build => build.Build.Id))}");
    }

    static byte[] Bytes(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
