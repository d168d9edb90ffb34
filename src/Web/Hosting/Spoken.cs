using Mainstay.Knowledge;
using Mainstay.Web.Flow;
using Mainstay.Web.Learn;
using Mainstay.Web.Letter;
using Mainstay.Web.Moves;
using Mainstay.Web.Trends;

namespace Mainstay.Web.Hosting;

/// <summary>The knowledge in one language, and all that is made of it and speaks its words. Each part is made when it is first needed, and serves all threads.</summary>
public sealed class Spoken(Library library, Reasoning reasoning, TimeProvider clock)
{
    readonly Lazy<Screening> _screening = new(() => new(reasoning.Model.Questionnaire));
    readonly Lazy<HealthList> _health = new(() => new(reasoning.Model.Questionnaire));
    readonly Lazy<LearnSearch> _search = new(() => new(library));
    readonly Lazy<MoveFinder> _finder = new(() => new(library));

    public Library Library => library;
    public CareModels Care { get; } = new(reasoning, clock);
    public InsightDesk Insights => field ??= new(Care, clock);
    public Screening Screening => _screening.Value;
    public HealthList Health => _health.Value;
    public LearnSearch Search => _search.Value;
    public MoveFinder Finder => _finder.Value;

    internal void Close()
    {
        if (_search.IsValueCreated) _search.Value.Dispose();
    }
}
