namespace Mainstay.Knowledge.Checking;

/// <summary>Everything that is read is asked, everything that is asked is read, and every danger sign is asked of everyone it applies
/// to.</summary>
static class AskingChecks
{
    /// <summary>Inputs that are worked out from others instead of being asked.</summary>
    public static readonly Dictionary<string, string[]> Derived = new() { ["bmi"] = ["height_cm", "mass_kg"] };

    /// <summary>Inputs that the program reads by name, with what for. They need no condition.</summary>
    static readonly Dictionary<string, string> ReadByCode = new()
    {
        ["body_map"] = "shown on Result; its regions are chosen in 'regions'",
        ["regions"] = "fits targets of items",
        ["nprs"] = "the band of the natural course",
        ["height_cm"] = "gives bmi",
        ["mass_kg"] = "gives bmi",
        ["country"] = "whom to call",
        ["goals"] = "the planner's weights",
        ["own_goals"] = "shown on Plan",
        ["minutes_per_day"] = "length of a day's programme",
        ["days_per_week"] = "days of the week's programme",
        ["places"] = "where items can be done",
        ["equipment"] = "what items may need",
        ["liked"] = "the planner's preferences",
        ["disliked"] = "the planner's preferences",
    };

    public static void Run(Context context)
    {
        var lines = context.Library.Gates.SelectMany(gate => gate.Lines).ToList();
        var covered = lines.SelectMany(line => line.Covers.Select(id => (id, line))).ToLookup(pair => pair.id, pair => pair.line);
        var usedBy = context.Conditions
            .SelectMany(use => Literal.Of(use.Condition).Select(literal => (literal.Input, use)))
            .Where(pair => pair.Input is not null).ToLookup(pair => pair.Input!, pair => pair.use);
        var testInputs = context.Library.Tests.SelectMany(test => test.Inputs).ToHashSet();
        foreach (var input in context.Library.Inputs.Where(context.Sound))
        {
            if (Derived.TryGetValue(input.Id, out var from))
            {
                context.Require(input.Elsewhere, input, nameof(input.Id),
                    $"'{input.Id}' is worked out and not asked; it needs 'elsewhere: true'");
                foreach (var id in from.Where(id => !context.Inputs.ContainsKey(id)))
                    context.Error(input, nameof(input.Id), $"'{input.Id}' is worked out from '{id}', which is never asked");
            }
            else if (input.Elsewhere)
            {
                context.Require(testInputs.Contains(input.Id), input, nameof(input.Elsewhere),
                    $"'{input.Id}' is never asked: it is marked 'elsewhere', but no self-test names it in 'inputs' and it is not worked "
                        + "out");
            }
            else
            {
                Asked(context, input, [.. covered[input.Id]], [.. usedBy[input.Id]]);
            }
            if (!usedBy[input.Id].Any() && !ReadByCode.ContainsKey(input.Id))
                context.Error(input, nameof(input.Id), $"nothing uses the input '{input.Id}': no condition reads it, and the program does "
                    + "not read it by name");
        }
        foreach (var line in lines) Line(context, line);
        foreach (var gate in context.Library.Gates.Where(context.Sound))
            context.Require(gate.Lines.Length is >= 2 and <= 7, gate, nameof(gate.Lines),
                $"gate '{gate.Id}' has {gate.Lines.Length} lines; 2 to 7 are allowed");
        if (context.Library.SpasmSigns.Length is var signs and not (0 or 6))
            context.Error(context.Library.SpasmSigns[0], null, $"there are {signs} signs; six are expected");
        foreach (var harmless in context.Library.Harmless.Where(context.Sound))
            context.Require(context.Inputs.GetValueOrDefault(harmless.Input) is not { Danger: false }, harmless, nameof(harmless.Input),
                $"'{harmless.Input}' is not a danger sign; only those stand here");
    }

    static void Asked(Context context, Input input, GateLine[] lines, ConditionUse[] uses)
    {
        if (lines.Length > 1)
            context.Error(input, nameof(input.Id), $"'{input.Id}' is covered by {lines.Length} gate lines "
                + $"({string.Join(", ", lines.Select(line => line.Id))}); one is allowed");
        if (lines.Length > 0 || input.Screen is not null) return;
        if (input.Danger && input.AskWhen is null)
            context.Error(input, nameof(input.Danger), $"the danger sign '{input.Id}' is covered by no gate line and names no screen and "
                + "no ask_when");
        // The interview asks on its own what can still change urgency or contributors; anything else needs a place.
        else if (!uses.Any(use => use.Purpose is Purpose.Rule or Purpose.Evidence or Purpose.Needs))
            context.Error(input, nameof(input.Id), $"'{input.Id}' is never asked: no gate line covers it, it names no screen, and no rule "
                + "or contributor reads it");
    }

    static void Line(Context context, GateLine line)
    {
        context.Require(!line.Covers.IsEmpty, line, nameof(line.Covers), $"the line '{line.Id}' covers nothing");
        foreach (var input in line.Covers.Select(id => context.Inputs.GetValueOrDefault(id)).OfType<Input>())
            context.Require(input.Kind is InputKind.YesNo or InputKind.Set
                || (input.Kind == InputKind.Choice && input.Harmless is not null), line, nameof(line.Covers),
                $"'none of these' cannot answer '{input.Id}' harmlessly; a gate covers yes_no inputs, sets, and choices with 'harmless'");
    }
}
