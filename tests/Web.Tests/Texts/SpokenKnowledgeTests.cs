using System.Net;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Flow;
using Mainstay.Web.Hosting;

namespace Mainstay.Web.Tests.Texts;

/// <summary>The knowledge in the person's language.</summary>
public sealed class SpokenKnowledgeTests : IDisposable
{
    const string Claim = "Fast jeder Rückenschmerz kommt aus den Muskeln.", Question = "Wie alt sind Sie?", Move = "Katze und Kuh", Step = "Machen Sie den Rücken rund.";

    readonly string _folder = Directory.CreateTempSubdirectory("mainstay-knowledge-").FullName;

    static Claim First => TestApp.Library.Claims.First(claim => claim.Ref == "C-01");
    static Item CatCow => TestApp.Library.Items.First(item => item.Id == "cat-cow");
    static Input Age => TestApp.Library.Inputs.First(input => input.Id == "age");

    /// <summary>The English knowledge with a small German translation beside it.</summary>
    void Translate(string claim = Claim)
    {
        var shipped = KnowledgeFolder.Find(AppContext.BaseDirectory)!;
        foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(_folder, Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        var questions = KnowledgeFolder.Read(shipped).Single(file => file.Path.StartsWith("questions/", StringComparison.Ordinal) && file.Text.Contains("- id: age\n", StringComparison.Ordinal)).Path;
        // A language is offered when most of its phrases are there: these are the English ones but for one.
        foreach (var book in Directory.EnumerateFiles(Path.Combine(shipped, "texts", "en")))
            Write($"texts/de/{Path.GetFileName(book)}", System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(book), "(?m)^\"?Save\"?: .*$", "\"Save\": \"Speichern\""));
        Write("translations/de/claims/c-01.yaml", $"statement: {claim}\n");
        Write($"translations/de/{questions}", $"- id: age\n  text: {Question}\n");
        Write("translations/de/exercises/cat-cow.yaml", $"name: {Move}\nsteps: [{Step}]\n");
    }

    void Write(string path, string text)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    static async Task<string> Read(TestApp app, string path, string accept = "de") =>
        WebUtility.HtmlDecode((await app.Send("GET", path, headers: ("Accept-Language", accept))).Html);

    [Fact]
    public async Task What_is_translated_is_said_in_the_persons_language_and_the_rest_in_English()
    {
        Translate();
        await using var app = new TestApp(new WebOptions(Knowledge: _folder));
        var claim = await Read(app, $"/learn/claims/{First.Id}");
        Assert.Contains(Claim, claim, StringComparison.Ordinal);
        Assert.DoesNotContain(First.Statement, claim, StringComparison.Ordinal);
        Assert.Contains(First.Says, claim, StringComparison.Ordinal);
        var question = await Read(app, "/check/1");
        Assert.Contains(Question, question, StringComparison.Ordinal);
        Assert.DoesNotContain(Age.Text, question, StringComparison.Ordinal);
        var move = await Read(app, "/moves/cat-cow");
        Assert.Contains(Move, move, StringComparison.Ordinal);
        Assert.Contains(Step, move, StringComparison.Ordinal);
        Assert.Contains(CatCow.Summary, move, StringComparison.Ordinal);
        Assert.Contains(Move, await Read(app, "/learn/search?q=katze"), StringComparison.Ordinal);
        Assert.Contains(Move, await Read(app, "/moves?find=kuh"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_request_is_told_it_in_its_own_language_and_the_persons_choice_counts_before_the_browsers()
    {
        Translate();
        await using var app = new TestApp(new WebOptions(Knowledge: _folder));
        Assert.Contains(Move, await Read(app, "/moves/cat-cow"), StringComparison.Ordinal);
        Assert.Contains(CatCow.Name, await Read(app, "/moves/cat-cow", "en"), StringComparison.Ordinal);
        app.Get<PersonFile>().Write(new SettingChanged("language", "en"));
        Assert.Contains(CatCow.Name, await Read(app, "/moves/cat-cow"), StringComparison.Ordinal);
        app.Get<PersonFile>().Write(new SettingChanged("language", "de"));
        Assert.Contains(Move, await Read(app, "/moves/cat-cow", "en"), StringComparison.Ordinal);
        Assert.Same(app.Get<SpokenLanguages>().Of("de"), app.Get<SpokenLanguages>().Of("de"));
    }

    [Fact]
    public async Task A_translation_that_is_wrong_leaves_everything_in_English()
    {
        Translate();
        Write("translations/de/exercises/bird-dog.yaml", "name: Vierfüßler\ndose: none\n");
        await using var app = new TestApp(new WebOptions(Knowledge: _folder));
        Assert.Contains(CatCow.Name, await Read(app, "/moves/cat-cow"), StringComparison.Ordinal);
        Assert.Same(app.Get<SpokenLanguages>().English, app.Get<SpokenLanguages>().Of("de"));
    }

    public static TheoryData<string> People => [Someone.AtADesk, Someone.WithCaudaEquina, Someone.InDarkThoughts, """{"age": 15}""", """{"age": 71, "nprs": 8, "onset_days": 200, "leg_pain": "yes"}"""];

    [Theory]
    [MemberData(nameof(People))]
    public async Task What_is_judged_and_planned_is_the_same_in_any_language(string answers)
    {
        await using var app = new TestApp(languages: Pseudo.Languages, translate: language => language == "fr" ? PseudoKnowledge.Library : null);
        app.Answers(answers);
        var spoken = app.Get<SpokenLanguages>();
        var person = app.Get<PersonFile>().Read();
        var (english, other) = (spoken.English.Care, spoken.Of("fr").Care);
        Assert.NotSame(english.Model.Library, other.Model.Library);
        Assert.Equal(Judged(english, person), Judged(other, other.Worded(person)));
        Assert.Equal("fr", other.Worded(person).Answers.Questionnaire.Library.Language);
    }

    static string[] Judged(CareModels care, Person person)
    {
        var day = care.Day(person);
        return
        [
            $"{day.Assessment.Triage.Urgency} {day.Mode} {day.Plan.Withheld} {care.Next(person)?.Id}",
            .. day.Assessment.Triage.Fired.Select(fired => $"{fired.Rule.Id} {care.Triage.Fingerprint(fired.Rule.Id, person.Answers)}"),
            .. care.Model.Contributors.Weigh(person.Answers).Named.Select(one => one.Id),
            .. day.Plan.Plan?.Days.SelectMany((planned, at) => planned.Items.Select(item => $"{at}: {item.Id} {item.Dose.Id} {item.Minutes} {item.Place} {string.Join(' ', item.Alternatives)}")) ?? [],
            .. day.Items.Select(item => $"{item.Item.Id} {item.Sets} {string.Join(' ', item.Reps)} {item.HoldS}"),
        ];
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
