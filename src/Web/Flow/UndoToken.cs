namespace Mainstay.Web.Flow;

/// <summary>Names what was written together: the first and the last of its entries. It travels in an address and in a form.</summary>
public readonly record struct UndoToken(Guid First, Guid Last)
{
    /// <summary>Nothing was written.</summary>
    public static readonly UndoToken None;

    public bool IsNone => this == None;

    public override string ToString() => First == Last ? $"{First:N}" : $"{First:N}-{Last:N}";

    /// <summary>Null: this is no token.</summary>
    public static UndoToken? Parse(string? text) => text?.Split('-') switch
    {
        [var one] when Guid.TryParseExact(one, "N", out var id) => new(id, id),
        [var one, var other] when Guid.TryParseExact(one, "N", out var first) && Guid.TryParseExact(other, "N", out var last) => new(first, last),
        _ => null,
    };
}
