using System.Text;

namespace Mainstay.Care.Tests;

/// <summary>The care model over the knowledge of this checkout, compiled once.</summary>
static class RealCare
{
    public static readonly CareModel Model = new(RealKnowledge.Library);
    public static readonly DateOnly Today = new(2026, 11, 24);

    /// <summary>Somebody who is well but for what is said; everything else counts as no.</summary>
    public static Answers Person(string json) => AnswersJson.Read(Encoding.UTF8.GetBytes(json), Model.Questionnaire).AssumeNo();

    /// <summary>An office worker with a stiff low back and no danger signs: twelve minutes, five days, at home and at work.</summary>
    public static Answers DeskWorker => Person("""
        {"age": 38, "sex": "f", "pregnant": "no", "onset_days": 30, "onset_mode": "gradual", "nprs": 4, "regions": ["low_back"], "sit_builds": "yes",
         "sitting_hours": 9, "sitting_breaks": "rarely", "better_active_days": "yes", "stress_level": 2, "low_mood_days": 0, "minutes_per_day": 12,
         "days_per_week": 5, "places": ["home", "work"], "equipment": ["band", "heat-pack"]}
        """);

    public static PlanResult Plan(Answers answers, params PlanChoice[] choices)
        => Model.Assess(answers, Today, choices: new PlanChoices { Made = [.. choices] }).Plan;
}
