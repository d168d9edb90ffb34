using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>The daily use: today as a function of knowledge, answers, history and the moment. Pure and deterministic; one instance serves all threads.</summary>
public sealed class DailyCare
{
    readonly CareModel _care;
    readonly ProgressRules _rules;
    readonly Rescreens _rescreens;

    /// <exception cref="ArgumentException">The library has no rules of progress.</exception>
    public DailyCare(CareModel care)
    {
        ArgumentNullException.ThrowIfNull(care);
        _care = care;
        _rules = care.Library.Progress ?? throw new ArgumentException("The library has no progress.yaml.");
        _rescreens = new(care.Questionnaire, _rules);
        Light = new(_rules);
        Signs = new(care.Questionnaire, Light);
    }

    public CareModel Care => _care;
    public ProgressRules Rules => _rules;
    /// <summary>For the moment an item ends: red and amber are known at once, green only the next morning.</summary>
    public TrafficLight Light { get; }
    public TellingSigns Signs { get; }

    /// <summary>The reviews so far, oldest first.</summary>
    public ImmutableArray<Review> Reviews(Answers answers, History history, DateTimeOffset now)
        => new Reviews(_rules).Of(history, new PainDays(history, now), answers.NumberOf("nprs"), now);

    /// <param name="answers">As they stand, counts of days grown older with the calendar.</param>
    /// <param name="now">What was recorded later, by a clock that went wrong, does not count yet.</param>
    /// <param name="seen">Records that a professional has seen the person.</param>
    /// <param name="made">What the person changed about the plan.</param>
    public Today On(Answers answers, History history, DateTimeOffset now, ImmutableArray<Seen> seen = default, ImmutableArray<PlanChoice> made = default)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(history);
        var today = DateOnly.FromDateTime(now.DateTime);
        var pain = new PainDays(history, now);
        var contributors = _care.Contributors.Weigh(answers);
        var profile = Profile.Of(answers, contributors, _rules.CarefulAge);
        var fits = Fits(answers, _care.Triage.Assess(answers, seen), made.IsDefault ? [] : made);
        var progression = new Progression(_care.Planner.Catalogue, _rules, profile, history, pain, now, fits);
        var progress = progression.State();
        var looks = new Reviews(_rules);
        var reviews = looks.Of(history, pain, profile.Pain, now);
        var letter = looks.Letter(reviews, history, pain, answers.NumberOf("onset_days"), now);
        var rescreen = _rescreens.Due(answers, history, progress, now);

        var standing = _rescreens.Stand(answers, rescreen);
        var hurts = Hurts(answers, history, pain.Latest(today, 3), pain.Latest(today, today.DayNumber));
        var triage = _care.Triage.Assess(Told(standing, hurts, letter is not null), seen);
        var begun = history.Begun is { } b ? DateOnly.FromDateTime(b.DateTime) : today;
        var weeks = Math.Max(0, today.DayNumber - begun.DayNumber) / 7;
        var choices = new PlanChoices
        {
            Made = made.IsDefault ? [] : made, Weeks = weeks, Start = begun.AddDays(7 * weeks), Level = profile.StartLevel, Flare = progress.Flare is not null, Progress = progress.Gate,
            Keep = Keeping.Holds(reviews, history, pain, _rules, now), Lacking = Variety.Of(history, _care.Library, now).Lacking,
            Favoured = TestFavours.Of(history, _care.Library, now),
        };
        var hurting = hurts is { } h ? standing.With("nprs", h) : standing;
        var plan = _care.Planner.Make(hurting, triage, contributors, choices, today);
        var assessment = new Assessment(triage, contributors, _care.Prognosis.Of(answers), plan);

