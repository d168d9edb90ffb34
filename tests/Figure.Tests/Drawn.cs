using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Model;
using Mainstay.Body.Motions;
using Mainstay.Figure.Skins;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Anatomy;

namespace Mainstay.Figure.Tests;

/// <summary>What the tests of the drawn person share: made once.</summary>
static class Drawn
{
    public static readonly ImmutableArray<KnowledgeFile> Files = KnowledgeFolder.Read(KnowledgeFolder.Find(AppContext.BaseDirectory)!);
    public static readonly AnatomyData Anatomy = AnatomyLoader.Load(Files);
    public static readonly BodyModel Reference = Model(Sex.Male, 1.70, 63);
    public static readonly FigureBuilds Builds = FigureBuilds.Load(Reference);

    public static BodyModel Model(Sex sex, double heightM, double massKg) => ModelBuilder.Build(Anatomy, new Person(sex, heightM, massKg));

    /// <summary>A pose from terms in degrees (metres for the root's place).</summary>
    public static double[] Terms(params (string Term, double Value)[] values)
    {
        var terms = new double[PoseTerms.Count];
        foreach (var (term, value) in values)
            foreach (var i in PoseTerms.Of(term) is { Count: > 0 } found ? found : throw new ArgumentException(term)) terms[i] = value;
        return terms;
    }

    public static Frames Frames(BodyModel model, double[] terms)
    {
        var pose = new Pose(model);
        new PoseWriter(model).Write(terms, pose);
        var frames = new Frames(model);
        frames.Place(pose);
        return frames;
    }

    public static SkinPose Posed(Skin skin, double[] terms)
    {
        var pose = new SkinPose(skin);
        pose.Place(Frames(skin.Model, terms));
        pose.PlacePoints();
        return pose;
    }

    /// <summary>A few poses far from each other: standing, deep squat, arms overhead, all fours with a round back, one leg up, twisted.</summary>
    public static readonly ImmutableArray<double[]> Poses =
    [
        Terms(("root_z", 0.88)),
        Terms(("root_z", 0.4), ("root_pitch", 30), ("hip_flexion", 130), ("hip_abduction", 20), ("knee_flexion", 140), ("ankle_dorsiflexion", 30), ("shoulder_elevation", 80), ("shoulder_plane", 90)),
        Terms(("root_z", 0.88), ("shoulder_elevation", 175), ("shoulder_plane", 60), ("thorax_flexion", -15), ("wrist_flexion", -60)),
        Terms(("root_z", 0.45), ("root_pitch", 40), ("lumbar_flexion", 40), ("thorax_flexion", 30), ("neck_flexion", 25), ("hip_flexion", 35), ("knee_flexion", 90), ("ankle_dorsiflexion", -45), ("shoulder_plane", 90), ("shoulder_elevation", 110), ("elbow_pronation", 88)),
        Terms(("root_z", 0.13), ("root_pitch", -90), ("hip_r_flexion", 95), ("hip_l_flexion", -10), ("knee_r_flexion", 5), ("shoulder_r_elevation", 40), ("shoulder_r_plane", 90), ("elbow_r_flexion", 120)),
        Terms(("root_z", 0.88), ("lumbar_turn", 12), ("thorax_turn", 35), ("lumbar_side", 15), ("hip_r_rotation", -50), ("hip_l_rotation", 40), ("shoulder_l_elevation", 90), ("shoulder_l_rotation", 80), ("elbow_l_pronation", -80)),
    ];
}
