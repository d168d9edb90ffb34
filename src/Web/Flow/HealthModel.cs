using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Knowledge;

namespace Mainstay.Web.Flow;

/// <summary>What one health condition does to the moves and remedies.</summary>
/// <param name="LeavesOut">Names of what it can leave out, each with the reason.</param>
/// <param name="Changes">Names of what is then done otherwise, each with how.</param>
public sealed record HealthEffect(ImmutableArray<(string Name, string Says)> LeavesOut, ImmutableArray<(string Name, string Says)> Changes);

/// <param name="There">It is said to be there, or there is doubt.</param>
public sealed record HealthQuestion(Input Input, HealthEffect Effect, bool There);

/// <param name="Text">A line of the check: "Heart trouble, a stroke, faints, or a pacemaker".</param>
public sealed record HealthGroup(string Id, string Text, ImmutableArray<HealthQuestion> Questions);

/// <param name="Sent">The answers as they stand, or what was sent and could not be saved.</param>
public sealed record HealthModel(ImmutableArray<HealthGroup> Groups, AnswerForm Sent);

/// <summary>The health conditions that the plan asks about, in the groups of the check, with what the cautions say about each. Immutable, made once.</summary>
public sealed class HealthList
{
    /// <summary>Gates of the check that ask what a person lives with; of the others, single lines.</summary>
    static readonly string[] Gates = ["health", "history"], Lines = ["pregnancy", "spine"];

    readonly Questionnaire _questionnaire;
    readonly ImmutableArray<(GateLine Line, ImmutableArray<(int Index, HealthEffect Effect)> Inputs)> _groups;
    readonly ImmutableArray<(int Index, HealthEffect Effect)> _followUps;

    public HealthList(Questionnaire questionnaire)
    {
        _questionnaire = questionnaire;
        var library = questionnaire.Library;
        var limits = library.Cautions.SelectMany(caution => caution.Block.Select(limit => (caution.Name, limit, Blocks: true)).Concat(caution.Modify.Select(limit => (caution.Name, limit, Blocks: false))))
            .Concat(library.Items.SelectMany(item => item.Block.Select(limit => (item.Name, limit, Blocks: true)).Concat(item.Modify.Select(limit => (item.Name, limit, Blocks: false)))))
            .Select(one => (one.Name, one.limit.Says, one.Blocks, Inputs: Expression.Compile(one.limit.When, questionnaire).Inputs.ToHashSet())).ToList();

        HealthEffect EffectOf(int input)
        {
            ImmutableArray<(string, string)> Of(bool blocks) =>
                [.. limits.Where(limit => limit.Blocks == blocks && limit.Inputs.Contains(input)).Select(limit => (limit.Name, limit.Says)).Distinct()];
            return new(Of(true), Of(false));
        }

        bool Matters(HealthEffect effect) => !effect.LeavesOut.IsEmpty || !effect.Changes.IsEmpty;
        // What opens a question that matters is asked too: cancer does nothing by itself, cancer in the back does.
        var opens = questionnaire.Inputs.Where((input, at) => !input.Elsewhere && input.AskWhen is not null && Matters(EffectOf(at)))
            .SelectMany(input => Expression.Compile(input.AskWhen!, questionnaire).Inputs.ToArray()).ToHashSet();

        ImmutableArray<(int, HealthEffect)> Effects(IEnumerable<string> inputs) =>
            [.. inputs.Select(questionnaire.IndexOf).Select(index => (index, EffectOf(index))).Where(one => Matters(one.Item2) || opens.Contains(one.index))];

        var chosen = library.Gates.OrderByDescending(gate => gate.Order).SelectMany(gate => gate.Lines.Where(line => Gates.Contains(gate.Id) || Lines.Contains(line.Id))).ToList();
        _groups = [.. chosen.Select(line => (line, Effects(line.Covers))).Where(group => !group.Item2.IsEmpty)];
        // A question that follows from one of these, such as the side of a new hip.
        var listed = _groups.SelectMany(group => group.Inputs).Select(one => one.Index).ToHashSet();
        _followUps = Effects(questionnaire.Inputs.Where((input, at) => !input.Elsewhere && input.AskWhen is { } when && !listed.Contains(at)
            && Expression.Compile(when, questionnaire).Inputs.Any(listed.Contains)).Select(input => input.Id));
    }

    public IEnumerable<Input> Inputs => _groups.SelectMany(group => group.Inputs).Concat(_followUps).Select(one => _questionnaire[one.Index]);

    /// <summary>What applies to this person.</summary>
    public ImmutableArray<HealthGroup> Of(Answers answers, string more)
    {
        HealthQuestion Question((int Index, HealthEffect Effect) one) => new(_questionnaire[one.Index], one.Effect,
            AnswerForm.Values(_questionnaire[one.Index], answers) is { Count: > 0 } said && said.First() != (_questionnaire[one.Index].Harmless ?? "no"));
        bool Applies(Input input) => input.AskWhen is not { } when || Expression.Compile(when, _questionnaire).Evaluate(answers) != Truth.False;
        var groups = _groups.Where(group => group.Line.AskWhen is not { } when || Expression.Compile(when, _questionnaire).Evaluate(answers) != Truth.False)
            .Select(group => new HealthGroup(group.Line.Id, group.Line.Text, [.. group.Inputs.Where(one => Applies(_questionnaire[one.Index])).Select(Question)]));
        var follow = _followUps.Where(one => _questionnaire[one.Index].AskWhen is { } when && Expression.Compile(when, _questionnaire).Evaluate(answers) == Truth.True).Select(Question).ToImmutableArray();
        return [.. groups.Append(new HealthGroup("more", more, follow)).Where(group => !group.Questions.IsEmpty)];
    }
}
