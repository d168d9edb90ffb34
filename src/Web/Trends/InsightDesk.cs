using System.Runtime.CompilerServices;
using Mainstay.Care;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Trends;

/// <summary>What the diary can say of a person, kept as long as that person is: until they record something, or the day ends.</summary>
public sealed class InsightDesk(CareModels care, TimeProvider clock)
{
    readonly ConditionalWeakTable<Person, Insight> _kept = [];

    public Insight Of(Person person) => _kept.GetValue(person, one => Insights.Of(care.Model, one.Answers, one.Daily, clock.GetLocalNow()));
}
