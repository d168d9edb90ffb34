using System.CommandLine;
using Mainstay.Body.Motions;

namespace Mainstay.Cli;

/// <summary>mainstay moves: the motions of knowledge/motions, solved and verified by the mechanical body.</summary>
static class MovesCommand
{
    public static Command Create()
    {
        var parts = new Command("parts", "List the angles, parts and points a motion may name");
        parts.SetAction(_ =>
        {
            Console.WriteLine("angles: " + string.Join(", ", PoseTerms.Names));
            Console.WriteLine("parts: " + string.Join(", ", BodyPoints.PartNames));
            Console.WriteLine("points: " + string.Join(", ", BodyPoints.PointNames));
            return Exit.Ok;
        });
        return new Command("moves", "Solve, verify and show how the exercises move") { MovesSolveCommand.Create(), MovesVerifyCommand.Create(), MovesSheetCommand.Create(), parts };
    }
}
