namespace Mainstay.Care;

/// <summary>Kleene's three values. Unknown is what an unanswered question leaves: it neither proves a sign nor excuses one.</summary>
public enum Truth : sbyte { False = -1, Unknown = 0, True = 1 }

public static class TruthLogic
{
    public static Truth Not(this Truth truth) => (Truth)(-(sbyte)truth);

    public static Truth Of(bool value) => value ? Truth.True : Truth.False;
}
