namespace Mainstay.Care;

/// <summary>What somebody recorded in the daily use. The records below are what the journal keeps and what the reasoning reads. All is optional:
/// what was not said stays null.</summary>
public abstract record Daily
{
    /// <summary>What is out of range, as "field: problem" in the words of an import; null when all is right.</summary>
    public virtual string? Wrong() => null;

    private protected static string? Within(string field, double? value, double low, double high)
        => value is { } v && !(v >= low && v <= high) ? FormattableString.Invariant($"{field}: is {v}; allowed: {low} to {high}") : null;

    /// <summary>Texts of the person's own are kept short.</summary>
    private protected static string? Short(string field, string? text) => text is { Length: > MostText } ? $"{field}: is longer than {MostText} letters" : null;

    /// <summary>Letters of one text.</summary>
    public const int MostText = 400;

    /// <summary>Pain and every other scale of the person's own: 0 to 10.</summary>
    private protected static string? Scale(string field, double? value) => Within(field, value, 0, 10);
}

/// <summary>Something recorded, with its moment on the person's own clock.</summary>
/// <param name="Id">Of the entry. An undo names it.</param>
public sealed record Logged<T>(Guid Id, DateTimeOffset At, T What) where T : class
{
    /// <summary>The person's own date.</summary>
    public DateOnly Day => DateOnly.FromDateTime(At.DateTime);
}
