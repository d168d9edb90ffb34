using Mainstay.Body.Anatomy;
using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Anatomy;

namespace Mainstay.Body.Tests;

/// <summary>The shipped anatomy and Wilke's man, read once.</summary>
static class Shipped
{
    public static AnatomyData Data { get; } = AnatomyLoader.Load(KnowledgeFolder.Read(KnowledgeFolder.Find(AppContext.BaseDirectory)!));
    public static BodyModel Model { get; } = ModelBuilder.Build(Data, Person.Wilke);

    public static Workspace Solved(string posture)
    {
        var work = new Workspace(Model);
        PostureSetter.Apply(Data.Posture(posture), work);
        Solver.Solve(work);
        return work;
    }
}

/// <summary>Postures, tightness, weakness and loads drawn from a seed.</summary>
static class Randomly
{
    /// <summary>The pelvis held, so that only muscles balance.</summary>
    /// <param name="reach">Share of every joint's range.</param>
    public static void Fill(Workspace work, Random random, double reach)
    {
        var model = work.Model;
        for (var h = 0; h < work.Angles.Length; h++)
            work.Angles[h] = reach * (model.AngleMin[h] + random.NextDouble() * (model.AngleMax[h] - model.AngleMin[h]));
        (work.Pitch, work.Roll, work.Turn) = (random.NextDouble() * 3 - 1.5, random.NextDouble() - 0.5, 0);
        for (var i = 0; i < model.MuscleCount; i++)
        {
            work.Tightness[i] = random.Next(4) == 0 ? 0.3 * random.NextDouble() : 0;
            work.Strength[i] = random.Next(4) == 0 ? 0.2 + 0.8 * random.NextDouble() : 1;
        }
        SupportSetter.Apply([], work);
        PostureSetter.ApplyLoads(random.Next(2) == 0 ? [] : [new HeldLoad { At = random.Next(2) == 0 ? "hand" : "hand_r", MassKg = 25 * random.NextDouble() }], work);
    }

    static readonly string[] BackRest = ["back", "back_low", "sacrum"];

    /// <summary>The same resting on the floor, a seat, hands, elbows, a back rest, in any mixture, however little sense it makes.</summary>
    public static void FillSupported(Workspace work, Random random, double reach)
    {
        Fill(work, random, reach);
        var supports = new List<Support>();
        void Some(params string[] places)
        {
            if (random.Next(5) < 2) return;
            double[] normal = random.Next(2) == 0 ? [0, 0, 1] : [random.NextDouble() - 0.5, random.NextDouble() - 0.5, 0.2 + random.NextDouble()];
            var friction = random.Next(4) > 0;
            supports.AddRange(places.Select(place => new Support { At = place, Normal = [.. normal], Friction = friction }));
        }
        Some("heel", "toe");
        Some("seat", "buttock", "thigh");
        Some(random.Next(2) == 0 ? "hand" : "hand_r");
        Some("elbow");
        if (random.Next(3) == 0) supports.AddRange(BackRest.Select(place => new Support { At = place, Normal = [1, 0, 0.2], Friction = true }));
        if (random.Next(4) == 0) supports.Add(new Support { At = "elbow", Against = "femur" });
        SupportSetter.Apply([.. supports], work);
    }
}
