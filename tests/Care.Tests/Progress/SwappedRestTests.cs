using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

/// <summary>48 hours between strength of one part hold for what is swapped in on the same day too.</summary>
public class SwappedRestTests
{
    static readonly Guid Id = new(8, 8, 8, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>A day whose plan has a strength move, and another one of the same part that may stand in for it.</summary>
    static (int Day, string Done, string Other) Pair()
    {
        var diary = new Diary(RealCare.DeskWorker);
        for (var day = 0; day < 7; day++)
            foreach (var item in diary.On(day).Items.Where(i => i.Item.Family == Family.Strength))
                foreach (var other in item.Planned.Alternatives)
                    if (RealKnowledge.Library.Items.Single(i => i.Id == other) is { Family: Family.Strength } its && its.Targets.Intersect(item.Item.Targets).Any()
                        && Today(diary, day, 18, item.Id, other).Items.Any(i => i.Id == other)) return (day, item.Id, other);
        throw new InvalidOperationException("No strength move of the plan can be swapped for one of the same part.");
    }

    static Today Today(Diary diary, int day, double hour, string from, string to)
        => Diary.Daily.On(diary.Answers, diary.History, Diary.At(day, hour), made: [new PlanChoice.Swap(null, from, to)]);

    static Diary Did(int day, string item, params ReadOnlySpan<string> list) => new Diary(RealCare.DeskWorker)
        .Note(day, 8, new SessionStart { Session = Id, Items = [.. list], Pain = 3 })
        .Note(day, 8.2, new ItemReport { Session = Id, Item = item, Worst = 3, After = 3, Asked = 8, Done = 8, Rpe = 5 });

    static SessionEnd End => new() { Session = Id, Pain = 3 };

    [Fact]
    public void What_is_swapped_in_after_strength_of_the_same_part_waits()
    {
        var (day, done, other) = Pair();
        Assert.DoesNotContain(Today(Did(day, done, done).Note(day, 8.4, End), day, 18, done, other).Items, i => i.Id == other);
        // One that was left open in the morning runs no more in the evening.
        Assert.DoesNotContain(Today(Did(day, done, done), day, 18, done, other).Items, i => i.Id == other);
    }

    [Fact]
    public void What_the_session_set_out_to_do_and_what_is_running_is_one_whole()
    {
        var (day, done, other) = Pair();
        Assert.Contains(Today(Did(day, done, done, other).Note(day, 8.4, End), day, 18, done, other).Items, i => i.Id == other && i.NotBefore is null);
        Assert.Contains(Today(Did(day, done, done), day, 8.5, done, other).Items, i => i.Id == other && i.NotBefore is null);
    }
}
