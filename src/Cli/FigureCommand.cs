using System.CommandLine;
using Mainstay.Body.Model;
using Mainstay.Figure;
using Mainstay.Figure.Meshes;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Anatomy;

namespace Mainstay.Cli;

/// <summary>mainstay figure …: the drawn person.</summary>
static class FigureCommand
{
    public static Command Create() => new("figure", "The drawn person") { Build() };

    static Command Build()
    {
        var knowledge = KnowledgeOption.Create();
        var command = new Command("build", "Make the skins of all builds anew from the tables in knowledge/figure") { knowledge };
        command.SetAction(parsed => BodyCommand.Guard(() =>
        {
            var folder = KnowledgeOption.Folder(parsed.GetValue(knowledge));
            var files = KnowledgeFolder.Read(folder);
            var (tables, builds) = FigureLoader.Load(files);
            foreach (var (id, bytes) in new MeshMaker(AnatomyLoader.Load(files), tables, builds).Pack())
            {
                File.WriteAllBytes(Path.Combine(folder, FigureLoader.Folder, id + ".bin"), bytes);
                Console.WriteLine($"{id}: {bytes.Length} bytes");
            }
            return Exit.Ok;
        }));
        return command;
    }
}
