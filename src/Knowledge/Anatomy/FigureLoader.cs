using System.Collections.Immutable;
using Mainstay.Figure.Shapes;
using Mainstay.Knowledge.Loading;

namespace Mainstay.Knowledge.Anatomy;

/// <summary>knowledge/figure to the tables of the drawn person. Pure: files in, records or errors out.</summary>
public static class FigureLoader
{
    public const string Folder = "figure/";

    /// <exception cref="KnowledgeException">With every error there is.</exception>
    public static (ShapeTables Tables, ImmutableArray<Build> Builds) Load(ImmutableArray<KnowledgeFile> files)
    {
        var traces = new Traces();
        var tables = Read(files, "shape.yaml", node => new RecordReader(typeof(ShapeTables)).Read(node, traces), traces) as ShapeTables;
        var builds = Read(files, "builds.yaml", node => Reader.For(typeof(ImmutableArray<Build>)).Read(node, traces), traces) as ImmutableArray<Build>? ?? [];
        return traces.Errors.Count == 0 ? (tables!, builds) : throw new KnowledgeException([.. traces.Errors]);
    }

    static object? Read(ImmutableArray<KnowledgeFile> files, string name, Func<Node, object?> read, Traces traces)
    {
        if (files.FirstOrDefault(file => file.Path == Folder + name) is not { } file)
        {
            traces.Errors.Add(new ContentError(Folder + name, 0, "this file is missing"));
            return null;
        }
        return YamlReader.Read(file, traces.Errors) is { } node ? read(node) : null;
    }
}
