using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>The natural course for a person's episode as a broad band, and the risks of lasting pain.</summary>
public sealed class Prognosis
{
    /// <summary>A change of 30 % matters to people (Ostelo 2008).</summary>
    const double WorthHaving = 0.30;
    /// <summary>By this week people have drifted apart as far as the course's spread says; before it the band opens evenly. A judgement.</summary>
    const double WeeksToSpread = 6;

    readonly Questionnaire _questionnaire;
    readonly (RiskItem Item, Expression When)[] _risks;
    readonly int _onset, _pain;

    /// <exception cref="ArgumentException">A risk reads what does not exist, or the questionnaire lacks onset_days or nprs.</exception>
    public Prognosis(Questionnaire questionnaire)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        _questionnaire = questionnaire;
        _risks = [.. questionnaire.Library.Lasting.Select(r => (r, Expression.Compile(r.When, questionnaire)))];
        (_onset, _pain) = (questionnaire.IndexOf("onset_days"), questionnaire.IndexOf("nprs"));
    }

    public PrognosisResult Of(Answers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var onset = answers[_onset] is { IsGiven: true, Number: var days } ? days : (double?)null;
        var pain = answers[_pain] is { IsGiven: true, Number: var nprs } ? nprs * 10 : (double?)null;
        var course = onset is { } d ? _questionnaire.Library.Courses.FirstOrDefault(c => d >= c.FromDays && (c.ToDays is null || d < c.ToDays + 1)) : null;
        return new(course, pain, course is null ? [] : Band(course, pain), pain is > 0 ? pain * (1 - WorthHaving) : null, Risk(answers));
    }

    // The study's mean curve is scaled to where this person starts; the spread between people is not scaled, so that it stays broad.
    static ImmutableArray<BandPoint> Band(Course course, double? pain)
    {
        var first = course.Points[0].Pain;
        var scale = pain is { } start && first > 0 ? start / first : 1;
        return [.. course.Points.Select(point =>
        {
            var middle = Math.Min(100, point.Pain * scale);
            var spread = course.Spread * (pain is null ? 1 : Math.Min(1, point.Week / WeeksToSpread));
            return new BandPoint(point.Week, Math.Max(0, middle - spread), middle, Math.Min(100, middle + spread));
        })];
    }

    LastingRisk Risk(Answers answers)
    {
        var present = new List<RiskItem>();
        var open = ImmutableArray.CreateBuilder<RiskItem>();
        foreach (var (item, when) in _risks)
        {
            var truth = when.Evaluate(answers);
            if (truth == Truth.True) present.Add(item);
            else if (truth == Truth.Unknown) open.Add(item);
        }
        var points = present.Sum(r => r.Points);
        return new(points, points + open.Sum(r => r.Points),
            [.. present.OrderByDescending(r => r.Changeable).ThenByDescending(r => r.Points)], open.ToImmutable());
    }
}
