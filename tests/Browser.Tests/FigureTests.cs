using System.Text.Json;
using Mainstay.Body.Model;
using Mainstay.Body.Motions;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Anatomy;
using Mainstay.Knowledge.Motions;
using Mainstay.Web.Tests;
using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

/// <summary>The moving figure in a browser without a graphics chip.</summary>
[Collection(Browsing.Name)]
public sealed class FigureTests(Chromium chromium)
{
    const double MostMetres = 0.001;
    const int LeastFrames = 30;
    const string Figure = "document.querySelector('mainstay-figure')";

    static readonly Lazy<System.Collections.Immutable.ImmutableArray<KnowledgeFile>> Files = new(() => KnowledgeFolder.Read(KnowledgeFolder.Find(AppContext.BaseDirectory)!));
    static readonly Lazy<Library> Known = new(() => LibraryLoader.Check(Files.Value).Library!);

    static IEnumerable<Motion> Motions => Known.Value.Motions.Where(motion => motion.Exercise is not null);

    static async Task<Visit> Open(Chromium chromium, RunningApp app, Motion motion, int width = 1280, bool still = false, ColorScheme theme = ColorScheme.Light, string query = "")
    {
        var visit = await chromium.Open(app, width, theme);
        await visit.Page.EmulateMediaAsync(new() { ReducedMotion = still ? ReducedMotion.Reduce : ReducedMotion.NoPreference });
        await visit.Page.GotoAsync($"/moves/{motion.Exercise}{query}");
        await visit.Page.WaitForFunctionAsync($"() => {Figure}?.state?.ready");
        return visit;
    }

    static string Twin(string id) => id[..^1] + (id.EndsWith("_r", StringComparison.Ordinal) ? "l" : id.EndsWith("_l", StringComparison.Ordinal) ? "r" : id[^1..]);

    static Task<int> Frames(Visit visit) => visit.Page.EvaluateAsync<int>($"() => {Figure}.state.frames");

    [Fact]
    public async Task Every_joint_is_within_a_millimetre_of_the_servers_at_every_moment()
    {
        var anatomy = AnatomyLoader.Load(Files.Value);
        var model = ModelBuilder.Build(anatomy, new Mainstay.Body.Model.Person(Sex.Male, anatomy.Skeleton.HeightM, anatomy.Skeleton.MassKg));
        var (writer, pose, frames, terms) = (new PoseWriter(model), new Pose(model), new Frames(model), new double[PoseTerms.Count]);
        await using var app = await RunningApp.Start();
        var sided = Motions.First(motion => motion.Side == MotionSide.Right);
        var varied = Motions.First(motion => !motion.Variants.IsEmpty);
        var way = varied.Variants[0];
        (Motion Motion, MotionVariant? Variant, string Query)[] shown = [.. Motions.Take(5).Select(motion => (motion, default(MotionVariant), "")), (sided, null, "?side=left"), (varied, way, $"?way={way.Id}")];
        foreach (var (motion, variant, query) in shown)
        {
            await using var visit = await Open(chromium, app, motion, query: query);
            var timeline = new MotionPoses(motion, variant).Timeline();
            double[] moments = [.. Enumerable.Range(0, 41).Select(k => timeline.Seconds * k / 40)];
            var told = await visit.Page.EvaluateAsync<JsonElement>($"moments => moments.map(at => {Figure}.jointsAt(at))", moments);
            var worst = 0.0;
            for (var k = 0; k < moments.Length; k++)
            {
                timeline.At(moments[k], terms);
                writer.Write(terms, pose);
                frames.Place(pose);
                for (var b = 0; b < model.BodyIds.Length; b++)
                {
                    var at = told[k].GetProperty(model.BodyIds[b]).EnumerateArray().Select(x => x.GetDouble()).ToArray();
                    // The left side is the right one in a mirror: the twin's place, with the other sign across.
                    var (of, across) = query == "?side=left" ? (model.BodyIds.IndexOf(Twin(model.BodyIds[b])), -1) : (b, 1);
                    worst = Math.Max(worst, Math.Sqrt(Enumerable.Range(0, 3).Sum(c => Math.Pow(at[c] - (c == 1 ? across : 1) * frames.Origin[3 * of + c], 2))));
                }
            }
            Assert.True(worst is > 0 and < MostMetres, $"{motion.Id}{query}: a joint is {worst * 1000:0.00} mm away");
            Assert.Empty(visit.Faults);
        }
    }

