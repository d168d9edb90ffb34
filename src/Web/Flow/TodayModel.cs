using Mainstay.Care;

namespace Mainstay.Web.Flow;

/// <param name="Triage">Null before the first answer.</param>
/// <param name="Finished">Every question was asked.</param>
/// <param name="Progress">0 to 1 of the check.</param>
/// <param name="Day">Today's programme, where there is one.</param>
public sealed record TodayModel(TriageResult? Triage, bool Finished, double Progress, PlannedDay? Day, TimeOnly Now);
