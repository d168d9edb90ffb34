using System.Collections.Immutable;
using System.Text;

namespace Mainstay.Care.Tests;

public enum LifeKind { Recovering, Lasting, Flaring, Worsening, Erratic, Ignoring }

/// <summary>A made-up person with a course of pain that only the simulation knows.</summary>
public sealed class Life
{
    public const int Days = 84;

    static readonly (string Input, string Word)[] Signs =
        [("ces_saddle", "yes"), ("ces_bladder", "yes"), ("ces_bowel", "unsure"), ("leg_weak", "severe"), ("fever", "yes"), ("chest_pressure", "yes"), ("leg_numb", "both")];

    readonly double[] _noise = new double[Days + 2];
    readonly HashSet<int> _flareDays = [];

    public Life(ulong seed, LifeKind kind, Questionnaire form)
    {
        (Seed, Kind) = (seed, kind);
        var chance = new Chance(seed * 31 + (ulong)kind);
        Start = chance.Pick((double[])[2, 3, 4, 4, 5, 5, 6, 7]);
        Answers = Make(chance, new Chance(seed * 7919 + 3), form);
        var drift = 0.0;
        for (var d = 0; d < _noise.Length; d++) _noise[d] = drift = 0.5 * drift + (chance.Share() - 0.5) * 1.6;
        Ease = kind switch { LifeKind.Recovering => 0.3 + chance.Share() * 0.6, LifeKind.Lasting => chance.Share() * 0.25, _ => chance.Share() * 0.5 };
        if (kind is LifeKind.Flaring or LifeKind.Erratic)
            for (var d = 8 + chance.Below(14); d < Days; d += 10 + chance.Below(25))
                for (var n = 0; n < 2 + chance.Below(5); n++) _flareDays.Add(d + n);
        if (kind == LifeKind.Worsening)
        {
            SignDay = 5 + chance.Below(70);
            Sign = chance.Pick(Signs);
        }
        Keen = kind switch { LifeKind.Erratic => 0.15 + 0.6 * chance.Share(), LifeKind.Ignoring => 0.95, _ => 0.7 + 0.3 * chance.Share() };
        Tender = chance.Share();
    }

    public ulong Seed { get; }
    public LifeKind Kind { get; }
    public double Start { get; }
    /// <summary>At the check, day 0.</summary>
    public Answers Answers { get; }
    /// <summary>The day on which the danger sign comes; null for most.</summary>
    public int? SignDay { get; }
    public (string Input, string Word) Sign { get; }
    /// <summary>Chance of a contact or a session on a day.</summary>
    public double Keen { get; }
    /// <summary>How easily exercise stirs the pain, 0 to 1.</summary>
    public double Tender { get; }
    /// <summary>Share of the pain that goes in twelve weeks by itself.</summary>
    public double Ease { get; }

    /// <param name="help">Sessions done so far: each eases a little.</param>
    public double Pain(int day, int help)
    {
        var gone = Ease * (1 - Math.Exp(-day / 25.0)) + Math.Min(0.35, help * 0.006);
        var pain = Start * (1 - Math.Min(0.95, gone)) + _noise[day] + (_flareDays.Contains(day) ? 3 : 0);
        if (SignDay is { } sign && day >= sign - 3) pain += 2;
        return Math.Clamp(Math.Round(pain), 0, 10);
    }

    static Answers Make(Chance chance, Chance rare, Questionnaire form)
    {
        var age = 18 + chance.Below(66);
        var sex = chance.Happens(0.5) ? "f" : "m";
        var text = new StringBuilder($$"""{"age": {{age}}, "sex": "{{sex}}", "nprs": {{3 + chance.Below(4)}}, "onset_days": {{chance.Pick((int[])[1, 4, 10, 30, 60, 120, 400, 2000])}}""");
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $$""", "regions": ["{{chance.Pick((string[])["low_back", "low_back", "upper_back", "neck", "buttock"])}}"], "onset_mode": "{{(chance.Happens(0.4) ? "event" : "gradual")}}" """);
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $$""", "minutes_per_day": {{chance.Pick((int[])[5, 8, 12, 15, 20, 30])}}, "days_per_week": {{3 + chance.Below(5)}}, "sitting_hours": {{chance.Below(12)}}, "stress_level": {{chance.Below(5)}} """);
        if (chance.Happens(0.5)) text.Append(""", "places": ["home", "work"], "equipment": ["band"] """);
        else if (rare.Happens(0.3)) text.Append(""", "places": ["work"] """);
        if (sex == "f" && age <= 45 && rare.Happens(0.3)) text.Append(""", "pregnant": "yes", "trimester": "second", "pregnancy_weeks": 20 """);
        if (chance.Happens(0.3)) text.Append(""", "trigger_event": ["lift"], "moves_worse": "yes", "one_sided_local": "yes", "eases_in_position": "yes" """);
        if (chance.Happens(0.2)) text.Append(""", "leg_pain": "one" """);
        if (chance.Happens(0.15)) text.Append(""", "other_sites": 5, "touch_hurts": "yes", "cold_hurts": "yes", "exercise_after_pain": "yes", "unrefreshed_sleep": "yes", "brain_fog": "yes" """);
        if (age > 60 && chance.Happens(0.3)) text.Append(""", "osteoporosis": "yes" """);
        if (chance.Happens(0.1)) text.Append(""", "knee_problem": "yes" """);
        if (chance.Happens(0.1)) text.Append(""", "cannot_rise_from_floor": "yes" """);
        text.Append('}');
        // As if every question had been answered: nothing is assumed.
        var assumed = AnswersJson.Read(Encoding.UTF8.GetBytes(text.ToString()), form).AssumeNo();
        var builder = new AnswersBuilder(form);
        for (var i = 0; i < form.Count; i++) if (assumed[i].State != AnswerState.Unanswered) builder.Set(i, assumed[i]);
        return builder.Build();
    }
}
