using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>The danger rules, evaluated over one person's answers. Deterministic and three-valued: what is unknown neither raises nor excuses.
/// One instance serves all threads; an assessment allocates nothing but its result.</summary>
public sealed class Triage
{
    readonly Questionnaire _questionnaire;
    readonly Programs _programs;
    readonly CompiledRule[] _rules;
    readonly int[] _starts;
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
        var programs = new ProgramBuilder(questionnaire);
        _rules = [.. rules.Order(RuleOrder.Instance).Select(r => new CompiledRule(r, questionnaire, programs))];
        _starts = [.. _rules.Select(r => r.WhenAt)];
        _applicable = new(questionnaire, programs);
        _programs = programs.Build();
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
        Span<ulong> isTrue = stackalloc ulong[_programs.Words], isUnknown = stackalloc ulong[_programs.Words];
        _programs.Answer(answers.Values, isTrue, isUnknown);
        Span<int> fired = stackalloc int[_rules.Length], maybe = stackalloc int[_rules.Length];
        int firedCount = 0, maybeCount = 0;
        for (var i = 0; i < _rules.Length; i++)
        {
            var when = _programs.Evaluate(_starts[i], isTrue, isUnknown);
            if (when == Truth.False) continue;
            switch (_rules[i].Fires(when, _programs, isTrue, isUnknown))
            {
                case Truth.True: fired[firedCount++] = i; break;
                // What would fire at a level that is reached already raises nothing.
                case Truth.Unknown when firedCount == 0 || _rules[i].Rule.Level > _rules[fired[0]].Rule.Level: maybe[maybeCount++] = i; break;
            }
        }
        return Result(answers, isTrue, isUnknown, fired[..firedCount], maybe[..maybeCount], seen.IsDefault ? [] : seen);
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
        var values = answers.Values;
        Span<ulong> isTrue = stackalloc ulong[_programs.Words], isUnknown = stackalloc ulong[_programs.Words], open = stackalloc ulong[_programs.Words];
        Span<ulong> settledTrue = stackalloc ulong[_programs.Words], settledUnknown = stackalloc ulong[_programs.Words];
        _programs.Answer(values, isTrue, isUnknown);
        _applicable.Settle(_programs, values, isTrue, isUnknown, settledTrue, settledUnknown);
        Span<ulong> inputs = stackalloc ulong[_programs.InputWords];
        for (var i = 0; i < _rules.Length && _rules[i].Rule.Level > above; i++)
        {
            var when = _programs.Evaluate(_starts[i], isTrue, isUnknown);
            if (when == Truth.Unknown && _rules[i].Fires(when, _programs, isTrue, isUnknown) == Truth.Unknown)
                _rules[i].MarkOpen(_programs, isTrue, isUnknown, settledTrue, settledUnknown, open);
            // The rules stand level by level.
            if (i + 1 < _rules.Length && _rules[i + 1].Rule.Level == _rules[i].Rule.Level) continue;
            inputs.Clear();
            _programs.MarkInputs(open, values, inputs);
            for (var input = 0; input < byInput.Length; input++)
                if ((inputs[input >> 6] >> input & 1) != 0 && byInput[input] == default) byInput[input] = _rules[i].Rule.Level;
        }
    }

    TriageResult Result(Answers answers, ReadOnlySpan<ulong> isTrue, ReadOnlySpan<ulong> isUnknown, ReadOnlySpan<int> fired, ReadOnlySpan<int> maybe,
        ImmutableArray<Seen> seen)
    {
        var values = answers.Values;
        Span<ulong> open = stackalloc ulong[_programs.InputWords];
        var cleared = true;
        foreach (var input in _mandatory)
            if (!IsSettled(input, values) && _applicable.Of(input, _programs, isTrue, isUnknown) != Truth.False)
            {
                // What is assumed harmless is only what was left out: doubt that was told stays doubt.
                cleared &= answers.AssumedNo && values[input].State == AnswerState.Unanswered;
                if (fired.IsEmpty) open[input >> 6] |= 1ul << input;
            }
        var ground = cleared ? Urgency.SelfCare : Urgency.Open;
        if (!maybe.IsEmpty) MarkOpen(values, isTrue, isUnknown, maybe, open);

        var urgency = fired.IsEmpty ? ground : _rules[fired[0]].Rule.Level;
        Urgency unseen = ground, holding = ground;
        var suspicions = 0ul;
        var list = new FiredRule[fired.Length];
        for (var i = 0; i < fired.Length; i++)
        {
            var rule = _rules[fired[i]];
            list[i] = Fired(rule, rule.Rule.Level == urgency, answers, isTrue, isUnknown, seen);
            if (!list[i].Seen && rule.Rule.Level > unseen) unseen = rule.Rule.Level;
            if (list[i].ExerciseAllowed) continue;
            if (rule.Rule.Level > holding) holding = rule.Rule.Level;
            suspicions |= rule.Suspects;
        }
        return new(urgency, ImmutableCollectionsMarshal.AsImmutableArray(list), Ids(open, isTrue, isUnknown), new(_questionnaire, suspicions))
        {
            Unseen = unseen,
            Holding = holding,
            IsCleared = ground == Urgency.SelfCare,
        };
    }

    /// <summary>Marks the inputs that could still make one of these rules fire.</summary>
    void MarkOpen(ReadOnlySpan<Answer> values, ReadOnlySpan<ulong> isTrue, ReadOnlySpan<ulong> isUnknown, ReadOnlySpan<int> maybe, Span<ulong> open)
    {
        Span<ulong> settledTrue = stackalloc ulong[isTrue.Length], settledUnknown = stackalloc ulong[isTrue.Length], tests = stackalloc ulong[isTrue.Length];
        _applicable.Settle(_programs, values, isTrue, isUnknown, settledTrue, settledUnknown);
        foreach (var i in maybe) _rules[i].MarkOpen(_programs, isTrue, isUnknown, settledTrue, settledUnknown, tests);
        _programs.MarkInputs(tests, values, open);
    }

    /// <param name="top">It stands at the level that is reported.</param>
    FiredRule Fired(CompiledRule rule, bool top, Answers answers, ReadOnlySpan<ulong> isTrue, ReadOnlySpan<ulong> isUnknown, ImmutableArray<Seen> seen)
    {
        var record = SeenRecords.Find(rule, answers, seen);
        var provisional = rule.IsProvisional(_programs, isTrue, isUnknown);
        if (!provisional || !top) return new(rule.Rule, provisional, record is not null) { Record = record };
        Span<ulong> inputs = stackalloc ulong[_programs.InputWords], tests = stackalloc ulong[isTrue.Length];
        rule.MarkAsks(_programs, isTrue, isUnknown, tests);
        _programs.MarkInputs(tests, answers.Values, inputs);
        return new(rule.Rule, true, record is not null) { Record = record, Asks = Ids(inputs, isTrue, isUnknown) };
    }

    /// <summary>The marked inputs that apply, as ids.</summary>
    ImmutableArray<string> Ids(Span<ulong> marked, ReadOnlySpan<ulong> isTrue, ReadOnlySpan<ulong> isUnknown)
    {
        var count = 0;
        for (var word = 0; word < marked.Length; word++)
            for (var bits = marked[word]; bits != 0; bits &= bits - 1)
            {
                var input = (word << 6) + BitOperations.TrailingZeroCount(bits);
                if (_applicable.Of(input, _programs, isTrue, isUnknown) == Truth.False) marked[word] &= ~(1ul << input);
                else count++;
            }
        if (count == 0) return [];
        var ids = new string[count];
        var n = 0;
        for (var word = 0; word < marked.Length; word++)
            for (var bits = marked[word]; bits != 0; bits &= bits - 1)
                ids[n++] = _questionnaire[(word << 6) + BitOperations.TrailingZeroCount(bits)].Id;
        return ImmutableCollectionsMarshal.AsImmutableArray(ids);
    }
}
