using System.Text;

namespace Mainstay.Web.Flow;

/// <summary>What a person wrote, made safe to stand inside other text.</summary>
public static class OwnWords
{
    /// <summary>Without blanks at the ends, and without signs that nobody sees and that would turn the text around them: control characters but
    /// line ends and tabs, and marks that embed, override or isolate a direction. Every letter, emoji and plain direction mark stays.</summary>
    public static string Clean(string? text)
    {
        var kept = new StringBuilder();
        foreach (var sign in text ?? "")
            if ((!char.IsControl(sign) || sign is '\n' or '\r' or '\t') && sign is not (>= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069')) kept.Append(sign);
        return kept.ToString().Trim();
    }
}
