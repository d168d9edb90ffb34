namespace Mainstay.Figure.Drawing;

/// <summary>Colours for print and for files that stand alone. Pages take the same from their tokens by class ("mf-skin"), so that the dark
/// theme costs nothing.</summary>
public sealed record Palette
{
    public required string Line { get; init; }
    public required string Paper { get; init; }
    public required string Accent { get; init; }
    public required string Edge { get; init; }
    public required string Fibre { get; init; }
    public required string Shade { get; init; }
    public required string Floor { get; init; }
    /// <summary>By the end of the class: skin, top, shorts, socks, hair, mat, wood, wall, ball, roller, cushion, screen, strap, band, weight.</summary>
    public required IReadOnlyDictionary<string, string> Fills { get; init; }

    /// <summary>Two inks on warm paper: the body in ink, the target in rope gold with an ink edge.</summary>
    public static Palette Ink { get; } = new()
    {
        Line = "#14233b", Paper = "#f7f2e7", Accent = "#e2a233", Edge = "#14233b", Fibre = "#7a4d00", Shade = "#14233b", Floor = "#7b7362",
        Fills = new Dictionary<string, string>
        {
            ["skin"] = "#e9e0ce", ["top"] = "#a3aec0", ["shorts"] = "#3c5173", ["socks"] = "#fffcf5", ["hair"] = "#14233b", ["mat"] = "#eee6d5", ["wood"] = "#ded4bf", ["wall"] = "#eee6d5",
            ["ball"] = "#d3d6d6", ["roller"] = "#fbedcd", ["cushion"] = "#f2ead9", ["screen"] = "#7b7362", ["strap"] = "#14233b", ["band"] = "#7b7362", ["weight"] = "#5b6472",
        },
    };

    /// <summary>The same by lamplight.</summary>
    public static Palette InkDark { get; } = new()
    {
        Line = "#f3ecdf", Paper = "#0e1726", Accent = "#f0b857", Edge = "#14233b", Fibre = "#7a4d00", Shade = "#0a111e", Floor = "#8391ab",
        Fills = new Dictionary<string, string>
        {
            ["skin"] = "#60759c", ["top"] = "#3c4d70", ["shorts"] = "#2c3c5e", ["socks"] = "#b9c1cf", ["hair"] = "#16223a", ["mat"] = "#1e2c47", ["wood"] = "#2d3c58", ["wall"] = "#1e2c47",
            ["ball"] = "#2d3c58", ["roller"] = "#f3c673", ["cushion"] = "#26365a", ["screen"] = "#465268", ["strap"] = "#f3ecdf", ["band"] = "#b9c1cf", ["weight"] = "#465268",
        },
    };
}
