using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Knowledge.Loading;

namespace Mainstay.Knowledge.Anatomy;

/// <summary>knowledge/anatomy to the records of the mechanical body. Pure: files in, records or errors out.</summary>
public static class AnatomyLoader
{
    public const string Folder = "anatomy/";

    /// <exception cref="KnowledgeException">With every error there is.</exception>
    public static AnatomyData Load(ImmutableArray<KnowledgeFile> files)
    {
        var traces = new Traces();
        var own = files.Where(file => file.Path.StartsWith(Folder, StringComparison.Ordinal)).ToArray();
        T? One<T>(string path) where T : class => own.FirstOrDefault(file => file.Path == Folder + path) is { } file
            ? Records<T>(file, isList: false, traces).FirstOrDefault()
            : Missing<T>(path, traces);
        var skeleton = One<Skeleton>("skeleton.yaml");
        var tuning = One<Tuning>("tuning.yaml");
        var groups = own.Where(file => file.Path.StartsWith(Folder + "muscles/", StringComparison.Ordinal)).SelectMany(file => Records<MuscleGroup>(file, isList: false, traces)).ToImmutableArray();
        var postures = own.Where(file => file.Path == Folder + "postures.yaml").SelectMany(file => Records<NamedPosture>(file, isList: true, traces)).ToImmutableArray();
        var ids = groups.SelectMany(group => group.Lines.Select(line => line.Id)).Concat(postures.Select(posture => posture.Id));
        foreach (var twice in ids.GroupBy(id => id).Where(same => same.Count() > 1))
            traces.Errors.Add(new ContentError(Folder, 0, $"the id '{twice.Key}' stands twice"));
        if (traces.Errors.Count > 0) throw new KnowledgeException([.. traces.Errors]);
        return new AnatomyData { Skeleton = skeleton!, Tuning = tuning!, Groups = groups, Postures = postures };
    }

    static List<T> Records<T>(KnowledgeFile file, bool isList, Traces traces)
    {
        if (YamlReader.Read(file, traces.Errors) is not { } node) return [];
        var reader = new RecordReader(typeof(T));
        if (!isList) return Some<T>([node], reader, traces);
        if (node is Node.Sequence list) return Some<T>(list.Items, reader, traces);
        traces.Error(node, $"is {node.Shown}; this file holds a list ('- id: …' for each entry)");
        return [];
    }

    static List<T> Some<T>(IReadOnlyList<Node> nodes, RecordReader reader, Traces traces) => [.. nodes.Select(node => reader.Read(node, traces)).OfType<T>()];

    static T? Missing<T>(string path, Traces traces) where T : class
    {
        traces.Errors.Add(new ContentError(Folder + path, 0, "this file is missing"));
        return null;
    }
}
