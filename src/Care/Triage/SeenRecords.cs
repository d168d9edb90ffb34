using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>How long "seen on DATE" counts.</summary>
public static class SeenRecords
{
    /// <summary>The records that still count after questions were answered. One is dropped when
    /// the rule is gone; an answer that the rule reads has changed, for better or worse; a count of days or weeks that it reads started anew
    /// (it became smaller); or the rule is of level E and one of its signs was answered again as present, even with the same answer.</summary>
    /// <param name="before">The answers when the records last counted.</param>
    /// <param name="after">The answers now.</param>
    /// <param name="answeredAgain">Inputs that were asked and answered in between, changed or not.</param>
    public static ImmutableArray<Seen> Keep(
        this Triage triage, ImmutableArray<Seen> seen, Answers before, Answers after, IReadOnlySet<string> answeredAgain)
    {
        ArgumentNullException.ThrowIfNull(triage);
        ArgumentNullException.ThrowIfNull(answeredAgain);
        return [.. seen.Where(record => triage.FindRule(record.RuleId) is { } rule && Fingerprint(rule, after) == record.Fingerprint
            && !rule.Inputs.Any(i => StartedAnew(i, before, after))
            && !(rule.Rule.Level == Urgency.Emergency && rule.When.Inputs.Any(i => AgainPresent(i, after, answeredAgain))))];
    }

    static bool StartedAnew(int input, Answers before, Answers after)
        => after.Questionnaire[input].Since is not null && before[input].IsGiven && after[input].IsGiven && after[input].Number < before[input].Number;

    static bool AgainPresent(int input, Answers answers, IReadOnlySet<string> answeredAgain)
        => answers.Questionnaire is var q && q[input].Danger && answeredAgain.Contains(q[input].Id)
            && Presence.IsPresent(answers[input], q[input], q.HarmlessAnswers[input]);

    /// <summary>The latest record that counts for a rule.</summary>
    internal static Seen? Find(CompiledRule rule, Answers answers, ImmutableArray<Seen> seen)
    {
        Seen? found = null;
        string? fingerprint = null;
        foreach (var record in seen)
            if (record.RuleId == rule.Rule.Id && record.Fingerprint == (fingerprint ??= Fingerprint(rule, answers)) && !(found?.On > record.On))
                found = record;
        return found;
    }

    internal static string Fingerprint(CompiledRule rule, Answers answers)
    {
        var text = new StringBuilder(rule.Rule.Id);
        foreach (var i in rule.Inputs.OrderBy(i => answers.Questionnaire[i].Id, StringComparer.Ordinal)) Append(text, rule, i, answers);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }

    static void Append(StringBuilder text, CompiledRule rule, int index, Answers answers)
    {
        var input = answers.Questionnaire[index];
        text.Append(';').Append(input.Id).Append('=').Append(answers[index].State);
        if (!answers[index].IsGiven) return;
        text.Append(':');
        if (input.Kind == InputKind.YesNo) text.Append(answers.IsYes(input.Id));
        else if (input.Kind != InputKind.Number) text.AppendJoin(',', answers.OptionsOf(input.Id).Order(StringComparer.Ordinal));
        else if (input.Since is null) text.Append(answers[index].Number.ToString("R", CultureInfo.InvariantCulture));
        else
            foreach (var part in (ReadOnlySpan<Expression?>)[rule.When, rule.Detail, rule.Unless])
                if (part is not null)
                    foreach (ref readonly var node in part.Nodes)
                        if (node.Input == index) text.Append(answers[index].Number >= node.Low && answers[index].Number <= node.High ? '1' : '0');
    }
}
