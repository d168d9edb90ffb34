using System.Net;
using System.Text.RegularExpressions;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Motions;
using Mainstay.Web.Flow;
using Mainstay.Web.Moves;
using Mainstay.Web.Parts;
using Mainstay.Web.Texts;

namespace Mainstay.Web.Tests;

public sealed partial class MovesTests
{
    static string[] Shown(Page page) => [.. CardId().Matches(page.Html).Select(match => match.Groups[1].Value)];

    [Fact]
    public async Task Every_move_stands_on_the_page_and_has_a_page_with_all_its_text()
    {
        await using var app = new TestApp();
        Assert.Equal(TestApp.Library.Items.Select(item => item.Id).Order(), Shown(await app.Open("/moves")).Order());
        foreach (var item in TestApp.Library.Items)
        {
            var page = await app.Open($"/moves/{item.Id}");
            Assert.Equal(200, page.Status);
            var text = WebUtility.HtmlDecode(page.Html);
            foreach (var sentence in item.Steps.Concat([item.Name, item.Summary, item.Feel, item.Stop])) Assert.Contains(sentence, text, StringComparison.Ordinal);
            foreach (var limit in item.Block.Concat(item.Modify)) Assert.Contains(limit.Says, text, StringComparison.Ordinal);
            foreach (var motion in TestApp.Library.MotionsOf(item).Skip(1))
                foreach (var sentence in motion.Steps.Select(step => step.Say).OfType<string>().Prepend(motion.Title)) Assert.Contains(sentence, text, StringComparison.Ordinal);
            foreach (var other in new[] { item.Easier, item.Harder }.OfType<string>()) Assert.Contains($"href=\"/moves/{other}\"", page.Html, StringComparison.Ordinal);
        }
        Assert.Equal(404, (await app.Open("/moves/no-such-move")).Status);
    }

