using System.Globalization;
using System.Text;
using Mainstay.Knowledge;
using Xunit.Abstractions;

namespace Mainstay.Care.Tests.Cases;

/// <summary>The shipped rules, held to people they were not written for.</summary>
public class CasesTests(ITestOutputHelper output)
{
    static readonly IReadOnlyList<(CasePerson Person, TriageResult Result)> Rated = [.. CasePerson.All.Select(p => (p, p.Assess()))];

    static IEnumerable<(CasePerson Person, TriageResult Result)> Serious => Rated.Where(r => r.Person.Expected >= Urgency.SameDay);
    static IEnumerable<(CasePerson Person, TriageResult Result)> Harmless => Rated.Where(r => r.Person.Expected == Urgency.SelfCare);

    [Fact]
    public void The_cases_are_many_and_tell_each_person_once()
    {
        Assert.Equal(CasePerson.All.Count, CasePerson.All.Select(p => p.Id).Distinct().Count());
        Assert.True(Serious.Count() >= 120, $"{Serious.Count()} need care today");
        Assert.True(Harmless.Count() >= 65, $"{Harmless.Count()} need none");
        Assert.All(CasePerson.All, p => Assert.True(p.Lowest <= p.Expected && p.Expected <= p.Highest, p.Id));
    }

    [Fact]
    public void Report()
    {
        var share = (IEnumerable<(CasePerson Person, TriageResult Result)> of, Func<(CasePerson Person, TriageResult Result), bool> that)
            => $"{of.Count(that)} of {of.Count()} ({(double)of.Count(that) / of.Count():P1})";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"E or U24 rated the same day or sooner: {share(Serious, r => r.Result.Urgency >= Urgency.SameDay)}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"E rated E: {share(Rated.Where(r => r.Person.Expected == Urgency.Emergency), r => r.Result.Urgency == Urgency.Emergency)}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"E or U24 rated as safe or sooner: {share(Serious, r => r.Result.Urgency >= r.Person.Lowest)}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"U14 or R rated as safe or sooner: {share(Rated.Where(r => r.Person.Expected is Urgency.Routine or Urgency.WithinTwoWeeks), r => r.Result.Urgency >= r.Person.Lowest)}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all at the exact level: {share(Rated, r => r.Result.Urgency == r.Person.Expected)}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"harmless at self-care: {share(Harmless, r => r.Result.Urgency == Urgency.SelfCare)}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"harmless above a routine appointment: {share(Harmless, r => r.Result.Urgency > Urgency.Routine)}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all above their bound: {share(Rated, r => r.Result.Urgency > r.Person.Highest)}"));
        output.WriteLine(Table(Rated.Where(r => r.Result.Urgency != r.Person.Expected)));
        Assert.NotEmpty(Rated);
    }

    static string Table(IEnumerable<(CasePerson Person, TriageResult Result)> rows)
    {
        var table = new StringBuilder("case · expected · rated · safe range · rules · who").AppendLine();
        foreach (var (p, r) in rows)
            table.AppendLine(CultureInfo.InvariantCulture,
                $"{p.Id} · {p.Expect} · {CasePerson.Code(r.Urgency)} · {p.AtLeast}–{p.AtMost} · {string.Join(' ', r.Fired.Select(f => f.Rule.Id))} · {p.Who}");
        return table.ToString();
    }
}
