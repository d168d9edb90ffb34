namespace Mainstay.Body.Motions;

/// <summary>What a prop must say to be drawn and touched.</summary>
public static class PropRules
{
    /// <returns>What is wrong, or null.</returns>
    public static string? Fault(Prop prop)
    {
        string? Range(string key, int count) => (key == "x" ? prop.X : prop.Y) is var range && range.Length == count && (count == 0 || range[0] < range[1]) ? null
            : $"a {Kind(prop)} needs '{key}', from and to in metres: [-1, 1]";
        string? At(int count) => prop.At.Length == count ? null : $"a {Kind(prop)} needs 'at', {count} numbers of metres";
        return prop.Is switch
        {
            PropKind.Mat or PropKind.Bed => Range("x", 2),
            PropKind.Desk => Range("x", 2),
            PropKind.Box or PropKind.Cushion => Range("x", 2) ?? Range("y", 2) ?? (prop.Top > prop.Base ? null : $"a {Kind(prop)} needs 'top', the height of its upper face"),
            PropKind.Chair or PropKind.Stool or PropKind.Wall or PropKind.Door => At(2),
            PropKind.Ball or PropKind.Roller or PropKind.Wheel => At(3) ?? (prop.Radius > 0 ? null : $"a {Kind(prop)} needs a 'radius'"),
            PropKind.Strap or PropKind.Band or PropKind.Towel or PropKind.Stick =>
                prop.Through.Length < 2 ? $"a {Kind(prop)} needs 'through', the points it runs through" : Through(prop),
            _ => prop.In is { } point && BodyPoints.PointNames.Contains(point) ? null : $"a {Kind(prop)} needs 'in', the point of the body that carries it: fist_r",
        };
    }

    static string? Through(Prop prop) => prop.Through.FirstOrDefault(point => point != "anchor" && (!BodyPoints.PointNames.Contains(point) || BodyPoints.Both(point, part: false).Count > 1)) is { } unknown
        ? $"'{unknown}' is not a point of one side; there are: {string.Join(", ", BodyPoints.PointNames)}" : null;

    static string Kind(Prop prop) => prop.Is.ToString().ToLowerInvariant();
}
