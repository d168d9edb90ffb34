namespace Mainstay.Knowledge.Checking;

/// <summary>Danger rules: a sign may only ever raise the urgency, the urgent ones say what to do, and each above self-care what to say.</summary>
static class RuleChecks
{
    static readonly string[] Systems =
    [
        "nerves", "bones", "cancer", "infection", "vessels", "heart-lung", "kidney", "abdomen", "pelvis", "pregnancy", "metabolic", "blood",
        "inflammation", "medicines", "skin-eye", "mind", "children", "course",
    ];

    public static void Run(Context context)
    {
        foreach (var rule in context.Library.Rules.Where(context.Sound))
        {
            context.Require(rule.Level != Urgency.Open, rule, nameof(rule.Level),
                "no rule has the level 'open'; allowed: S, R, U14, U24, E");
            context.Require(Systems.Contains(rule.System), rule, nameof(rule.System),
                $"'{rule.System}' is not a system; allowed: {string.Join(", ", Systems)}");
            context.Require(!rule.Sources.IsEmpty, rule, nameof(rule.Sources), $"rule {rule.Id} names no source");
            if (rule.Level >= Urgency.SameDay)
            {
                context.Require(rule.Do.Length >= 2, rule, nameof(rule.Do),
                    $"rule {rule.Id} is {Loading.Names.Of(rule.Level)} and says in {rule.Do.Length} line(s) what to do; "
                    + "two or more are needed");
                context.Require(!rule.Avoid.IsEmpty, rule, nameof(rule.Avoid),
                    $"rule {rule.Id} is {Loading.Names.Of(rule.Level)} and does not say what not to do ('avoid')");
            }
            if (rule.Level > Urgency.Open)
                context.Require(rule.Say is not null, rule, nameof(rule.Say), $"rule {rule.Id} is {Loading.Names.Of(rule.Level)} and has no words for the professional ('say')");
            Polarity(context, rule, rule.When, "when", excuse: false);
            if (rule.Detail is { } detail) Polarity(context, rule, detail, "detail", excuse: false);
            if (rule.Unless is { } unless) Polarity(context, rule, unless, "unless", excuse: true);
        }
    }

    /// <summary>In 'when' and 'detail' a danger input must count by its dangerous answers, in 'unless' by its harmless one. Otherwise a
    /// danger sign answered yes could switch a rule off. Numbers have no harmless answer and are not looked at.</summary>
    static void Polarity(Context context, Rule rule, Condition condition, string where, bool excuse)
    {
        foreach (var literal in Literal.Of(condition))
        {
            if (literal.Input is not { } id || !context.Inputs.TryGetValue(id, out var input) || !input.Danger) continue;
            bool? dangerous = literal.Leaf switch
            {
                Condition.Yes or Condition.Size => true,
                Condition.No => false,
                Condition.In c => input.Harmless is null ? null : !c.Options.Contains(input.Harmless),
                Condition.Has c => !c.Options.All(option => option is "none"),
                _ => null,
            };
            if (dangerous is not { } sign || sign ^ literal.Negated ^ excuse) continue;
            context.Error(literal.Leaf, null, excuse
                ? $"rule {rule.Id}: '{id}' is a danger sign, and its dangerous answer would excuse the rule. "
                  + "In 'unless' only its harmless answer may stand"
                : $"rule {rule.Id}: '{id}' is a danger sign, and its harmless answer would help to fire the rule ('{where}'). "
                  + "Turn the condition round, or leave 'danger' off the input where it is only a detail");
        }
    }
}
