namespace Mainstay.Care;

/// <summary>How much one contributor may matter, as numbers.</summary>
/// <param name="Considered">False when what it needs is known to be absent; everything else is then 0.</param>
/// <param name="Prior">Base rate as log-odds.</param>
/// <param name="Evidence">What the answers add, in log-odds, within ±<see cref="ContributorModel.Cap"/>.</param>
/// <param name="Weight">0 to 1: the logistic of prior plus evidence.</param>
/// <param name="Low">The weight if every open item spoke against it, 0 to 1.</param>
/// <param name="High">The weight if every open item spoke for it, 0 to 1.</param>
public readonly record struct Weighing(bool Considered, double Prior, double Evidence, double Weight, double Low, double High)
{
    /// <summary>Enough stands behind it to be named: the answers speak for it by one point or more (they multiply its odds by e^0.5, about
    /// 1.6), and it is likely enough to be worth a word. Both thresholds are judgements.</summary>
    public bool StandsOut => Considered && Evidence >= ContributorModel.MinEvidence && Weight >= ContributorModel.MinWeight;
}
