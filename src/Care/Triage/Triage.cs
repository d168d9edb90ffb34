using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>The danger rules, evaluated over one person's answers. Deterministic and three-valued: what is unknown neither raises nor excuses.
/// One instance serves all threads; an assessment allocates nothing but its result.</summary>
public sealed class Triage
{
    readonly Questionnaire _questionnaire;
    readonly CompiledRule[] _rules;
    readonly Applicability _applicable;
    readonly int[] _mandatory;
    readonly int[] _urgentNerveSigns;

    /// <exception cref="ArgumentException">Two rules with one id, or a rule or an ask_when that reads what does not exist.</exception>
    public Triage(Questionnaire questionnaire)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        _questionnaire = questionnaire;
        var rules = questionnaire.Library.Rules;
        if (rules.GroupBy(r => r.Id).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new ArgumentException($"Rule {twice.Key} stands twice.");
        _rules = [.. rules.Order(RuleOrder.Instance).Select(r => new CompiledRule(r, questionnaire))];
        _applicable = new(questionnaire);
        _mandatory = [.. Enumerable.Range(0, questionnaire.Count).Where(i => questionnaire[i].Mandatory)];
        _urgentNerveSigns = [.. _mandatory.Where(i => questionnaire[i].UnsureIsYes)];
    }

    public Questionnaire Questionnaire => _questionnaire;

    internal ReadOnlySpan<CompiledRule> Rules => _rules;
    internal Applicability Applicability => _applicable;

    /// <summary>Evaluates every rule. A rule fires when its condition is true, its detail is not known to be false and its excuse is not known to
    /// be true.</summary>
    /// <param name="seen">Records that a professional has seen the person. A record counts for its rule while
    /// <see cref="Fingerprint"/> gives what it gave then; the caller drops records with <see cref="SeenRecords.Keep"/> when questions are answered anew.</param>
    public TriageResult Assess(Answers answers, ImmutableArray<Seen> seen = default)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var values = answers.Values;
        Span<ulong> present = stackalloc ulong[(values.Length + 63) / 64], unknown = stackalloc ulong[present.Length];
        Classify(values, present, unknown);

