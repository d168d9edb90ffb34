using Mainstay.Body.Anatomy;
using Mainstay.Body.Model;
using Mainstay.Figure.Skins;

namespace Mainstay.Moves;

/// <summary>Whose body motions are written on: the reference stature, so that a metre in a file is a metre.</summary>
public static class Reference
{
    public static Person Person { get; } = new(Sex.Male, 1.70, 75.3);

    /// <summary>The reference body and its skin.</summary>
    public static Skin Skin(AnatomyData anatomy)
    {
        var model = ModelBuilder.Build(anatomy, Person);
        return FigureBuilds.Load(model).For(model);
    }
}
