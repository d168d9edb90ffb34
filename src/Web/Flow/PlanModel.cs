using Mainstay.Care;

namespace Mainstay.Web.Flow;

/// <param name="Day">The day shown, 0 to 6 from the start of the week.</param>
public sealed record PlanModel(PlanResult Result, int Day, Answers Answers)
{
    public PlannedDay Shown => Result.Plan!.Days[Day];
}
