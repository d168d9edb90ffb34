using Mainstay.Care;
using Mainstay.Knowledge;
using Mainstay.Web.Texts;

namespace Mainstay.Web.Letter;

/// <summary>Single answers as a letter says them.</summary>
public sealed class Told(Phrases say, Answers answers)
{
    public double? Number(string id) => answers.NumberOf(id);

    /// <summary>A number with its unit; null while it is not known.</summary>
    public string? Amount(string id) => Number(id) is { } number ? $"{say.Number(number)} {InputOf(id).Unit}".TrimEnd() : null;

    /// <summary>The chosen options in words, null while none is.</summary>
    public string? Options(string id) => answers.OptionsOf(id) is { IsEmpty: false } ids
        ? say.List([.. ids.Select((option, at) => InputOf(id).Options.First(one => one.Id == option).Text is var text && at > 0 ? Lower(text) : text)]) : null;

    public bool IsYes(string id) => answers.IsYes(id) == Truth.True;

    public string? YesNo(string id) => answers[id].State switch
    {
        AnswerState.Given => IsYes(id) ? say.Say("yes") : say.Say("no"),
        AnswerState.Unsure => say.Say("not sure"),
        AnswerState.Skipped => say.Say("not said"),
        _ => null,
    };

    /// <summary>Those that were answered with yes, by their short names.</summary>
    public IReadOnlyList<string> Present(params ReadOnlySpan<string> ids)
    {
        var names = new List<string>();
        foreach (var id in ids) if (IsYes(id)) names.Add(Lower(InputOf(id).Label));
        return names;
    }

    public string Lower(string text) => Lower(say, text);

    /// <summary>Begins small, as in the middle of a line, but for "I" and for words written in capitals.</summary>
    public static string Lower(Phrases say, string text) =>
        text.Length > 1 && (char.IsLower(text[1]) || (text[1] == ' ' && text[0] != 'I')) ? char.ToLower(text[0], say.Culture) + text[1..] : text;

    Input InputOf(string id) => answers.Questionnaire[answers.Questionnaire.IndexOf(id)];
}