    [Fact]
    public async Task A_page_of_a_move_has_one_filled_button_to_do_it_now()
    {
        await using var app = new TestApp();
        Persona.Desk.Check(app.Get<Web.Flow.CareModels>(), app.Get<Web.Flow.PersonFile>());
        foreach (var id in new[] { "cat-cow", "figure-four", "small-breaks" }.Where(id => TestApp.Library.Items.Any(item => item.Id == id)))
        {
            var html = (await app.Open($"/moves/{id}")).Html;
            Assert.StartsWith("<a class=\"button\" href=\"/session?move=", Assert.Single(Filled().Matches(html[html.IndexOf("<main", StringComparison.Ordinal)..])).Value, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("<(?:a|button) class=\"button(?: big)?\"[^>]*>")]
    private static partial Regex Filled();

    public static TheoryData<string, Func<Item, bool>> Filters => new()
    {
        { "kind=stretch", item => item.Family == Family.Stretch },
        { "kind=warm&kind=calm", item => item.Family is Family.Heat or Family.Cold or Family.Breathing or Family.Relaxation },
        { "place=work", item => item.Places.Contains("work") },
        { "minutes=2", item => item.Minutes <= 2 },
        { "muscle=hamstrings", item => item.Targets.Contains("hamstrings") },
        { "thing=none", item => item.Equipment.IsEmpty },
        { "thing=chair&thing=wall", item => item.Equipment.All(thing => thing is "chair" or "wall") },
        { "kind=strength&place=work&minutes=3", item => item.Family == Family.Strength && item.Places.Contains("work") && item.Minutes <= 3 },
        { "find=HAMSTR", item => item.Targets.Contains("hamstrings") },
        { "kind=nonsense&minutes=-7&muscle=%00&thing=moon&place=", _ => true },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task The_filter_shows_what_fits_and_nothing_else(string query, Func<Item, bool> fits)
    {
        await using var app = new TestApp();
        var expected = TestApp.Library.Items.Where(fits).Select(item => item.Id).Order().ToArray();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, Shown(await app.Open($"/moves?{query}")).Order());
    }

    [Theory]
    [InlineData("hamstirngs", "hamstring")]
    [InlineData("a stretch for my calf", "stretch calf")]
    [InlineData("hot water bottle", "warm pack")]
    [InlineData("birddog", "bird dog")]
    [InlineData("wal", "wal")]
    public async Task What_is_typed_with_errors_or_in_everyday_words_finds_the_same(string typed, string meant)
    {
        await using var app = new TestApp();
        var expected = Shown(await app.Open($"/moves?find={Uri.EscapeDataString(meant)}"));
        Assert.InRange(expected.Length, 1, TestApp.Library.Items.Length - 1);
        Assert.Equal(expected, Shown(await app.Open($"/moves?find={Uri.EscapeDataString(typed)}")));
    }

    [Fact]
    public async Task A_correction_is_said_and_the_filter_stays_on_the_way_back_to_the_words()
    {
        await using var app = new TestApp();
        var page = WebUtility.HtmlDecode((await app.Open("/moves?find=hamstirngs&kind=stretch")).Html);
        Assert.Contains("We looked for “hamstrings”.", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/moves?find=hamstirngs&kind=stretch&as=typed\"", page, StringComparison.Ordinal);
        Assert.Empty(Shown(await app.Open("/moves?find=hamstirngs&kind=stretch&as=typed")));
    }

    [Fact]
    public async Task The_number_beside_a_choice_is_the_number_that_it_shows()
    {
        await using var app = new TestApp();
        var page = await app.Open("/moves?place=work");
        foreach (var shelf in Shelf.All)
        {
            var told = Regex.Match(page.Html, $"value=\"{shelf.Id}\"[^>]*>[^<]*<small class=\"num\">(\\d+)<").Groups[1].Value;
            Assert.Equal(told, $"{Shown(await app.Open($"/moves?place=work&kind={shelf.Id}")).Length}");
        }
    }

    [Fact]
    public async Task A_filter_that_nothing_fits_says_how_to_go_on_and_runs_nothing_that_was_typed()
    {
        await using var app = new TestApp();
        var page = await app.Open("/moves?find=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
        Assert.Equal(200, page.Status);
        Assert.Contains("No move fits all of that", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_answers_block_or_change_is_marked_with_the_sentence_of_the_limit_and_nothing_else_is()
    {
        await using var app = new TestApp();
        app.Answers(Someone.AtADesk);
        var care = app.Get<CareModels>().Model;
        var answers = app.Get<PersonFile>().Read().Answers;
        var standing = care.Contraindications.Of(answers, care.Triage.Assess(answers).Suspicions);
        var cards = WebUtility.HtmlDecode((await app.Open("/moves")).Html).Split("<li class=\"card").Skip(1).ToDictionary(card => CardId().Match("<li class=\"card" + card).Groups[1].Value);
        for (var at = 0; at < care.Library.Items.Length; at++)
        {
            var (item, reasons, changes) = (care.Library.Items[at], standing.Reasons(at), standing.Changes(at));
            Assert.Equal(!reasons.IsEmpty, cards[item.Id].Contains("Not for you now.", StringComparison.Ordinal));
            Assert.Equal(reasons.IsEmpty && !changes.IsEmpty, cards[item.Id].Contains("Do it your way.", StringComparison.Ordinal));
            if (!reasons.IsEmpty) Assert.Contains(reasons[0], cards[item.Id], StringComparison.Ordinal);
        }
        Assert.Contains("Warmth can push too much medicine out of a patch", cards["heat-pack"], StringComparison.Ordinal);
        var suited = Shown(await app.Open("/moves?suited=yes"));
        Assert.Equal(care.Library.Items.Where((_, at) => !standing.IsBlocked(at)).Select(item => item.Id).Order(), suited.Order());
    }

    [Fact]
    public async Task Before_the_first_answer_nothing_is_marked_and_the_page_leads_to_the_questions()
    {
        await using var app = new TestApp();
        var page = await app.Open("/moves");
        Assert.DoesNotContain("Not for you now.", page.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/check\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_an_emergency_the_text_still_shows_and_says_that_exercises_wait()
    {
        await using var app = new TestApp();
        app.Answers(Someone.WithCaudaEquina);
        Assert.Contains("Exercises wait for now.", (await app.Open("/moves")).Html, StringComparison.Ordinal);
        var move = WebUtility.HtmlDecode((await app.Open("/moves/cat-cow")).Html);
        Assert.Contains("Exercises wait for now.", move, StringComparison.Ordinal);
        Assert.Contains("href=\"/result\"", move, StringComparison.Ordinal);
        Assert.Contains(TestApp.Library.Items.First(item => item.Id == "cat-cow").Steps[0], move, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_move_with_a_motion_tells_what_it_does_in_the_model_and_what_that_does_not_mean()
    {
        await using var app = new TestApp();
        var move = WebUtility.HtmlDecode((await app.Open("/moves/standing-hamstring-hinge")).Html);
        Assert.Contains("What this does in the model", move, StringComparison.Ordinal);
        Assert.Matches("<dt><b>Gets long</b></dt><dd>" + TestApp.Library.Muscles.First(muscle => muscle.Id == "hamstrings").Name, move);
        Assert.Contains("Load is not pain", move, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_figure_of_a_move_is_shown_on_either_side_and_in_its_easier_way()
    {
        await using var app = new TestApp();
        var motion = TestApp.Library.Motions.First(one => one is { Exercise: not null, Side: MotionSide.Right, Variants.IsEmpty: false });
        var (url, variant) = ($"/moves/{motion.Exercise}", motion.Variants[0]);
        var usual = (await app.Open(url)).Html;
        Assert.DoesNotContain("side=\"left\"", usual, StringComparison.Ordinal);
        Assert.Contains($"href=\"{url}?side=left\"", usual, StringComparison.Ordinal);
        var other = (await app.Open($"{url}?way={variant.Id}&side=left")).Html;
        Assert.Contains("side=\"left\"", other, StringComparison.Ordinal);
        var file = Regex.Match(other, "motion=\"([^\"]*)\"").Groups[1].Value;
        Assert.StartsWith($"/motions/{motion.Id}~{variant.Id}.bin", file, StringComparison.Ordinal);
        Assert.Equal(200, (await app.Open(file)).Status);
        Assert.NotEqual((await app.Open(Regex.Match(usual, "motion=\"([^\"]*)\"").Groups[1].Value)).Html, (await app.Open(file)).Html);
        Assert.Equal(404, (await app.Open($"/motions/{motion.Id}~nothing.bin")).Status);
        Assert.DoesNotContain("side=\"left\"", (await app.Open($"{url}?way=nothing&side=moon")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_move_stands_on_one_shelf() =>
        Assert.Equal(Enum.GetValues<Family>().Order(), Shelf.All.SelectMany(shelf => shelf.Families).Order());

    [Theory]
    [InlineData(2, null, 30.0, null, true, "2 × 30 s a side")]
    [InlineData(1, null, 30.0, null, false, "30 s")]
    [InlineData(2, 10, null, null, false, "2 × 10")]
    [InlineData(1, 8, null, null, true, "8 times a side")]
    [InlineData(3, 4, 10.0, null, false, "3 × 4 holds of 10 s")]
    [InlineData(null, null, null, 0.5, false, "30 s")]
    [InlineData(null, null, null, 15.0, false, "15 min")]
    [InlineData(null, null, null, null, true, "")]
    public void A_dose_is_said_in_a_few_words(int? sets, int? reps, double? holdS, double? minutes, bool sides, string said)
    {
        var dose = new Dose { Id = "x", Text = "", Range = "", DaysPerWeek = 7, Sources = [], Sets = sets, Reps = reps, HoldS = holdS, Minutes = minutes };
        Assert.Equal(said, MoveWords.Dose(Phrases.English, dose, sides).Replace('\u00a0', ' '));
    }

    [Fact]
    public void Every_target_is_inside_its_picture()
    {
        var regions = TestApp.Library.Muscles.Where(muscle => !muscle.Regions.IsEmpty).ToArray();
        Assert.NotEmpty(regions);
        foreach (var muscle in regions)
        {
            var plates = PlateView.Of(muscle.Regions, []);
            Assert.Equal(muscle.Regions.Order(), plates.SelectMany(plate => plate.Main).Order());
            foreach (var plate in plates)
            {
                var box = plate.Box(1.2, 210).Split(' ').Select(number => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
                Assert.InRange(box[1], 0, 560);
                Assert.InRange(box[1] + box[3], 0, 560.1);
                foreach (var id in plate.Main)
                {
                    var heights = BodyShapes.All.Places[id].D.Split([' ', 'M', 'Q', 'z'], StringSplitOptions.RemoveEmptyEntries).Where((_, at) => at % 2 == 1).Select(number => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture));
                    Assert.All(heights, height => Assert.InRange(height, box[1] - .1, box[1] + box[3] + .1));
                }
            }
        }
    }

    [GeneratedRegex("<li class=\"card[^\"]*\" id=\"([a-z0-9-]+)\"")]
    private static partial Regex CardId();
}
