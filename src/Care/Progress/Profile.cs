namespace Mainstay.Care;

/// <summary>What of the answers shapes how a plan follows what happens.</summary>
/// <param name="Careful">Over 70, weak bones, or pregnant: effort has a lower ceiling.</param>
/// <param name="Sensitised">The plan grows by time rather than by pain.</param>
/// <param name="StrainDay">Days since an acute strain; null where there is none.</param>
/// <param name="StartLevel">Level of the ladder to begin with.</param>
/// <param name="Pain">Pain at the check, 0 to 10.</param>
sealed record Profile(bool Careful, bool Sensitised, double? StrainDay, int StartLevel, double? Pain)
{
    const string Strain = "acute-strain", Sensitive = "sensitised";
    const double StrainOver = 42;

    public static Profile Of(Answers answers, ContributorResult contributors, double carefulAge)
    {
        var onset = answers.NumberOf("onset_days");
        return new(
            answers.NumberOf("age") > carefulAge || answers.IsYes("osteoporosis") == Truth.True || answers.OptionOf("pregnant") == "yes",
            contributors.Named.Any(c => c.Id == Sensitive),
            onset < StrainOver && contributors.Named.Any(c => c.Id == Strain) ? onset : null,
            PlanFrame.StartLevel(answers), answers.NumberOf("nprs"));
    }
}
