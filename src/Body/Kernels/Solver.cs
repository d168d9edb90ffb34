using Mainstay.Body.Model;

namespace Mainstay.Body.Kernels;

/// <summary>From posture to load, one stage a line.</summary>
public static class Solver
{
    /// <summary>Answers the workspace's inputs. What the muscles could not balance is told by
    /// <see cref="Questions.Shortfall"/>; nothing is thrown, and where the load-sharing did not settle <see cref="Workspace.Solved"/> is false.</summary>
    public static void Solve(Workspace work)
    {
        var model = work.Model;
        Measure(work);
        Contacts.Columns(model, work);
        Carry(model, work, supportsKnown: false);
        // Supports above the spine take load off the discs, which softens them, which shifts the load: four passes settle it.
        for (var pass = 0; work.TrunkSupported && pass < 4; pass++) Carry(model, work, supportsKnown: true);
        Discs.Load(model, work);
        LevelMoments.Tell(model, work);
    }

    /// <summary>Kinematics, paths and passive forces alone: enough for lengths, stretch and range.</summary>
    public static void Measure(Workspace work)
    {
        var model = work.Model;
        Kinematics.Place(model, work);
        Paths.Measure(model, work);
        MuscleState.Update(model, work);
    }

    static void Carry(BodyModel model, Workspace work, bool supportsKnown)
    {
        Loads.Gather(model, work);
        Loads.Stiffen(model, work, supportsKnown);
        Loads.Project(model, work);
        Elasticity.Apply(model, work);
        LoadSharing.Solve(model, work);
    }
}