    [Fact]
    public async Task It_is_worked_by_keys_alone()
    {
        await using var app = await RunningApp.Start();
        await using var visit = await Open(chromium, app, Motions.First());
        var keys = new Keyboard(visit.Page);
        await keys.Reach("mainstay-figure canvas");
        var before = await Frames(visit);
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await visit.Page.WaitForFunctionAsync($"before => {Figure}.state.frames > before", before);
        await visit.Page.Keyboard.PressAsync("Space");
        Assert.False(await visit.Page.EvaluateAsync<bool>($"() => {Figure}.paused"));
        await keys.Reach("mainstay-figure [data-do=play]");
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.True(await visit.Page.EvaluateAsync<bool>($"() => {Figure}.paused"));
        await keys.Reach("mainstay-figure [data-do=slow]");
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("true", await visit.Page.GetAttributeAsync("[data-do=slow]", "aria-pressed"));
        await visit.Page.FocusAsync("mainstay-figure input[type=range]");
        await visit.Page.Keyboard.PressAsync("Home");
        Assert.Equal(0, await visit.Page.EvaluateAsync<double>($"() => {Figure}.time"), 3);
        Assert.NotEqual("", await visit.Page.TextContentAsync(".figure-says"));
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Where_less_motion_is_wished_for_it_shows_key_positions_and_nothing_moves_by_itself()
    {
        await using var app = await RunningApp.Start();
        await using var visit = await Open(chromium, app, Motions.First(), still: true);
        Assert.False(await visit.Page.IsVisibleAsync("[data-do=play]"));
        Assert.False(await visit.Page.IsVisibleAsync("mainstay-figure input[type=range]"));
        var from = await visit.Page.EvaluateAsync<double>($"() => {Figure}.time");
        await visit.Page.ClickAsync("[data-do=next]");
        Assert.NotEqual(from, await visit.Page.EvaluateAsync<double>($"() => {Figure}.time"));
        await visit.Page.EvaluateAsync($"() => {Figure}.play()");
        Assert.True(await visit.Page.EvaluateAsync<bool>($"() => {Figure}.paused"));
    }

    [Fact]
    public async Task It_draws_only_when_something_changes_and_not_out_of_sight()
    {
        await using var app = await RunningApp.Start();
        await using var visit = await Open(chromium, app, Motions.First());
        await visit.Page.WaitForTimeoutAsync(1500);
        var still = await Frames(visit);
        await visit.Page.WaitForTimeoutAsync(700);
        Assert.Equal(still, await Frames(visit));
        await visit.Page.EvaluateAsync($"() => {{ {Figure}.play(); document.body.style.paddingBottom = '4000px'; window.scrollTo(0, 4000); }}");
        await visit.Page.WaitForTimeoutAsync(800);
        var away = await Frames(visit);
        await visit.Page.WaitForTimeoutAsync(700);
        Assert.Equal(away, await Frames(visit));
        await visit.Page.EvaluateAsync("() => window.scrollTo(0, 0)");
        await visit.Page.WaitForFunctionAsync($"away => {Figure}.state.frames > away + 5", away);
    }

    [Fact]
    public async Task When_the_picture_is_lost_the_servers_drawing_takes_its_place_until_it_is_back()
    {
        await using var app = await RunningApp.Start();
        await using var visit = await Open(chromium, app, Motions.First());
        await visit.Page.EvaluateAsync("() => { const canvas = document.querySelector('mainstay-figure canvas'); window.lost = canvas.getContext('webgl2').getExtension('WEBGL_lose_context'); window.lost.loseContext(); }");
        await visit.Page.WaitForFunctionAsync($"() => !{Figure}.hasAttribute('data-ready')");
        Assert.True(await visit.Page.IsVisibleAsync("mainstay-figure .picture img"));
        await visit.Page.EvaluateAsync("() => window.lost.restoreContext()");
        await visit.Page.WaitForFunctionAsync($"() => {Figure}.hasAttribute('data-ready')");
    }

    [Theory]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task Axe_finds_nothing_on_the_page_of_a_move(int width, ColorScheme theme)
    {
        await using var app = await RunningApp.Start();
        await using var visit = await Open(chromium, app, Motions.First(), width, theme: theme);
        Tour.FoundNothing(await Axe.Run(visit.Page));
        foreach (var box in await visit.Page.EvaluateAsync<double[]>("() => [...document.querySelectorAll('.figure-tools :is(button, input)')].filter(one => one.offsetParent).map(one => one.getBoundingClientRect().height)")) Assert.InRange(box, 44, 200);
    }

    [Fact]
    public async Task It_holds_thirty_frames_a_second_without_a_graphics_chip()
    {
        await using var app = await RunningApp.Start();
        await using var visit = await Open(chromium, app, Motions.First(), width: 760);
        await visit.Page.EvaluateAsync($"() => {Figure}.play()");
        // It finds its own quality first.
        await visit.Page.WaitForTimeoutAsync(2500);
        var rates = new List<double>();
        for (var k = 0; k < 3; k++)
            rates.Add(await visit.Page.EvaluateAsync<double>($"async () => {{ const from = {Figure}.state.frames, start = performance.now(); await new Promise(done => setTimeout(done, 1000)); return ({Figure}.state.frames - from) / (performance.now() - start) * 1000; }}"));
        // The best of three seconds: other work on the machine is not the figure's.
        Assert.True(rates.Max() >= LeastFrames, $"{string.Join(", ", rates.Select(rate => (int)rate))} frames a second");
    }
}
