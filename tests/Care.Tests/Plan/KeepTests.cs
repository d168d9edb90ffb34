using Mainstay.Knowledge;

namespace Mainstay.Care.Tests;

/// <summary>From week 12 on: strength twice a week and walks, once the goals are reached.</summary>
public class KeepTests
{
    static Diary Lived(double first, double later, int days)
    {
        var diary = new Diary(RealCare.DeskWorker);
        for (var day = 0; day < days; day++) diary.Pain(day, day < 3 ? first : later);
        // A bad spell at the start asked its questions.
        return diary.Ask(days - 1, 7, RealCare.Model.Questionnaire.Inputs.Select(input => input.Id));
    }

    static IEnumerable<Family> Families(Today today) => today.Plan.Plan!.Days.SelectMany(day => day.Items).Select(item => item.Item.Family).Distinct();

    [Fact]
    public void Who_got_there_has_strength_on_two_days_that_do_not_touch_and_walks()
    {
        var today = Lived(6, 2, 86).On(85);
        Assert.Equal(ReviewSays.Keep, today.Review!.Says);
        var plan = today.Plan.Plan!;
        Assert.All(Families(today), family => Assert.Contains(family, new[] { Family.Strength, Family.Walking }));
        var strength = plan.Days.Where(day => day.Items.Any(item => item.Item.Family == Family.Strength)).Select(day => day.Index).ToArray();
        Assert.Equal(2, strength.Length);
        Assert.InRange(strength[1] - strength[0], 2, 5);
        Assert.Contains(Family.Walking, Families(today));
        Assert.Contains(RealKnowledge.Library.Plan.Words.Keep, plan.Notes);
    }

    [Fact]
    public void Before_week_12_and_without_gain_the_week_stays_whole()
    {
        Assert.DoesNotContain(RealKnowledge.Library.Plan.Words.Keep, Lived(6, 2, 80).On(79).Plan.Plan!.Notes);
        Assert.DoesNotContain(RealKnowledge.Library.Plan.Words.Keep, Lived(6, 6, 86).On(85).Plan.Plan!.Notes);
    }

    [Fact]
    public void The_whole_week_comes_back_when_it_is_wanted_or_when_the_pain_does()
    {
        var diary = Lived(6, 2, 86).Note(85, 8, new WeekChosen { Whole = true });
        Assert.DoesNotContain(RealKnowledge.Library.Plan.Words.Keep, diary.On(85, 9).Plan.Plan!.Notes);
        Assert.Contains(RealKnowledge.Library.Plan.Words.Keep, diary.Note(85, 10, new WeekChosen { Whole = false }).On(85, 11).Plan.Plan!.Notes);
        var back = Lived(6, 2, 86);
        // Slowly, so that it is no bad spell.
        for (var day = 86; day < 130; day++) back.Pain(day, 2 + (day - 86) / 14);
        back.Ask(129, 7, RealCare.Model.Questionnaire.Inputs.Select(input => input.Id));
        Assert.DoesNotContain(RealKnowledge.Library.Plan.Words.Keep, back.On(129, 9).Plan.Plan!.Notes);
    }

    [Fact]
    public void A_check_that_is_begun_anew_has_the_whole_week()
    {
        var diary = Lived(6, 2, 86);
        diary.History = diary.History.WithCheck(Diary.At(200, 7), anew: true);
        diary.Pain(200, 3).Ask(200, 8.5, RealCare.Model.Questionnaire.Inputs.Select(input => input.Id));
        Assert.DoesNotContain(RealKnowledge.Library.Plan.Words.Keep, diary.On(200).Plan.Plan!.Notes);
    }

    [Fact]
    public void In_a_bad_spell_its_own_week_holds()
    {
        var diary = Lived(6, 2, 86).Pain(86, 5).Pain(87, 5);
        Assert.DoesNotContain(RealKnowledge.Library.Plan.Words.Keep, diary.On(87).Plan.Plan!.Notes);
    }
}

public class VarietyTests
{
    static ReadOnlySpan<int> Days(Diary diary, int day) => Variety.Of(diary.History, RealKnowledge.Library, Diary.At(day, 20)).Days.Select(one => one.Days).ToArray();

    [Fact]
    public void Days_of_the_last_two_weeks_count_once_for_each_way()
    {
        var diary = new Diary(RealCare.DeskWorker).Did(1, "side-reach", 3, 3, 3).Did(10, "cat-cow", 3, 3, 3).Did(10, "prone-press-up", 3, 3, 3).Did(12, "three-ways", 3, 3, 3);
        Assert.Equal([2, 2, 1], Days(diary, 14));
        Assert.Equal([2, 1, 1], Days(diary, 15));
        Assert.Equal(Ways.All, Variety.Of(diary.History, RealKnowledge.Library, Diary.At(40, 20)).Lacking);
    }

    [Fact]
    public void A_skipped_move_covers_nothing()
        => Assert.Equal(Ways.All, Variety.Of(new Diary(RealCare.DeskWorker).Did(1, "side-reach", 3, 3, 3, outcome: ItemOutcome.Skipped).History, RealKnowledge.Library, Diary.At(2, 20)).Lacking);

    [Fact]
    public void What_lacks_only_decides_between_equals()
    {
        foreach (var lacking in new[] { Ways.None, Ways.Side, Ways.Turn, Ways.All })
        {
            var plan = RealCare.Model.Assess(RealCare.DeskWorker, RealCare.Today, choices: new PlanChoices { Lacking = lacking }).Plan.Plan!;
            var usual = RealCare.Model.Assess(RealCare.DeskWorker, RealCare.Today).Plan.Plan!;
            Assert.Equal(usual.Benefit, plan.Benefit, 1e-4 * usual.Benefit);
        }
    }

    [Fact]
    public void Every_way_is_in_the_library_and_named_once()
    {
        foreach (var way in new[] { Ways.Bend, Ways.Side, Ways.Turn }) Assert.True(RealKnowledge.Library.Items.Count(item => (Variety.Of(item) & way) != 0) >= 4);
        Assert.All(RealKnowledge.Library.Items, item => Assert.Equal(item.Ways.Distinct(), item.Ways));
    }
}
