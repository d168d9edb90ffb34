using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>Turns a choice into what the person reads: why it is there, how they do it, what they could do instead.</summary>
sealed class PlanTeller(
    Catalogue catalogue, PlanFrame frame, Contraindications.Standing standing, Appraisal appraisal, ContributorResult contributors, PlanChoices choices)
{
    /// <summary>Over this age effort stays at light to middling.</summary>
    const double LightEffortFrom = 70;
    const double LightEffort = 6;
    const int StartingWeeks = 2;
    const string Strength = "strength", StartingStrength = "strength-start";

    readonly PlanWords _words = catalogue.Library.Plan.Words;
    readonly Dictionary<int, (ImmutableArray<Limit> Changes, string Why)> _told = [];

    public PlannedItem Planned(CompiledItem item, int place, double repeat, ImmutableArray<string> alternatives, CompiledItem? insteadOf)
    {
        if (!_told.TryGetValue(item.Index, out var told)) _told[item.Index] = told = (Changes(item), $"{Reason(item)} {item.Known}");
        return new(item.Item, Catalogue.Places[Math.Max(place, 0)], appraisal.MinutesOf(item), DoseOf(item),
            insteadOf is null ? told.Why : $"{Fill(_words.InsteadOf, insteadOf.Item.Name)} {item.Known}",
            item.Claim, told.Changes, alternatives, appraisal.Of(item) with { Repeat = repeat });
    }

    public ImmutableArray<string> Notes()
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        if (frame.Open) notes.Add(_words.Open);
        else if (frame.Guarded) notes.Add(_words.Guarded);
        else if (frame.Pain >= PlanFrame.StrongPain) notes.Add(_words.StrongPain);
        else if (frame.Phase == Phase.FirstDays) notes.Add(_words.FirstDays);
        if (frame.Phase == Phase.Flare) notes.Add(_words.Flare);
        if (contributors.Unclear && !frame.Guarded) notes.Add(_words.Unclear);
        return notes.ToImmutable();
    }

    ImmutableArray<Limit> Changes(CompiledItem item)
    {
        var changes = standing.Changes(item.Index);
        return item.Item.Family == Family.Strength && frame.Age > LightEffortFrom
            ? changes.Add(new Limit { When = new Condition.Range("age", LightEffortFrom, false, double.PositiveInfinity, true), Says = _words.Effort, MaxRpe = LightEffort })
            : changes;
    }

    Dose DoseOf(CompiledItem item)
        => item.Dose.Id == Strength && choices.Weeks < StartingWeeks && catalogue.DoseOf(StartingStrength) is { } start ? start : item.Dose;

    // A contributor is named as the reason only where it is named to the person too.
    string Reason(CompiledItem item)
    {
        var weights = appraisal.Of(item);
        if (weights.Contributor is { } id && contributors.Named.FirstOrDefault(c => c.Id == id) is { } named) return Fill(_words.Contributor, named.Contributor.Name);
        if (weights.GoalId is { } goal && GoalText(goal) is { } text) return Fill(_words.Goal, text);
        if (frame.Likes(item.Item.Family)) return _words.Liked;
        return item.Item.Family is Family.Rest or Family.Heat or Family.Cold or Family.Breathing or Family.Relaxation ? _words.Comfort : _words.General;
    }

    string? GoalText(string goal)
        => catalogue.Questionnaire.TryIndexOf("goals", out var input) ? catalogue.Questionnaire[input].Options.FirstOrDefault(o => o.Id == goal)?.Text.ToLowerInvariant() : null;

    static string Fill(string words, string name) => string.Format(CultureInfo.InvariantCulture, words, name);
}
