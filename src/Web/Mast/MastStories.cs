using System.Collections.Immutable;

namespace Mainstay.Web.Mast;

/// <summary>What the body can show of a contributor.</summary>
public static class MastStories
{
    /// <summary>Null where the model has nothing to say: of pain, nerves, joints' health and stress it knows nothing.</summary>
    public static MastChoice? Of(string contributor, ImmutableArray<MastScene> scenes)
    {
        MastChoice? Show(string scene, params (string Field, double Amount)[] amounts) =>
            scenes.FirstOrDefault(one => one.Id == scene) is { } known ? amounts.Aggregate(MastChoice.Of(known), (choice, one) => choice.With(one.Field, one.Amount)) : null;
        return contributor switch
        {
            "tight-hamstrings-hip-flexors" => Show("hang", ("tight-hamstrings", 5)),
            "prolonged-sitting" => Show("sit-slouched"),
            "low-strength" => Show("stoop-lift", ("weak-back", 40)),
            "acute-strain" => Show("stoop-lift"),
            "over-exercise" => Show("squat-lift") is { } lift ? lift with { Kg = 20 } : null,
            _ => null,
        };
    }
}
