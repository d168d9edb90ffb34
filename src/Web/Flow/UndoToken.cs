namespace Mainstay.Web.Flow;

/// <summary>Names what was written together: the first and the last of its entries. It travels in an address and in a form.</summary>
public readonly record struct UndoToken(Guid First, Guid Last)
{
    /// <summary>Steps of one round are taken back in one.</summary>
    const int MostSteps = 12;
    const char Between = '.';

    /// <summary>Nothing was written.</summary>
    public static readonly UndoToken None;

    /// <summary>What was written in the same round before it, as text; null: nothing.</summary>
    public string? Before { get; private init; }

    public bool IsNone => this == None;

    /// <summary>This and a step that was written after it.</summary>
    public UndoToken Then(UndoToken step) => step.IsNone ? this : IsNone ? step : step with { Before = ToString() };

    /// <summary>The steps, oldest first, each alone.</summary>
    public IEnumerable<UndoToken> Steps => [.. Before is null ? [] : Before.Split(Between).Select(Single).OfType<UndoToken>(), new(First, Last)];

    public override string ToString() => (Before is null ? "" : Before + Between) + (First == Last ? $"{First:N}" : $"{First:N}-{Last:N}");

    /// <summary>Null: this is no token.</summary>
    public static UndoToken? Parse(string? text)
    {
        var steps = text?.Split(Between) ?? [];
        if (steps.Length is 0 or > MostSteps) return null;
        UndoToken? whole = None;
        foreach (var step in steps) whole = Single(step) is { } one ? whole?.Then(one) : null;
        return whole;
    }

    static UndoToken? Single(string text) => text.Split('-') switch
    {
        [var one] when Guid.TryParseExact(one, "N", out var id) => new(id, id),
        [var one, var other] when Guid.TryParseExact(one, "N", out var first) && Guid.TryParseExact(other, "N", out var last) => new(first, last),
        _ => null,
    };
}
