using System.Collections.Immutable;
using Mainstay.Body.Questions;
using Mainstay.Knowledge.Loading;

namespace Mainstay.Knowledge.Anatomy;

/// <summary>A list of the parts of a day: "- posture: sitting" and "  hours: 6" a part.</summary>
public static class DayLoader
{
    /// <exception cref="KnowledgeException">With every error there is.</exception>
    public static ImmutableArray<DayPart> Load(KnowledgeFile file)
    {
        var traces = new Traces();
        ImmutableArray<DayPart> parts = [];
        if (YamlReader.Read(file, traces.Errors) is { } node)
        {
            if (node is Node.Sequence list)
            {
                var reader = new RecordReader(typeof(DayPart));
                parts = [.. list.Items.Select(item => reader.Read(item, traces)).OfType<DayPart>()];
            }
            else traces.Error(node, $"is {node.Shown}; a list of parts is expected ('- posture: sitting')");
        }
        return traces.Errors.Count == 0 ? parts : throw new KnowledgeException([.. traces.Errors]);
    }
}
