using System.Globalization;
using System.Text;
using Mainstay.Knowledge;
using Xunit.Abstractions;
using Rated = (Mainstay.Care.Tests.Cases.CasePerson Person, Mainstay.Care.TriageResult Result);

namespace Mainstay.Care.Tests.Cases;

/// <summary>The shipped rules, held to people they were not written for. docs/triage.md tells how these were written and what they found.</summary>
public class CasesTests(ITestOutputHelper output)
{
    static readonly IReadOnlyList<Rated> All = [.. CasePerson.All.Select(p => (p, p.Assess()))];
    static readonly IReadOnlyList<Rated> Today = [.. All.Where(r => r.Person.Expected >= Urgency.SameDay)];
    static readonly IReadOnlyList<Rated> Appointment = [.. All.Where(r => r.Person.Expected is Urgency.Routine or Urgency.WithinTwoWeeks)];
    static readonly IReadOnlyList<Rated> Harmless = [.. All.Where(r => r.Person.Expected == Urgency.SelfCare)];

    [Fact]
    public void The_people_are_many_and_each_is_told_once()
    {
        Assert.Equal(All.Count, All.Select(r => r.Person.Id).Distinct().Count());
        Assert.InRange(Today.Count, 120, int.MaxValue);
        Assert.InRange(Appointment.Count, 35, int.MaxValue);
        Assert.InRange(Harmless.Count, 65, int.MaxValue);
        Assert.All(All, r => Assert.True(r.Person.Lowest <= r.Person.Expected && r.Person.Expected <= r.Person.Highest, r.Person.Id));
    }

    [Fact]
    public void Everybody_who_needs_care_today_is_sent_the_same_day_or_sooner()
        => Nobody(Today.Where(r => r.Result.Urgency < Urgency.SameDay));

    [Fact]
    public void Nobody_is_rated_below_what_is_safe()
        => Nobody(All.Where(r => r.Result.Urgency < r.Person.Lowest));

    [Fact]
    public void Nobody_is_alarmed_without_need()
        => Nobody(All.Where(r => r.Result.Urgency > r.Person.Highest));

    [Fact]
    public void Four_of_five_harmless_people_hear_nothing_but_self_care_and_none_more_than_a_routine_visit()
    {
        Nobody(Harmless.Where(r => r.Result.Urgency > Urgency.Routine));
        var calmed = Harmless.Count(r => r.Result.Urgency == Urgency.SelfCare);
        Assert.True(calmed >= 0.8 * Harmless.Count, $"{calmed} of {Harmless.Count}:\n{Table(Harmless.Where(r => r.Result.Urgency != Urgency.SelfCare))}");
    }

    [Fact]
    public void Nine_of_ten_emergencies_are_rated_as_emergencies()
    {
        IReadOnlyList<Rated> emergencies = [.. Today.Where(r => r.Person.Expected == Urgency.Emergency)];
        var rated = emergencies.Count(r => r.Result.Urgency == Urgency.Emergency);
        Assert.True(rated >= 0.9 * emergencies.Count, $"{rated} of {emergencies.Count}:\n{Table(emergencies.Where(r => r.Result.Urgency < Urgency.Emergency))}");
        Share("E rated E", emergencies, r => r.Result.Urgency == Urgency.Emergency);
        Share("E or U24 rated the same day or sooner", Today, r => r.Result.Urgency >= Urgency.SameDay);
        Share("all at the exact level", All, r => r.Result.Urgency == r.Person.Expected);
        Share("harmless at self-care", Harmless, r => r.Result.Urgency == Urgency.SelfCare);
        output.WriteLine(Table(All.Where(r => r.Result.Urgency != r.Person.Expected)));
    }

    void Share(string what, IReadOnlyList<Rated> people, Func<Rated, bool> that)
        => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {people.Count(that)} of {people.Count}"));

    static void Nobody(IEnumerable<Rated> misses) => Assert.True(!misses.Any(), Table(misses));

    static string Table(IEnumerable<Rated> rows)
    {
        var table = new StringBuilder("case · expected · rated · safe range · rules · who").AppendLine();
        foreach (var (p, r) in rows)
            table.AppendLine(CultureInfo.InvariantCulture,
                $"{p.Id} · {p.Expect} · {CasePerson.Code(r.Urgency)} · {p.AtLeast}–{p.AtMost} · {string.Join(' ', r.Fired.Select(f => f.Rule.Id))} · {p.Who}");
        return table.ToString();
    }
}
