using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Knowledge.Loading;

namespace Mainstay.Knowledge.Anatomy;

/// <summary>A file of one's own with one posture (a map with pitch_deg, angles, supports, loads), or with a list of them: a motion.</summary>
public static class PostureLoader
{
    /// <returns>One or more.</returns>
    /// <exception cref="KnowledgeException">With every error there is.</exception>
    public static ImmutableArray<Posture> Load(KnowledgeFile file)
    {
        var traces = new Traces();
        ImmutableArray<Posture> postures = [];
        if (YamlReader.Read(file, traces.Errors) is { } node)
        {
            var reader = new RecordReader(typeof(Posture));
            postures = [.. (node is Node.Sequence list ? list.Items : [node]).Select(item => reader.Read(item, traces)).OfType<Posture>()];
            if (postures.IsEmpty && traces.Errors.Count == 0) traces.Error(node, "holds no posture");
        }
        return traces.Errors.Count == 0 ? postures : throw new KnowledgeException([.. traces.Errors]);
    }
}
