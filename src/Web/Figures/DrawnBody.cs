using System.Security.Cryptography;
using System.Text;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Model;
using Mainstay.Figure.Skins;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Anatomy;

namespace Mainstay.Web.Figures;

/// <summary>The body whose figures are drawn, in the reference stature: files are in its metres.</summary>
/// <param name="Version">Of everything a figure is made from: tables, motions, program.</param>
sealed record DrawnBody(AnatomyData Data, BodyModel Model, FigureBuilds Builds, string Version)
{
    static readonly string[] Folders = ["anatomy/", "figure/", "motions/"];

    public static DrawnBody Load(string folder)
    {
        var files = KnowledgeFolder.Read(folder);
        var data = AnatomyLoader.Load(files);
        var model = ModelBuilder.Build(data, new Person(Sex.Male, data.Skeleton.HeightM, data.Skeleton.MassKg));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.Where(file => Folders.Any(own => file.Path.StartsWith(own, StringComparison.Ordinal)))) hash.AppendData(Encoding.UTF8.GetBytes(file.Path + file.Text));
        foreach (var program in new[] { typeof(BodyModel), typeof(FigureBuilds), typeof(Library), typeof(DrawnBody) }) hash.AppendData(program.Module.ModuleVersionId.ToByteArray());
        return new(data, model, FigureBuilds.Load(model), Convert.ToHexStringLower(hash.GetHashAndReset())[..16]);
    }
}
