using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Care;

namespace Mainstay.Web.Flow;

/// <summary>One going through the six signs and what they open. It travels in the form and in the address, beside what was said.</summary>
/// <param name="News">Names the news that it answers; empty: none waited when it began.</param>
/// <param name="Undo">Takes back what was said in it so far.</param>
public sealed record SignRound(string News, UndoToken Undo = default)
{
    /// <summary>Field of the form.</summary>
    public const string Field = "news";
    const string Part = "round";

    /// <summary>One that begins now.</summary>
    public static SignRound Of(Person person) => new(person.NewSince is { } since ? since.UtcTicks.ToString(CultureInfo.InvariantCulture) : "");

    public static SignRound Of(IFormCollection form) => new(Digits(form[Field]));

    public static SignRound Of(IQueryCollection query) => new(Digits(query[Field]), UndoToken.Parse(query[Part]) ?? UndoToken.None);

    // It comes back in an address.
    static string Digits(string? sent) => sent is { Length: <= 20 } && sent.All(char.IsAsciiDigit) ? sent : "";

    /// <summary>Something was said to be new since it began, or what was said in it was taken back: it settles nothing.</summary>
    public bool IsOld(Person now, PersonFile file) => (now.NewSince is not null && News != Of(now).News) || file.IsTakenBack(Undo);

    /// <summary>With one more step in it.</summary>
    public SignRound With(UndoToken step) => this with { Undo = Undo.Then(step) };

    /// <summary>The address of the follow-ups, with what was said to the signs.</summary>
    public string PathOf(string root, SpasmState state)
    {
        string Signs(SignAnswer said) => string.Join(',', state.Said.Where(sign => sign.Value == said).Select(sign => sign.Key).Order(StringComparer.Ordinal));
        var undo = Undo.IsNone ? "" : $"&{Part}={Undo}";
        return $"{root}/more?yes={Signs(SignAnswer.Yes)}&unsure={Signs(SignAnswer.NotSure)}&asked={string.Join(',', state.Asked)}&{Field}={News}{undo}";
    }

    /// <summary>Of what an old form says, only what makes it no calmer: a "no" from before the news is none now, and no detail lowers what stands.</summary>
    public static (Answers Answers, IReadOnlySet<string> Given) Raising(CareModels care, Answers before, Answers after, IReadOnlySet<string> given)
    {
        var answers = after.ToBuilder();
        var harmless = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < care.Questionnaire.Count; at++)
            if (after[at].IsGiven && after[at] == care.Questionnaire.HarmlessOf(at))
            {
                if (after[at] != before[at]) answers.Set(at, before[at]);
                harmless.Add(care.Questionnaire[at].Id);
            }
        var raised = answers.Build();
        if (care.Triage.Assess(raised).Urgency < care.Triage.Assess(before).Urgency) return (before, ImmutableHashSet<string>.Empty);
        return (raised, given.Where(id => !harmless.Contains(id)).ToHashSet(StringComparer.Ordinal));
    }
}
