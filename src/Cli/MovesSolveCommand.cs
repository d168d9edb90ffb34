using System.CommandLine;
using System.Diagnostics;
using Mainstay.Body;
using Mainstay.Body.Model;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Anatomy;
using Mainstay.Knowledge.Motions;
using Mainstay.Moves;
using Mainstay.Moves.Solving;

namespace Mainstay.Cli;

/// <summary>mainstay moves solve FILE… | --all: contacts to angles, written back at the end of each file.</summary>
static class MovesSolveCommand
{
    public static Command Create()
    {
        var knowledge = KnowledgeOption.Create();
        var names = new Argument<string[]>("motion") { Description = "Ids of motions, or their files", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "Every motion whose contacts changed since it was last solved" };
        var again = new Option<bool>("--again") { Description = "With --all: also those that did not change" };
        var command = new Command("solve", "Turn the rough angles of a motion into angles whose contacts hold, and write them into its file") { names, all, again, knowledge };
        command.SetAction(parsed => BodyCommand.Guard(() =>
        {
            var folder = KnowledgeOption.Folder(parsed.GetValue(knowledge));
            var files = KnowledgeFolder.Read(folder);
            var wanted = (parsed.GetValue(names) ?? []).Select(name => Path.GetFileNameWithoutExtension(name)).ToHashSet();
            var (every, fresh) = (parsed.GetValue(all), !parsed.GetValue(again));
            if (!every && wanted.Count == 0) throw new StopException(Exit.Usage, "name a motion, or say --all");
            var (library, errors) = LibraryLoader.Check(files);
            var own = errors.Where(error => error.File.StartsWith("motions/", StringComparison.Ordinal) && (every || wanted.Contains(Path.GetFileNameWithoutExtension(error.File)))
                && !error.Message.Contains("mainstay moves solve", StringComparison.Ordinal)).ToArray();
            foreach (var error in own) Console.WriteLine(error);
            var (solver, failed) = (new MotionSolver(Reference.Skin(AnatomyLoader.Load(files))), own.Length > 0);
            foreach (var motion in library?.Motions ?? [])
            {
                if (!every && !wanted.Contains(motion.Id) || every && fresh && IsFresh(motion)) continue;
                wanted.Remove(motion.Id);
                failed |= !One(solver, motion, Path.Combine(folder, "motions", motion.Id + ".yaml"));
            }
            foreach (var name in wanted.Where(name => !own.Any(error => error.File == $"motions/{name}.yaml"))) throw new StopException(Exit.Usage, $"there is no motion '{name}'");
            return failed ? Exit.Invalid : Exit.Ok;
        }));
        return command;
    }

    static bool IsFresh(Motion motion) => motion.Variants.Prepend(null).All(variant => new MotionPoses(motion, variant).Solved?.Stamp == MotionStamp.Of(motion, variant));

    static bool One(MotionSolver solver, Motion motion, string path)
    {
        var watch = Stopwatch.StartNew();
        var results = motion.Variants.Prepend(null).Select(variant => (Variant: variant, Result: solver.Solve(motion, variant))).ToArray();
        File.WriteAllText(path, SolvedText.Replace(File.ReadAllText(path), [.. results.Select(result => (result.Variant, result.Result.Solved))]));
        foreach (var (variant, result) in results)
        {
            Console.WriteLine($"{motion.Id}{(variant is null ? "" : $" ({variant.Id})")}: worst contact {1000 * result.WorstMetres:0.0} mm, {watch.ElapsedMilliseconds} ms");
            foreach (var place in result.Unreached.GroupBy(missed => (missed.Contact, missed.Where.Split(',')[0])))
                Console.WriteLine($"    {1000 * place.Max(missed => missed.Metres),6:0.0} mm  {place.Key.Contact}  in {place.Key.Item2}");
        }
        return results.All(result => result.Result.WorstMetres < 0.01);
    }
}
