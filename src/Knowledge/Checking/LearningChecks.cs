using System.Text.RegularExpressions;

namespace Mainstay.Knowledge.Checking;

/// <summary>Lessons, quiz, tips, challenge and self-tests.</summary>
static partial class LearningChecks
{
    static readonly string[] TipKinds = ["posture", "lifting", "stress", "sleep", "food", "people", "picture", "anatomy", "travel",
        "body-sense"];
    static readonly string[] Categories = ["move", "breathe", "strengthen", "rest", "connect", "notice", "arrange"];
    static readonly string[] Units = ["cm", "s", "reps", "degrees", "score"];

    public static void Run(Context context)
    {
        var library = context.Library;
        foreach (var lesson in library.Lessons.Where(context.Sound))
        {
            context.Require(lesson.Minutes is >= 1 and <= 6, lesson, nameof(lesson.Minutes),
                $"'minutes' is {lesson.Minutes}; a lesson takes 1 to 6");
            context.Require(!lesson.Parts.IsEmpty, lesson, nameof(lesson.Parts), "it has no parts");
            Question(context, lesson.Question);
        }
        foreach (var question in library.Quiz.Where(context.Sound)) Question(context, question);
        foreach (var tip in library.Tips.Where(context.Sound))
            context.Require(TipKinds.Contains(tip.Kind), tip, nameof(tip.Kind),
                $"'{tip.Kind}' is not a kind; allowed: {string.Join(", ", TipKinds)}");
        foreach (var day in library.Challenge.Where(context.Sound))
        {
            context.Require(day.Day is >= 1 and <= 30, day, nameof(day.Day), $"'day' is {day.Day}; allowed: 1 to 30");
            context.Require(Categories.Contains(day.Category), day, nameof(day.Category),
                $"'{day.Category}' is not a category; allowed: {string.Join(", ", Categories)}");
            context.Require(day.Ladder.Length == 3, day, nameof(day.Ladder),
                $"the ladder has {day.Ladder.Length} steps; three are expected, from tiny to full");
            context.Require(day.Minutes is > 0 and <= 60, day, nameof(day.Minutes),
                $"'minutes' is {day.Minutes}; it must be above 0 and at most 60");
        }
        foreach (var twice in library.Challenge.Where(context.Sound).GroupBy(day => day.Day).Where(group => group.Count() > 1))
            context.Error(twice.Last(), nameof(ChallengeDay.Day), $"day {twice.Key} stands twice");
        foreach (var test in library.Tests.Where(context.Sound)) Test(context, test);
        foreach (var claim in library.Claims.Where(context.Sound))
        {
            context.Require(!claim.Sources.IsEmpty, claim, nameof(claim.Sources), "a claim needs a source");
            Unread(context, claim, nameof(claim.Says), claim.Says);
            Unread(context, claim, nameof(claim.Effect), claim.Effect);
            context.Require(claim.NextReview > claim.Reviewed, claim, nameof(claim.NextReview), "'next_review' must be after 'reviewed'");
        }
    }

    /// <summary>A figure from a source that was not read stays out of the reader's text.</summary>
    static void Unread(Context context, Claim claim, string property, string text) =>
        context.Require(claim.Verified || !Figure().IsMatch(text), claim, property,
            $"'{Loading.Names.Snake(property)}' gives a figure ({Figure().Match(text).Value}), "
            + "but the claim is not verified; say it without the figure");

    [GeneratedRegex(@"\d+(\.\d+)? ?(%|per cent)|\d+ (out of|of|in) (\d+|ten|a hundred)", RegexOptions.IgnoreCase)]
    private static partial Regex Figure();

    static void Question(Context context, QuizQuestion question)
    {
        context.Require(question.Options.Length >= 2, question, nameof(question.Options), "a question needs two options or more");
        context.Require(question.Options.Count(option => option.Right) == 1, question, nameof(question.Options),
            "exactly one option must be right");
    }

    static void Test(Context context, SelfTest test)
    {
        context.Require(Units.Contains(test.Unit), test, nameof(test.Unit),
            $"'{test.Unit}' is not a unit; allowed: {string.Join(", ", Units)}");
        context.Require(test.Min < test.Max, test, nameof(test.Max), $"'min' {test.Min} must be below 'max' {test.Max}");
        foreach (var id in test.Inputs.Where(id => !context.Inputs.ContainsKey(id)))
            context.Error(test, nameof(test.Inputs), $"there is no input '{id}'");
        foreach (var value in test.Values)
        {
            context.Require(value.Is >= test.Min && value.Is <= test.Max, value, nameof(value.Is), $"'is' must be from {test.Min} to {test.Max}");
            context.Require(value.Moved is null or "no" or "up" or "down", value, nameof(value.Moved), $"'{value.Moved}' is nowhere; allowed: no, up, down");
        }
        foreach (var prefers in test.Prefers)
            context.Require(prefers.Is is null != prefers.Below is null, prefers, nameof(prefers.Items), "either 'is' or 'below' must say for which results");
        foreach (var norm in test.Norms)
        {
            context.Require(norm.Sex is "f" or "m" or "any", norm, nameof(norm.Sex), $"'{norm.Sex}' is not a sex; allowed: f, m, any");
            context.Require(norm.AgeFrom < norm.AgeTo, norm, nameof(norm.AgeTo), "'age_from' must be below 'age_to'");
            context.Require(norm.Below >= test.Min && norm.Below <= test.Max, norm, nameof(norm.Below),
                $"'below' must be from {test.Min} to {test.Max}");
        }
    }
}
