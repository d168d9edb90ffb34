namespace Mainstay.Knowledge.Checking;

/// <summary>Every condition names inputs that are asked, in the way their kind allows, with options they have.</summary>
static class ConditionChecks
{
    public static void Run(Context context)
    {
        var raised = context.Library.Rules.SelectMany(rule => rule.Suspects).ToHashSet();
        foreach (var use in context.Conditions)
            foreach (var literal in Literal.Of(use.Condition))
                Check(context, use, literal, raised);
    }

    static void Check(Context context, ConditionUse use, Literal literal, HashSet<string> raised)
    {
        void Error(string message) => context.Error(literal.Leaf, null, $"{use.Name}: {message}");

        if (literal.Leaf is Condition.Suspects suspects)
        {
            if (use.Purpose != Purpose.Limit) Error("'suspects' is for contraindications only");
            else if (!raised.Contains(suspects.Suspicion)) Error($"no rule raises the suspicion "
                + $"'{suspects.Suspicion}'{ReferenceChecks.Nearest(suspects.Suspicion, raised)}");
            return;
        }
        if (literal.Input is not { } id) return;
        if (!context.Inputs.TryGetValue(id, out var input))
        {
            Error($"the input '{id}' is never asked: it stands in no file of questions/{ReferenceChecks.Nearest(id, context.Inputs.Keys)}");
            return;
        }
        if (use.Owner is Input own && own.Id == id) Error("an input cannot ask for itself");
        var (fits, kinds) = literal.Leaf switch
        {
            Condition.Yes or Condition.No => (input.Kind == InputKind.YesNo, "yes_no"),
            Condition.In => (input.Kind == InputKind.Choice, "choice"),
            Condition.Has or Condition.Size => (input.Kind == InputKind.Set, "set"),
            _ => (input.Kind == InputKind.Number, "number"),
        };
        if (!fits)
        {
            Error($"this condition is for {kinds} inputs, and '{id}' is a {Loading.Names.Of(input.Kind)} input");
            return;
        }
        var options = literal.Leaf switch { Condition.In c => c.Options, Condition.Has c => c.Options, _ => [] };
        var known = input.Options.Select(option => option.Id).ToList();
        foreach (var option in options.Where(option => !known.Contains(option)))
            Error($"'{id}' has no option '{option}'; allowed: {string.Join(", ", known)}");
        if (literal.Leaf is Condition.Size size && size.AtLeast > known.Count) Error($"'{id}' has only {known.Count} options");
        if (literal.Leaf is Condition.Range range && (range.Low > input.Max || range.High < input.Min))
            Error($"can never be true: '{id}' is from {input.Min} to {input.Max}");
    }
}
