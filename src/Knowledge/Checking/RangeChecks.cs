namespace Mainstay.Knowledge.Checking;

/// <summary>The questions: bounds, options and flags that fit the kind.</summary>
static class RangeChecks
{
    public static void Run(Context context)
    {
        foreach (var input in context.Library.Inputs.Where(context.Sound)) Check(context, input);
        foreach (var use in context.Conditions.Where(use => use.Owner is Limit))
        {
            var limit = (Limit)use.Owner;
            context.Require(limit.MaxMinutes is null or > 0, limit, nameof(limit.MaxMinutes), "'max_minutes' must be above 0");
            context.Require(limit.MaxHoldS is null or > 0, limit, nameof(limit.MaxHoldS), "'max_hold_s' must be above 0");
            context.Require(limit.MaxRpe is null or (> 0 and <= 10), limit, nameof(limit.MaxRpe),
                "'max_rpe' must be above 0 and at most 10");
        }
        Orders(context, "gate", context.Library.Gates, gate => gate.Order);
        Orders(context, "screen", context.Library.Screens, screen => screen.Order);
        Orders(context, "lesson", context.Library.Lessons, lesson => lesson.Order);
    }

    static void Check(Context context, Input input)
    {
        void Need(bool holds, string property, string message) => context.Require(holds, input, property, message);

        var withOptions = input.Kind is InputKind.Choice or InputKind.Set or InputKind.BodyMap;
        if (withOptions)
            Need(input.Options.Length >= 2, nameof(input.Options), $"a {Loading.Names.Of(input.Kind)} input needs two options or more");
        else
            Need(input.Options.IsEmpty, nameof(input.Options), $"a {Loading.Names.Of(input.Kind)} input has no options");
        if (input.Kind is InputKind.Choice or InputKind.Set)
            Need(input.Options.Length <= 64, nameof(input.Options), $"{input.Options.Length} options; at most 64 are allowed");
        if (input.Kind == InputKind.BodyMap)
        {
            foreach (var option in input.Options.Where(option => option.Group is null))
                context.Error(option, nameof(option.Id), $"the region '{option.Id}' names no 'group', an option of 'regions'");
        }
        if (input.Kind == InputKind.Number)
        {
            Need(input.Min is not null && input.Max is not null, nameof(input.Kind), "a number input needs 'min' and 'max'");
            Need(input.Min is null || input.Max is null || input.Min < input.Max, nameof(input.Max),
                $"'min' {input.Min} must be below 'max' {input.Max}");
        }
        else
        {
            Need(input.Min is null, nameof(input.Min), "'min' is for number inputs");
            Need(input.Max is null, nameof(input.Max), "'max' is for number inputs");
            Need(input.Since is null, nameof(input.Since), "'since' is for number inputs");
        }
        Need(input.Since is null or "days" or "weeks", nameof(input.Since), $"'since' is '{input.Since}'; allowed: days, weeks");
        Need(!input.UnsureIsYes || input.Kind == InputKind.YesNo, nameof(input.UnsureIsYes), "'unsure_is_yes' is for yes_no inputs");
        Need(!input.Skippable || input.Kind == InputKind.YesNo, nameof(input.Skippable), "'skippable' is for yes_no inputs");
        var options = input.Options.Select(option => option.Id).ToList();
        switch (input.Kind)
        {
            case InputKind.YesNo:
                Need(input.Harmless is null or "no", nameof(input.Harmless),
                    $"'harmless' is '{input.Harmless}'; for a yes_no input it is no");
                break;
            case InputKind.Choice:
                Need(input.Harmless is null || options.Contains(input.Harmless), nameof(input.Harmless),
                    $"'harmless' is '{input.Harmless}'; allowed: {string.Join(", ", options)}");
                Need(input.Harmless is not null || !input.Danger, nameof(input.Danger),
                    "a choice that is a danger sign needs 'harmless', the option that is none");
                break;
            case InputKind.Set:
                Need(input.Harmless is null or "empty" || options.Contains(input.Harmless), nameof(input.Harmless),
                    $"'harmless' is '{input.Harmless}'; for a set it is empty, or one of {string.Join(", ", options)}");
                break;
            default:
                Need(input.Harmless is null or "none", nameof(input.Harmless),
                    $"a {Loading.Names.Of(input.Kind)} input has no harmless answer; leave the key out");
                break;
        }
    }

    static void Orders<T>(Context context, string kind, IEnumerable<T> records, Func<T, int> order) where T : class
    {
        foreach (var twice in records.Where(context.Sound).GroupBy(order).Where(group => group.Count() > 1))
            foreach (var record in twice.Skip(1))
                context.Error(record, "Order", $"another {kind} has the order {twice.Key} as well");
    }
}
