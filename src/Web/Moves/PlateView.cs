using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Web.Parts;

namespace Mainstay.Web.Moves;

/// <summary>One side of the body, cut to where a move is felt.</summary>
/// <param name="View">back or front.</param>
/// <param name="Main">Places of the main target.</param>
/// <param name="Also">Places of the others.</param>
public sealed record PlateView(string View, ImmutableArray<string> Main, ImmutableArray<string> Also)
{
    static readonly ImmutableArray<string> Views = ["back", "front"];

    const double Width = 240, Height = 560, Room = 44;

    /// <summary>Top and bottom of every drawn place, in units of <see cref="BodyShapes.ViewBox"/>.</summary>
    static readonly FrozenDictionary<string, (double Top, double Bottom)> Extents =
        BodyShapes.All.Places.ToFrozenDictionary(place => place.Key, place => Extent(place.Value.D));

    /// <summary>The sides that show some of the places, the side of the main target first.</summary>
    public static ImmutableArray<PlateView> Of(IReadOnlyList<string> main, IReadOnlyList<string> also) =>
    [
        .. Views.Select(view => new PlateView(view, On(view, main), On(view, also.Except(main))))
            .Where(plate => !plate.Main.IsEmpty || !plate.Also.IsEmpty).OrderByDescending(plate => plate.Main.Length),
    ];

    static ImmutableArray<string> On(string view, IEnumerable<string> places) =>
        [.. places.Distinct().Where(id => BodyShapes.All.Places.TryGetValue(id, out var place) && place.View == view)];

    /// <summary>The part of the drawing to show: all that is marked, with room around it.</summary>
    /// <param name="ratio">Width by height.</param>
    /// <param name="least">At least this high, in units of the drawing; the whole body is 560.</param>
    public string Box(double ratio, double least)
    {
        var marked = (Main.IsEmpty ? Also : Main).Select(id => Extents[id]).ToArray();
        var (top, bottom) = (marked.Min(at => at.Top), marked.Max(at => at.Bottom));
        var height = Math.Clamp(bottom - top + 2 * Room, least, Height);
        var from = Math.Clamp((top + bottom - height) / 2, 0, Height - height);
        var width = height * ratio;
        return FormattableString.Invariant($"{(Width - width) / 2:0.#} {from:0.#} {width:0.#} {height:0.#}");
    }

    /// <summary>The paths are made of absolute points only, so every second number is a height.</summary>
    static (double Top, double Bottom) Extent(string path)
    {
        var numbers = path.Split([' ', ',', 'M', 'L', 'Q', 'C', 'Z', 'z'], StringSplitOptions.RemoveEmptyEntries);
        var heights = numbers.Where((_, at) => at % 2 == 1).Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return (heights.Min(), heights.Max());
    }
}
