using System.Collections.Immutable;
using System.Globalization;

namespace Mainstay.Moves.Verify;

/// <summary>The worst moment of each thing that is wrong.</summary>
sealed class Faults
{
    readonly Dictionary<(string Check, string About), (double? At, double Size, string Message)> worst = [];

    /// <summary>Metres, over everything that was held against its support.</summary>
    public double WorstSupport { get; private set; }

    public void Support(double metres) => WorstSupport = Math.Max(WorstSupport, Math.Abs(metres));

    /// <param name="size">By which the worst of a kind is chosen.</param>
    /// <param name="about">What tells one fault of a check from another; the message's first word where nothing is said.</param>
    public void Add(string check, double? at, double size, string message, string? about = null)
    {
        var key = (check, about ?? message.Split(' ')[0]);
        if (!worst.TryGetValue(key, out var known) || size > known.Size) worst[key] = (at, size, message);
    }

    public ImmutableArray<MotionFault> List() => [.. worst.OrderBy(fault => fault.Key.Check, StringComparer.Ordinal).ThenByDescending(fault => fault.Value.Size)
        .Select(fault => new MotionFault(fault.Key.Check, fault.Value.At is { } at ? Math.Round(at, 2) : null, fault.Value.Message))];

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