        Span<int> fired = stackalloc int[_rules.Length], maybe = stackalloc int[_rules.Length];
        int firedCount = 0, maybeCount = 0;
        for (var i = 0; i < _rules.Length; i++)
        {
            if (_rules[i].IsQuiet(present, unknown)) continue;
            switch (_rules[i].Fires(values))
            {
                case Truth.True: fired[firedCount++] = i; break;
                case Truth.Unknown: maybe[maybeCount++] = i; break;
            }
        }
        return Result(answers, fired[..firedCount], maybe[..maybeCount], seen.IsDefault ? [] : seen);
    }

    /// <summary>A digest of the answers that a rule reads, 32 hexadecimal digits, to be stored with <see cref="Seen"/>. Of a number that grows
    /// older with the calendar only its place between the rule's bounds counts, so that a new day alone changes nothing.</summary>
    /// <exception cref="ArgumentException">No rule has this id.</exception>
    public string Fingerprint(string ruleId, Answers answers) => SeenRecords.Fingerprint(RuleOf(ruleId), answers);

    internal CompiledRule RuleOf(string id)
        => Array.Find(_rules, r => r.Rule.Id == id) ?? throw new ArgumentException($"There is no rule {id}.");

    internal CompiledRule? FindRule(string id) => Array.Find(_rules, r => r.Rule.Id == id);

    /// <summary>Is an input answered as far as clearing somebody goes? "Unsure" is no answer unless it counts as yes. "Rather not say" is one
    /// for a sign where unsure counts as yes, when all the other mandatory signs of that sort are no or do not apply: then it would be the
    /// only one, and is not pressed. Everywhere else it is none.</summary>
    internal bool IsSettled(int input, ReadOnlySpan<Answer> values)
    {
        switch (values[input].State)
        {
            case AnswerState.Given: return true;
            case AnswerState.Unsure: return _questionnaire[input].UnsureIsYes;
            case AnswerState.Skipped when _questionnaire[input].UnsureIsYes:
                foreach (var other in _urgentNerveSigns)
                    if (other != input && values[other] != Answer.No && _applicable.Of(other, values) != Truth.False) return false;
                return true;
            default: return false;
        }
    }

    /// <summary>For every input that could still make a rule above a level fire, the highest such level.</summary>
    internal void OpenLevels(Answers answers, Urgency above, Span<Urgency> byInput)
    {
        byInput.Clear();
        Span<bool> open = stackalloc bool[byInput.Length];
        Span<Answer> values = stackalloc Answer[byInput.Length];
        _applicable.Settle(answers.Values, values);
        foreach (var rule in _rules)
        {
            if (rule.Rule.Level <= above) return;
            if (!rule.CouldFire(answers.Values, values)) continue;
            open.Clear();
            rule.When.MarkOpen(values, open);
            rule.Detail?.MarkOpen(answers.Values, open);
            for (var i = 0; i < open.Length; i++) if (open[i] && byInput[i] < rule.Rule.Level) byInput[i] = rule.Rule.Level;
        }
    }

    void Classify(ReadOnlySpan<Answer> values, Span<ulong> present, Span<ulong> unknown)
    {
        for (var i = 0; i < values.Length; i++)
        {
            ref readonly var answer = ref values[i];
            var input = _questionnaire.Inputs[i];
            if (!answer.IsGiven && !(answer.State == AnswerState.Unsure && input.UnsureIsYes)) unknown[i >> 6] |= 1ul << i;
            else if (Needs.IsPresent(answer, input, _questionnaire.HarmlessAnswers[i])) present[i >> 6] |= 1ul << i;
        }
    }

    TriageResult Result(Answers answers, ReadOnlySpan<int> fired, ReadOnlySpan<int> maybe, ImmutableArray<Seen> seen)
    {
        var values = answers.Values;
        Span<bool> open = stackalloc bool[values.Length];
        var cleared = true;
        foreach (var input in _mandatory)
            if (!IsSettled(input, values) && _applicable.Of(input, values) != Truth.False)
            {
                cleared = false;
                open[input] = fired.IsEmpty;
            }
        var ground = cleared || answers.AssumedNo ? Urgency.SelfCare : Urgency.Open;
        var urgency = fired.IsEmpty ? ground : _rules[fired[0]].Rule.Level;
        MarkOpen(answers, maybe, urgency, open);

        Urgency unseen = ground, holding = ground;
        var suspicions = 0ul;
        var list = new FiredRule[fired.Length];
        for (var i = 0; i < fired.Length; i++)
        {
            var rule = _rules[fired[i]];
            list[i] = Fired(rule, answers, seen);
            if (!list[i].Seen && rule.Rule.Level > unseen) unseen = rule.Rule.Level;
            if (list[i].ExerciseAllowed) continue;
            if (rule.Rule.Level > holding) holding = rule.Rule.Level;
            suspicions |= rule.Suspects;
        }
        return new(urgency, ImmutableCollectionsMarshal.AsImmutableArray(list), Ids(open, values), new(_questionnaire, suspicions))
        {
            Unseen = unseen,
            Holding = holding,
        };
    }

    /// <summary>Marks what could still make one of these rules fire above a level. A question that does not apply stays unanswered, so a condition
    /// that waits for it alone will not come true. Details and excuses stay as they are: there unknown counts.</summary>
    void MarkOpen(Answers answers, ReadOnlySpan<int> maybe, Urgency above, Span<bool> open)
    {
        if (maybe.IsEmpty || _rules[maybe[0]].Rule.Level <= above) return;
        Span<Answer> values = stackalloc Answer[open.Length];
        _applicable.Settle(answers.Values, values);
        foreach (var i in maybe)
        {
            if (_rules[i].Rule.Level <= above) return;
            if (!_rules[i].CouldFire(answers.Values, values)) continue;
            _rules[i].When.MarkOpen(values, open);
            _rules[i].Detail?.MarkOpen(answers.Values, open);
        }
    }

    FiredRule Fired(CompiledRule rule, Answers answers, ImmutableArray<Seen> seen)
    {
        var record = SeenRecords.Find(rule, answers, seen);
        if (!rule.IsProvisional(answers.Values)) return new(rule.Rule, false, record is not null) { Record = record };
        Span<bool> open = stackalloc bool[_questionnaire.Count];
        rule.Detail?.MarkOpen(answers.Values, open);
        rule.Unless?.MarkOpen(answers.Values, open);
        return new(rule.Rule, true, record is not null) { Record = record, Asks = Ids(open, answers.Values) };
    }

    /// <summary>The marked inputs that apply, as ids.</summary>
    ImmutableArray<string> Ids(Span<bool> marked, ReadOnlySpan<Answer> values)
    {
        var count = 0;
        for (var i = 0; i < marked.Length; i++)
        {
            if (!marked[i]) continue;
            if (_applicable.Of(i, values) == Truth.False) marked[i] = false;
            else count++;
        }
        if (count == 0) return [];
        var ids = new string[count];
        for (int i = 0, n = 0; n < count; i++) if (marked[i]) ids[n++] = _questionnaire[i].Id;
        return ImmutableCollectionsMarshal.AsImmutableArray(ids);
    }
}
