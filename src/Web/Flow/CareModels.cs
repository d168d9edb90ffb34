using Mainstay.Care;
using Mainstay.Knowledge;

namespace Mainstay.Web.Flow;

/// <summary>The reasoning, compiled once from the knowledge.</summary>
public sealed class CareModels
{
    public CareModels(Library library)
    {
        Questionnaire = new Questionnaire(library);
        Triage = new Triage(Questionnaire);
        Contributors = new ContributorModel(Questionnaire);
    }

    public Questionnaire Questionnaire { get; }
    public Triage Triage { get; }
    public ContributorModel Contributors { get; }
}
