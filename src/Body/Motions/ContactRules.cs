using System.Globalization;

namespace Mainstay.Body.Motions;

/// <summary>What a contact must say to mean something.</summary>
public static class ContactRules
{
    /// <returns>What is wrong, or null.</returns>
    public static string? Fault(Contact contact, IReadOnlySet<string> props)
    {
        string?[] kinds = [contact.Part, contact.Point, contact.Flat, contact.Aim];
        if (kinds.Count(kind => kind is not null) != 1) return "a contact names one of 'part', 'point', 'flat', 'aim'";
        if (!(contact.Weight is > 0 and <= 100)) return "'weight' is above 0 and at most 100";
        var held = contact.X is not null || contact.Y is not null || contact.Z is not null;
        if (contact.Part is { } part)
        {
            if (!BodyPoints.PartNames.Contains(part)) return $"'{part}' is not a part; there are: {string.Join(", ", BodyPoints.PartNames)}";
            if (contact.On is null == contact.Against is null) return $"the part '{part}' rests 'on' something, or presses 'against' something";
            if (contact.On is { } on && on != "floor" && !props.Contains(on) && !double.TryParse(on, CultureInfo.InvariantCulture, out _))
                return $"there is nothing called '{on}'; there are: {string.Join(", ", props.Prepend("floor"))}, or a height in metres";
            if (contact.Against is { } against && !props.Contains(against)) return $"there is nothing called '{against}'; there are: {string.Join(", ", props)}";
            return null;
        }
        if (contact.Point is { } point)
        {
            if (!BodyPoints.PointNames.Contains(point)) return $"'{point}' is not a point; there are: {string.Join(", ", BodyPoints.PointNames)}";
            if (contact.Meets is { } meets && !BodyPoints.PointNames.Contains(meets)) return $"'{meets}' is not a point; there are: {string.Join(", ", BodyPoints.PointNames)}";
            if (held == contact.Meets is not null) return $"the point '{point}' has a place (x, y, z: those that matter), or 'meets' another point";
            return contact.Offset.Length is 0 or 3 && contact.There.Length is 0 or 3 ? null : "'offset' and 'there' are lists of three metres";
        }
        if (contact.Flat is { } flat) return BodyPoints.Split(flat).Name == "hand" ? null : $"'flat' is hand, hand_r or hand_l, not '{flat}'";
        if (!BodyPoints.BodyNames.Contains(contact.Aim!)) return $"'{contact.Aim}' is not a body; there are: {string.Join(", ", BodyPoints.BodyNames)}";
        return contact.Axis.Length == 3 && held ? null : "'aim' needs an 'axis' of three numbers, and those of x, y, z that it shall have";
    }
}
