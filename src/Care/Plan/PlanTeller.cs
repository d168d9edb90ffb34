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
    public const int StartingWeeks = 2;
    public const string Strength = "strength", StartingStrength = "strength-start";

    readonly PlanWords _words = catalogue.Library.Plan.Words;
    readonly Dictionary<int, (ImmutableArray<Limit> Changes, string For, string? Contributor)> _told = [];

    public PlannedItem Planned(CompiledItem item, int place, double repeat, ImmutableArray<string> alternatives, CompiledItem? insteadOf)
    {
        if (!_told.TryGetValue(item.Index, out var told))
        {
            var (what, contributor) = For(item);
            _told[item.Index] = told = (Changes(item), what, contributor);
        }
        return new(item.Item, Catalogue.Places[Math.Max(place, 0)], appraisal.MinutesOf(item), DoseOf(item),
            insteadOf is null ? told.For : Fill(_words.InsteadOf, insteadOf.Item.Name), How(item, again: repeat < 1),
            item.Claim, told.Changes, alternatives, appraisal.Of(item) with { Repeat = repeat })
        {
            Contributor = insteadOf is null ? told.Contributor : null, InsteadOf = insteadOf?.Item, Known = item.Known,
        };
    }

    public ImmutableArray<string> Notes()
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        if (frame.Open) notes.Add(_words.Open);
        else if (frame.Guarded) notes.Add(_words.Guarded);
        else if (frame.Pain >= PlanFrame.StrongPain) notes.Add(_words.StrongPain);
        else if (frame.Phase == Phase.FirstDays) notes.Add(_words.FirstDays);
        if (frame.Phase == Phase.Flare) notes.Add(_words.Flare);
        if (frame.Keeps) notes.Add(_words.Keep);
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
    (string For, string? Contributor) For(CompiledItem item)
    {
        var weights = appraisal.Of(item);
        if (frame.FavouredFor(item) is { } found) return (found, null);
        if (weights.Contributor is { } id && contributors.Named.FirstOrDefault(c => c.Id == id) is { } named) return (named.Contributor.Name, id);
        if (weights.GoalId is { } goal && GoalText(goal) is { } text) return (Fill(_words.Goal, text), null);
        if (frame.Likes(item.Item.Family)) return (_words.Liked, null);
        return (item.Item.Family is Family.Rest or Family.Heat or Family.Cold or Family.Breathing or Family.Relaxation ? _words.Comfort : _words.General, null);
    }

    string How(CompiledItem item, bool again)
    {
        if (_words.How.FirstOrDefault(how => how.Family == item.Item.Family) is not { } how) return item.Item.Summary;
        var text = again ? how.Again : how.Text;
        if (!text.Contains("{0}", StringComparison.Ordinal)) return text;
        var part = item.Item.Targets.Select(id => catalogue.Library.Muscles.FirstOrDefault(muscle => muscle.Id == id)?.Said).OfType<string>().FirstOrDefault();
        return part is null ? item.Item.Summary : Fill(text, part);
    }

    string? GoalText(string goal)
        => catalogue.Questionnaire.TryIndexOf("goals", out var input) ? catalogue.Questionnaire[input].Options.FirstOrDefault(o => o.Id == goal)?.Text.ToLowerInvariant() : null;

    static string Fill(string words, string name) => string.Format(CultureInfo.InvariantCulture, words, name);
}
