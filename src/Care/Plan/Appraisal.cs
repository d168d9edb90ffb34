using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>What every item is worth to one person, before it is known on which day.</summary>
sealed class Appraisal
{
    /// <summary>A session item of this length counts 1. Reading and comforts do no more by taking longer.</summary>
    const double UsualMinutes = 3;

    readonly Catalogue _catalogue;
    readonly PlanFrame _frame;
    readonly Contraindications.Standing _standing;
    readonly double[] _contributors;
    readonly BenefitWeights?[] _weights;

    public Appraisal(Catalogue catalogue, PlanFrame frame, Contraindications.Standing standing, ContributorResult contributors)
    {
        (_catalogue, _frame, _standing) = (catalogue, frame, standing);
        _contributors = [.. catalogue.Library.Contributors.Select(c => contributors.Weights.GetValueOrDefault(c.Id))];
        _weights = new BenefitWeights?[catalogue.Items.Length];
    }

    /// <summary>Not blocked, of a family that may be planned now, and possible in one of the places.</summary>
    public bool Possible(CompiledItem item, int places) => _frame.Allows(item.Item.Family) && PlaceOf(item, places) >= 0 && !_standing.IsBlocked(item.Index);

    /// <inheritdoc cref="Catalogue.PlaceOf"/>
    public int PlaceOf(CompiledItem item, int places) => _catalogue.PlaceOf(item, places, _frame.Owned);

    public double MinutesOf(CompiledItem item) => Math.Min(item.Item.Minutes * _frame.Share(item), _standing.MostMinutes(item.Index));

    public BenefitWeights Of(CompiledItem item) => _weights[item.Index] ??= Weigh(item);

    BenefitWeights Weigh(CompiledItem item)
    {
        var plan = _catalogue.Library.Plan;
        double best = 0;
        string? contributor = null;
        foreach (var (index, fit) in item.Helps)
            if (fit * _contributors[index] > best) (best, contributor) = (fit * _contributors[index], _catalogue.Library.Contributors[index].Id);
        double goal = 1;
        string? goalId = null;
        foreach (var id in _frame.Goals)
            if (plan.Goals.GetValueOrDefault(id)?.TryGetValue(FamilyName(item.Item.Family), out var factor) == true && factor > goal) (goal, goalId) = (factor, id);
        var preference = (_frame.Likes(item.Item.Family) ? plan.Liked : 1) * ((_frame.Disliked >> (int)item.Item.Family & 1) != 0 ? plan.Disliked : 1)
            * (_frame.FavouredFor(item) is null ? 1 : plan.Preferred);
        return new(item.Verdict, plan.GeneralFor.GetValueOrDefault(FamilyName(item.Item.Family), plan.General) + best, contributor, item.Phases[(int)_frame.Phase], Part(item.Regions), preference, goal, goalId,
            item.Slot == Slot.Session ? Math.Pow(Math.Min(item.Item.Minutes, _standing.MostMinutes(item.Index)) / UsualMinutes, plan.Length) : 1, 1);
    }

    double Part(ulong target)
    {
        if (target == 0 || _frame.Regions == 0 || (target & _frame.Regions) != 0) return 1;
        var plan = _catalogue.Library.Plan;
        return Shares(_catalogue.Upper) || Shares(_catalogue.Lower) ? plan.SameHalf : plan.Elsewhere;

        bool Shares(ulong half) => (target & half) != 0 && (_frame.Regions & half) != 0;
    }

    static readonly string[] FamilyNames = [.. Enum.GetNames<Family>().Select(n => n.ToLowerInvariant())];
    static string FamilyName(Family family) => FamilyNames[(int)family];
}
