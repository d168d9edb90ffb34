using System.Globalization;
using Mainstay.Care;
using Mainstay.Knowledge;
using Microsoft.Extensions.Primitives;

namespace Mainstay.Web.Flow;

/// <summary>What was sent for the questions of a screen: the answers that could be read, and what is wrong with the others.</summary>
/// <param name="Changed">Ids of the inputs that were answered, unchanged ones included.</param>
/// <param name="Errors">Input id → what is wrong, in the person's words.</param>
public sealed record AnswerForm(Answers Answers, IReadOnlySet<string> Changed, IReadOnlyDictionary<string, string> Errors)
{
    const int LongestText = 1000;

    /// <param name="before">What was known before. An input that the form leaves blank keeps what it had.</param>
    public static AnswerForm Read(IFormCollection form, IEnumerable<Input> inputs, Answers before)
    {
        var (answers, changed, errors) = (before, new HashSet<string>(), new Dictionary<string, string>());
        foreach (var input in inputs)
        {
            var sent = form[$"q.{input.Id}"];
            var asked = input.Kind == InputKind.BodyMap || (input.Kind == InputKind.Set && form.ContainsKey($"q.{input.Id}.asked"));
            if (!asked && (sent.Count == 0 || string.IsNullOrWhiteSpace(sent[0]))) continue;
            if (Take(input, sent, ref answers) is { } wrong) errors[input.Id] = wrong;
            else changed.Add(input.Id);
        }
        return new AnswerForm(answers, changed, errors);
    }

    /// <summary>Null, or what is wrong.</summary>
    static string? Take(Input input, StringValues sent, ref Answers answers)
    {
        var word = sent.Count > 0 ? sent[0]!.Trim() : "";
        switch (input.Kind)
        {
            case InputKind.YesNo when word is "yes" or "no" or "unsure" || (word == "skip" && input.Skippable):
            case InputKind.Choice when word == "unsure" || input.Options.Any(option => option.Id == word):
                answers = answers.With(input.Id, word);
                return null;
            case InputKind.Set when sent.All(id => input.Options.Any(option => option.Id == id)):
                answers = answers.WithSet(input.Id, [.. sent.OfType<string>().Distinct()]);
                return null;
            case InputKind.Number:
                return TakeNumber(input, word, ref answers);
            case InputKind.BodyMap when sent.All(id => input.Options.Any(option => option.Id == id)):
                var before = answers.BodyMap;
                answers = answers.WithBodyMap(sent.OfType<string>().Distinct().ToDictionary(id => id, id => before.GetValueOrDefault(id)));
                return null;
            case InputKind.Text:
                if (word.Length > LongestText) return $"Please use at most {LongestText} characters.";
                answers = answers.WithText(input.Id, word);
                return null;
            default:
                return "Please choose one of the answers below.";
        }
    }

    static string? TakeNumber(Input input, string word, ref Answers answers)
    {
        var unit = input.Unit is null ? "" : $" {input.Unit}";
        var range = $"Please write a {(input.Whole ? "whole " : "")}number from {input.Min:0.##} to {input.Max:0.##}{unit}, in digits.";
        if (!double.TryParse(word.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || !double.IsFinite(number) || number < input.Min || number > input.Max || (input.Whole && number != Math.Floor(number))) return range;
        answers = answers.With(input.Id, number);
        return null;
    }

    /// <summary>What stands in the form for an answer that was given: option ids, a number, a text.</summary>
    public static IReadOnlyCollection<string> Values(Input input, Answers answers) => input.Kind switch
    {
        InputKind.BodyMap => [.. answers.BodyMap.Keys],
        InputKind.Text => answers.TextOf(input.Id) is { } text ? [text] : [],
        _ => answers[input.Id] switch
        {
            { State: AnswerState.Unsure } => ["unsure"],
            { State: AnswerState.Skipped } => ["skip"],
            { State: AnswerState.Unanswered } => [],
            var given => input.Kind switch
            {
                InputKind.YesNo => [given == Answer.Yes ? "yes" : "no"],
                InputKind.Number => [given.Number.ToString("0.##", CultureInfo.InvariantCulture)],
                _ => answers.OptionsOf(input.Id),
            },
        },
    };
}
