using Mainstay.Care;
using Mainstay.Knowledge;

namespace Mainstay.Web.Flow;

/// <summary>The reasoning, compiled once from the knowledge. It knows no person and no clock, and serves all threads.</summary>
public sealed class Reasoning(Library library)
{
    public DailyCare Daily { get; } = new(new CareModel(library));

    public CareModel Model => Daily.Care;

    public Interview Interview => field ??= new(Model.Questionnaire, Model.Triage, Model.Contributors);

    public TestLimits Tests => field ??= new(Model.Questionnaire);

    public SpasmCheck Spasm => field ??= new(Model.Questionnaire, Model.Triage);
}
