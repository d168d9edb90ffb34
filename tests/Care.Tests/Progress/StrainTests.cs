using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

/// <summary>A fresh strain: still holds first, light loads from the second week, full load after three easy sessions.</summary>
public class StrainTests
{
    const string Moving = "sit-to-stand";

    /// <summary>Strained on the day of the check.</summary>
    static Diary Strained => new(RealCare.Person("""
        {"age": 40, "sex": "m", "nprs": 4, "onset_days": 0, "onset_mode": "event", "trigger_event": ["lift"], "moves_worse": "yes", "eases_in_position": "yes", "one_sided_local": "yes",
         "regions": ["low_back"], "minutes_per_day": 15, "days_per_week": 5, "places": ["home"]}
        """));

    [Fact]
    public void Holding_still_begins_on_the_third_day()
    {
        static IEnumerable<Item> Strength(int day) => Strained.On(day).Plan.Plan!.Days.SelectMany(d => d.Items).Select(i => i.Item).Where(i => i.Family == Family.Strength);
        Assert.Empty(Strength(2));
        Assert.NotEmpty(Strength(3));
        Assert.All(Strength(3), item => Assert.Contains(item.Dose, Diary.Daily.Rules.StillDoses));
    }

    [Fact]
    public void Light_loads_begin_with_the_second_week()
    {
        Assert.Contains("strain", Strained.On(6).Reasons.Select(reason => reason.Rule));
        Assert.Contains(Moving, Strained.On(6).Progress.Gate.Closed);
        var second = Strained.On(7);
        Assert.DoesNotContain(Moving, second.Progress.Gate.Closed);
        Assert.Contains("strain_light", second.Reasons.Select(reason => reason.Rule));
        // More than body weight waits.
        Assert.Contains("suitcase-carry", second.Progress.Gate.Closed);
    }

    [Fact]
    public void Three_easy_sessions_and_not_three_easy_moves_of_one_evening_open_the_full_load()
    {
        var evening = new Guid(1, 9, 9, new byte[8]);
        var diary = Strained.Note(8, 17, new SessionStart { Session = evening, Pain = 1, AnyNew = false });
        foreach (var item in (string[])["hip-hinge", "sit-to-stand", "suitcase-carry"]) diary.Note(8, 17.1, new ItemReport { Session = evening, Item = item, Worst = 1 });
        Assert.Contains("strain_light", diary.On(9).Reasons.Select(reason => reason.Rule));
        diary.Did(10, "hip-hinge", 1, 1, 1).Did(12, "hip-hinge", 1, 1, 1);
        Assert.DoesNotContain("strain_light", diary.On(13).Reasons.Select(reason => reason.Rule));
        Assert.Contains("strain_light", diary.Did(14, "hip-hinge", 1, 3, 1).On(15).Reasons.Select(reason => reason.Rule));
    }
}
