using System.Collections.Frozen;
using System.Globalization;
using Mainstay.Care;
using Mainstay.Knowledge;
using Mainstay.Web.Texts;
using Microsoft.Extensions.Primitives;

namespace Mainstay.Web.Flow;

/// <summary>What was sent for the questions of a screen: the answers that could be read, and what is wrong with the others.</summary>
/// <param name="Changed">Ids of the inputs that were answered, unchanged ones included.</param>
/// <param name="Errors">Input id → what is wrong, in the person's words.</param>
public sealed record AnswerForm(Answers Answers, IReadOnlySet<string> Changed, IReadOnlyDictionary<string, string> Errors)
{
    const int LongestText = 1000;

    /// <summary>Input id → what was sent for it and could not be read.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> Refused { get; init; } = FrozenDictionary<string, IReadOnlyCollection<string>>.Empty;

    /// <summary>Answers as they stand, with nothing sent.</summary>
    public static AnswerForm Of(Answers answers) => new(answers, FrozenSet<string>.Empty, FrozenDictionary<string, string>.Empty);

    /// <summary>What a field shows: what was sent, where that could not be read.</summary>
    public IReadOnlyCollection<string> Shown(Input input) => Refused.TryGetValue(input.Id, out var sent) ? sent : Values(input, Answers);

    /// <param name="say">The errors are said in its language.</param>
    /// <param name="before">What was known before. An input that the form does not send keeps what it had.</param>
    /// <param name="leans">Tells whether the urgency leans on an answer: with it, and without it. Then a field that is sent empty takes its answer back,
    /// but for those; a question of yes and no is never left out that way. Null: the form started blank, so that what is left blank stays as it was.</param>
    public static AnswerForm Read(IFormCollection form, IEnumerable<Input> inputs, Answers before, Phrases say, Func<Answers, Answers, bool>? leans = null)
    {
        var (answers, changed, errors) = (before, new HashSet<string>(), new Dictionary<string, string>());
        var (refused, emptied) = (new Dictionary<string, IReadOnlyCollection<string>>(), new List<Input>());
        foreach (var input in inputs)
        {
            var sent = form[$"q.{input.Id}"];
            var asked = input.Kind == InputKind.BodyMap || (input.Kind == InputKind.Set && form.ContainsKey($"q.{input.Id}.asked"));
            if (!asked && (sent.Count == 0 || string.IsNullOrWhiteSpace(sent[0])))
            {
                if (sent.Count > 0 && input.Kind is (InputKind.Number or InputKind.Text or InputKind.Choice) && Values(input, before).Count > 0) emptied.Add(input);
                continue;
            }
            if (Take(input, sent, say, ref answers) is { } wrong) (errors[input.Id], refused[input.Id]) = (wrong, [.. sent.OfType<string>()]);
            else changed.Add(input.Id);
        }
        foreach (var input in leans is null ? [] : emptied)
        {
            var without = input.Kind == InputKind.Text ? answers.WithText(input.Id, null) : answers.With(input.Id, Answer.Unanswered);
            // The others of this form count first: what they say may make it as urgent by itself.
            if (leans!(answers, without)) (errors[input.Id], refused[input.Id]) = (say.Say("The advice on your result rests on this. Please write what is right instead of leaving it empty."), []);
            else answers = without;
        }
        return new AnswerForm(answers, changed, errors) { Refused = refused };
    }

    /// <summary>Null, or what is wrong.</summary>
    static string? Take(Input input, StringValues sent, Phrases say, ref Answers answers)
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
                return TakeNumber(input, word, say, ref answers);
            case InputKind.BodyMap when sent.All(id => input.Options.Any(option => option.Id == id)):
                var before = answers.BodyMap;
                answers = answers.WithBodyMap(sent.OfType<string>().Distinct().ToDictionary(id => id, before.GetValueOrDefault));
                return null;
            case InputKind.Text:
                word = OwnWords.Clean(word);
                if (word.Length > LongestText) return say.Say("Please use at most {letters} letters.", LongestText);
                answers = answers.WithText(input.Id, word);
                return null;
            default:
                return say.Say("Please choose one of the answers below.");
        }
    }

    static string? TakeNumber(Input input, string word, Phrases say, ref Answers answers)
    {
        var most = $"{say.Number(input.Max ?? double.MaxValue)} {input.Unit}".TrimEnd();
        var range = input.Whole ? say.Say("Please write a whole number from {least} to {most}, in digits.", say.Number(input.Min ?? 0), most)
            : say.Say("Please write a number from {least} to {most}, in digits.", say.Number(input.Min ?? 0), most);
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
