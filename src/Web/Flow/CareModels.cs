using Mainstay.Care;
using Mainstay.Knowledge;

namespace Mainstay.Web.Flow;

/// <summary>The reasoning, compiled once from the knowledge: the care model, and the interview over it.</summary>
public sealed class CareModels(Library library)
{
    public CareModel Model { get; } = new(library);

    public Interview Interview => field ??= new(Model.Questionnaire, Model.Triage, Model.Contributors);

    public SpasmCheck Spasm => field ??= new(Model.Questionnaire, Model.Triage);

    public Questionnaire Questionnaire => Model.Questionnaire;
    public Triage Triage => Model.Triage;
}
