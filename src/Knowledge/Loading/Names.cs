using System.Text;

namespace Mainstay.Knowledge.Loading;

static class Names
{
    /// <summary>HoldS to hold_s, YesNo to yes_no, MaxDaysPerWeek to max_days_per_week.</summary>
    public static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i])) text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }

    /// <summary>The name an enum member has in YAML and on the wire; urgencies have codes.</summary>
    public static string Of(Enum value) => value switch
    {
        Urgency.SelfCare => "S",
        Urgency.Open => "open",
        Urgency.Routine => "R",
        Urgency.WithinTwoWeeks => "U14",
        Urgency.SameDay => "U24",
        Urgency.Emergency => "E",
        _ => Snake(value.ToString()),
    };
}
