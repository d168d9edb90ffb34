using System.Collections.Immutable;

namespace Mainstay.Knowledge;

/// <summary>A question to the answers, three-valued: true, false or unknown. In YAML a map with one key, e.g.
/// {all: [{yes: fever}, {ge: [age, 50]}]}. Inputs are named by id.</summary>
public abstract record Condition
{
    private Condition() { }

    /// <summary>{all: [...]}</summary>
    public sealed record All(ImmutableArray<Condition> Parts) : Condition;
    /// <summary>{any: [...]}</summary>
    public sealed record Any(ImmutableArray<Condition> Parts) : Condition;
    /// <summary>{not: ...}</summary>
    public sealed record Not(Condition Part) : Condition;
    /// <summary>{count: [[...], n]}: at least n parts are true.</summary>
    public sealed record Count(ImmutableArray<Condition> Parts, int AtLeast) : Condition;
    /// <summary>{yes: input}: a YesNo input is yes (or unsure, where unsure counts as yes).</summary>
    public sealed record Yes(string Input) : Condition;
    /// <summary>{no: input}: a YesNo input is known to be no.</summary>
    public sealed record No(string Input) : Condition;
    /// <summary>{eq: [input, option]} and {in: [input, [option, ...]]}: a choice is one of these.</summary>
    public sealed record In(string Input, ImmutableArray<string> Options) : Condition;
    /// <summary>{has: [input, option]} or {has: [input, [option, ...]]}: a set contains at least one of these.</summary>
    public sealed record Has(string Input, ImmutableArray<string> Options) : Condition;
    /// <summary>{size: [input, n]}: a set has n or more members.</summary>
    public sealed record Size(string Input, int AtLeast) : Condition;
    /// <summary>{ge|gt|le|lt: [input, n]} and {between: [input, a, b]}, bounds included by ge, le and between.</summary>
    public sealed record Range(string Input, double Low, bool LowIncluded, double High, bool HighIncluded) : Condition;
    /// <summary>{suspects: suspicion}: a rule that fired raised this suspicion. Contraindications only.</summary>
    public sealed record Suspects(string Suspicion) : Condition;
}
