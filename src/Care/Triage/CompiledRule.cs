using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>A rule with its conditions compiled: as expressions, to ask what they read, and as programs, to be evaluated.</summary>
sealed class CompiledRule
{
    readonly int _detail, _unless;

    public CompiledRule(Rule rule, Questionnaire questionnaire, ProgramBuilder programs)
    {
        Rule = rule;
        When = Compile(rule.When)!;
        Detail = Compile(rule.Detail);
        Unless = Compile(rule.Unless);
        Inputs = [.. When.Inputs.Concat(Detail?.Inputs ?? []).Concat(Unless?.Inputs ?? []).Distinct().Order()];
        if (Reads(When) || Reads(Detail) || Reads(Unless)) throw new ArgumentException($"Rule {rule.Id} reads a suspicion; only contraindications do.");
        foreach (var suspicion in rule.Suspects) Suspects |= 1ul << questionnaire.SuspicionIds.IndexOf(suspicion);
        (WhenAt, _detail, _unless) = (programs.Add(rule.When), programs.Add(rule.Detail), programs.Add(rule.Unless));

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

    /// <summary>Where the program of the condition starts.</summary>
    public int WhenAt { get; }

    /// <summary>What the rule says when its condition is true or unknown.</summary>
    public Truth Fires(Truth when, Programs programs, ReadOnlySpan<ulong> isTrue, ReadOnlySpan<ulong> isUnknown)
        => _detail >= 0 && programs.Evaluate(_detail, isTrue, isUnknown) == Truth.False
            || _unless >= 0 && programs.Evaluate(_unless, isTrue, isUnknown) == Truth.True ? Truth.False : when;

    /// <summary>Is a detail or an excuse of a rule that fired still unknown?</summary>
    public bool IsProvisional(Programs programs, ReadOnlySpan<ulong> isTrue, ReadOnlySpan<ulong> isUnknown)
        => _detail >= 0 && programs.Evaluate(_detail, isTrue, isUnknown) == Truth.Unknown
            || _unless >= 0 && programs.Evaluate(_unless, isTrue, isUnknown) == Truth.Unknown;

    /// <summary>Marks the tests of detail and excuse that would settle a provisional rule.</summary>
    public void MarkAsks(Programs programs, ReadOnlySpan<ulong> isTrue, ReadOnlySpan<ulong> isUnknown, Span<ulong> open)
    {
        if (_detail >= 0) programs.MarkOpen(_detail, isTrue, isUnknown, open);
        if (_unless >= 0) programs.MarkOpen(_unless, isTrue, isUnknown, open);
    }

    /// <summary>Marks the tests that could still make a rule fire which <see cref="Fires"/> finds unknown.</summary>
    /// <param name="settledTrue">As isTrue, but what does not apply is taken as harmless: a condition that waits for that alone will not come true.
    /// Details and excuses stay as they are, for there unknown counts.</param>
    public void MarkOpen(Programs programs, ReadOnlySpan<ulong> isTrue, ReadOnlySpan<ulong> isUnknown, ReadOnlySpan<ulong> settledTrue,
        ReadOnlySpan<ulong> settledUnknown, Span<ulong> open)
    {
        if (programs.MarkOpen(WhenAt, settledTrue, settledUnknown, open) && _detail >= 0) programs.MarkOpen(_detail, isTrue, isUnknown, open);
    }
}