        var underlying = Underlying(plan, triage, progress, hurting.NumberOf("nprs"));
        var mode = OnCalendar(underlying, history, today);
        var doser = new Doser(_care, _rules, profile, progression, progress, history, now, _care.Contraindications.Of(hurting, triage.Suspicions));
        var items = plan.Plan is null || mode is DayMode.FreeDay or DayMode.Holiday ? [] : doser.Items(plan.Plan.On(today), mode);
        return new(today, mode, assessment, rescreen, items, items.IsEmpty ? null : plan.Plan!.On(today).Lesson, progress,
            reviews.LastOrDefault(r => !history.HasReadReview(r.Week, now)), [.. Reasons(mode, progress, profile, progression), .. doser.Left])
        {
            Underlying = underlying, Answers = hurting, Letter = letter, Fits = fits,
        };
    }

    /// <summary>Moves outside the day's plan, each with its dose of today or why it is not offered.</summary>
    /// <param name="today">Made by <see cref="On"/> of the same answers and history, at about the same moment.</param>
    public OwnMoves Own(Answers answers, History history, DateTimeOffset now, Today today)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(today);
        var pain = new PainDays(history, now);
        var assessment = today.Assessment;
        var profile = Profile.Of(answers, assessment.Contributors, _rules.CarefulAge);
        var limits = _care.Contraindications.Of(today.Answers, assessment.Triage.Suspicions);
        var frame = new PlanFrame(today.Answers, assessment.Triage, new() { Level = profile.StartLevel, Flare = today.Progress.Flare is not null, Progress = today.Progress.Gate }, _care.Planner.Catalogue);
        var weeks = history.Begun is { } begun ? Math.Max(0, today.Date.DayNumber - DateOnly.FromDateTime(begun.DateTime).DayNumber) / 7 : 0;
        var doser = new Doser(_care, _rules, profile, new Progression(_care.Planner.Catalogue, _rules, profile, history, pain, now, today.Fits), today.Progress, history, now, limits);
        return new(_care, _rules, frame, limits, doser, history, today, weeks);
    }

    // Whether a move can stand in for another is asked of the person and not of the day: neither the pain of a day nor a bad spell opens what an easier
    // move stands in for.
    Func<CompiledItem, bool> Fits(Answers answers, TriageResult triage, ImmutableArray<PlanChoice> made)
    {
        var catalogue = _care.Planner.Catalogue;
        var frame = new PlanFrame(answers, triage, new() { Made = made }, catalogue);
        var standing = _care.Contraindications.Of(answers.With("nprs", 0), triage.Suspicions);
        var wishes = new Wishes(made, catalogue);
        return item => !standing.IsBlocked(item.Index) && catalogue.PlaceOf(item, frame.AllPlaces, frame.Owned) >= 0 && !wishes.IsOutAlways(item.Index)
            && (wishes.IsInSomewhere(item.Index) || (!item.Item.ByHandOnly && item.Phases[(int)frame.Phase] > 0));
    }

    // What the check was told after the last reading is newer. It raises what was told and never lowers it: the check asks about the last days. After
    // some days without a word the check counts again, but no higher than what was told since: strong pain of months ago is no pain of today.
    static double? Hurts(Answers answers, History history, PainDays.Reading? last, PainDays.Reading? ever)
    {
        var check = answers.NumberOf("nprs");
        bool IsOlder(PainDays.Reading told) => history.Answered.GetValueOrDefault("nprs") > told.At;
        if (last is { } recent) return IsOlder(recent) && check > recent.Pain ? check : recent.Pain;
        return ever is { } told && !IsOlder(told) && told.Pain < check ? told.Pain : null;
    }

    // The pain of today and a review without gain can raise the urgency; what was answered in the check never makes way for less.
    Answers Told(Answers answers, double? hurts, bool letter)
    {
        if (hurts > (answers.NumberOf("nprs") ?? -1)) answers = answers.With("nprs", hurts.Value);
        return letter && _care.Questionnaire.TryIndexOf("no_gain_6w", out var index) && answers[index] != Answer.Yes
            ? answers.With(index, Answer.Yes) : answers;
    }

    static DayMode OnCalendar(DayMode underlying, History history, DateOnly today) =>
        underlying == DayMode.Withheld ? underlying
        : history.Holidays.Any(h => h.What.From <= today && today <= h.What.To) ? DayMode.Holiday
        : history.FreeDays.Any(f => f.What.On == today) ? DayMode.FreeDay
        : underlying;

    // By the same pain as the plan: where nothing was told since the check, what it was told counts.
    DayMode Underlying(PlanResult plan, TriageResult triage, ProgressState progress, double? hurts) =>
        plan.Plan is null ? DayMode.Withheld
        : !triage.IsCleared ? DayMode.Guarded
        : hurts >= _rules.StrongPain ? DayMode.StrongPain
        : progress.Flare is not null ? DayMode.Flare
        : DayMode.Usual;

    ImmutableArray<Reason> Reasons(DayMode mode, ProgressState progress, Profile profile, Progression progression)
    {
        var words = _rules.Words;
        var reasons = ImmutableArray.CreateBuilder<Reason>();
        if (mode == DayMode.Holiday) reasons.Add(new("holiday", words.Holiday));
        if (mode == DayMode.FreeDay) reasons.Add(new("free_day", words.FreeDay));
        if (mode == DayMode.StrongPain) reasons.Add(new("strong_pain", words.StrongPain));
        if (progress.Flare is { } flare) reasons.Add(new("flare", words.Flare, flare.From));
        if (progress.Worse && mode is DayMode.Usual or DayMode.Flare) reasons.Add(new("worse", words.Worse));
        if (profile.Sensitised) reasons.Add(new("pacing", words.Pacing));
        if (profile.StrainDay < _rules.StrainLight) reasons.Add(new("strain", words.Strain));
        else if (progression.StrainIsLight) reasons.Add(new("strain_light", words.StrainLight));
        return reasons.ToImmutable();
    }
}
