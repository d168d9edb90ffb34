using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>A rule with its conditions compiled, and the sets of inputs that let triage pass it by.</summary>
sealed class CompiledRule
{
    readonly ulong[] _reads;
    readonly ulong[]? _needs;

    public CompiledRule(Rule rule, Questionnaire questionnaire)
    {
        Rule = rule;
        When = Compile(rule.When)!;
        Detail = Compile(rule.Detail);
        Unless = Compile(rule.Unless);
        Inputs = [.. When.Inputs.Concat(Detail?.Inputs ?? []).Concat(Unless?.Inputs ?? []).Distinct().Order()];
        if (Reads(When) || Reads(Detail) || Reads(Unless)) throw new ArgumentException($"Rule {rule.Id} reads a suspicion; only contraindications do.");
        foreach (var suspicion in rule.Suspects) Suspects |= 1ul << questionnaire.SuspicionIds.IndexOf(suspicion);
        _reads = new BitSet(questionnaire.Count, When.Inputs).Words;
        _needs = Needs.Of(When, questionnaire) is { } needs ? new BitSet(questionnaire.Count, needs).Words : null;

        static bool Reads(Expression? expression)
        {
            if (expression is null) return false;
            foreach (ref readonly var node in expression.Nodes)
                if (node.Op == Expression.Op.Suspects) return true;
            return false;
        }

        Expression? Compile(Condition? condition)
        {
            try
            {
                return condition is null ? null : Expression.Compile(condition, questionnaire);
            }
            catch (ArgumentException e)
            {
                throw new ArgumentException($"Rule {rule.Id}: {e.Message}", e);
            }
        }
    }

    public Rule Rule { get; }
    public Expression When { get; }
    public Expression? Detail { get; }
    public Expression? Unless { get; }
    /// <summary>All inputs it reads, ascending.</summary>
    public ImmutableArray<int> Inputs { get; }
    public ulong Suspects { get; }

    /// <summary>True when the condition is certainly false: it needs one of certain signs, none of them is there, and all it reads is known.</summary>
    public bool IsQuiet(ReadOnlySpan<ulong> present, ReadOnlySpan<ulong> unknown)
    {
        if (_needs is null) return false;
        for (var i = 0; i < _needs.Length; i++)
            if ((_needs[i] & present[i]) != 0 || (_reads[i] & unknown[i]) != 0) return false;
        return true;
    }

    public Truth Fires(ReadOnlySpan<Answer> answers)
    {
        var when = When.Evaluate(answers);
        if (when == Truth.False || Detail?.Evaluate(answers) == Truth.False || Unless?.Evaluate(answers) == Truth.True) return Truth.False;
        return when;
    }

    /// <summary>Can more answers make a rule fire that does not fire yet?</summary>
    /// <param name="settled">The answers with what does not apply taken as harmless.</param>
    public bool CouldFire(ReadOnlySpan<Answer> answers, ReadOnlySpan<Answer> settled)
        => When.Evaluate(settled) == Truth.Unknown && Detail?.Evaluate(answers) != Truth.False && Unless?.Evaluate(answers) != Truth.True;

    /// <summary>Is a detail or an excuse of a rule that fired still unknown?</summary>
    public bool IsProvisional(ReadOnlySpan<Answer> answers)
        => Detail?.Evaluate(answers) == Truth.Unknown || Unless?.Evaluate(answers) == Truth.Unknown;
}
