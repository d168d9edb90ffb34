namespace Mainstay.Care.Tests;

public class PrognosisTests
{
    static PrognosisResult Of(string json) => RealCare.Model.Prognosis.Of(AnswersJson.Read(System.Text.Encoding.UTF8.GetBytes(json), RealCare.Model.Questionnaire));

    [Theory]
    [InlineData(0, "acute")]
    [InlineData(41, "acute")]
    [InlineData(42, "subacute")]
    [InlineData(83, "subacute")]
    [InlineData(84, "lasting")]
    [InlineData(2000, "lasting")]
    public void The_episode_is_told_by_its_length(int days, string course) => Assert.Equal(course, Of($$"""{"onset_days": {{days}}}""").Course!.Id);

    [Fact]
    public void Without_a_length_there_is_no_course() => Assert.Null(Of("""{"nprs": 5}""").Course);

    [Fact]
    public void The_band_begins_at_the_persons_pain_and_opens_broadly()
    {
        var result = Of("""{"onset_days": 10, "nprs": 8}""");
        Assert.Equal(new BandPoint(0, 80, 80, 80), result.Band[0]);
        // Mean of the acute cohort: 56 at the start, 26 at six weeks.
        var six = result.Band.First(p => p.Week == 6);
        Assert.Equal(80 * 26.0 / 56, six.Middle, 9);
        Assert.True(six.High - six.Low >= 40);
        Assert.All(result.Band, p => Assert.InRange(p.Middle, p.Low, p.High));
        Assert.All(result.Band, p => Assert.True(p.Low >= 0 && p.High <= 100));
    }

    [Fact]
    public void A_goal_worth_having_is_thirty_percent_less()
    {
        Assert.Equal(56, Of("""{"onset_days": 10, "nprs": 8}""").Goal!.Value, 9);
        Assert.Null(Of("""{"onset_days": 10, "nprs": 0}""").Goal);
        Assert.Null(Of("""{"onset_days": 10}""").Goal);
    }

    [Fact]
    public void Open_questions_can_only_raise_the_risk()
    {
        var risk = Of("""{"nprs": 8, "leg_pain": "one", "expectation": "worse"}""").Risk;
        Assert.Equal(4, risk.Points);
        Assert.Equal(11, risk.Most);
        Assert.Equal((RiskLevel.Medium, RiskLevel.High), (risk.Level, risk.Highest));
        Assert.False(LastingRisk.Calibrated);
    }

    [Fact]
    public void What_can_be_changed_comes_first_and_says_what_helps()
    {
        var present = Of("""{"nprs": 8, "leg_pain": "one", "expectation": "worse", "bad_nights": 5, "height_cm": 170, "mass_kg": 100}""").Risk.Present;
        Assert.Equal(["expects-no-recovery", "bad-sleep", "smoking-or-weight", "strong-pain", "leg-pain"], present.Select(r => r.Id));
        Assert.All(present.Where(r => r.Changeable), r => Assert.NotNull(r.Helps));
    }
}
