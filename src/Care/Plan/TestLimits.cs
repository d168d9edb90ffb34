using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>Who must leave out which self-test. Every limit of the library's tests is compiled once.</summary>
public sealed class TestLimits
{
    readonly ImmutableDictionary<string, ImmutableArray<(Limit Limit, Expression When)>> _limits;

    /// <exception cref="ArgumentException">A limit reads what does not exist.</exception>
    public TestLimits(Questionnaire questionnaire)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        _limits = questionnaire.Library.Tests.ToImmutableDictionary(test => test.Id,
            test => test.Block.Select(limit => (limit, Expression.Compile(limit.When, questionnaire))).ToImmutableArray());
    }

    /// <summary>Why a person leaves a test out; empty where they need not.</summary>
    /// <param name="suspicions">Of the fired rules.</param>
    /// <exception cref="KeyNotFoundException">There is no such test.</exception>
    public ImmutableArray<string> Reasons(string test, Answers answers, Suspicions suspicions) =>
    [
        .. _limits[test].Where(one => one.When.Evaluate(answers, suspicions) is var truth && (truth == Truth.True || (truth == Truth.Unknown && one.Limit.UnknownBlocks)))
            .Select(one => one.Limit.Says).Distinct(),
    ];
}
