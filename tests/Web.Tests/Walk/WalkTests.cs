using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests.Walk;

public sealed class WalkTests
{
    /// <summary>With it, every kind of page is there: the check's steps, the result, the plan, the letter.</summary>
    [Fact]
    public async Task Every_link_and_every_form_works_without_JavaScript_for_somebody_with_a_finished_check()
    {
        await using var app = new TestApp(new(Phone: true));
        Persona.Desk.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        var devices = app.Get<Hosting.DeviceList>();
        devices.LetIn(devices.NewCode(), "Phone");
        await Walks(app, leastPages: 250, leastForms: 300);
    }

    [Fact]
    public async Task And_for_somebody_who_needs_help_now()
    {
        await using var app = new TestApp();
        Persona.Emergency.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        await Walks(app, leastPages: 200, leastForms: 100);
    }

    [Fact]
    public async Task And_for_somebody_who_is_new()
    {
        await using var app = new TestApp();
        await Walks(app, leastPages: 150, leastForms: 20);
    }

    static async Task Walks(TestApp app, int leastPages, int leastForms)
    {
        var walker = new Walker(app);
        await walker.Walk();
        Assert.True(walker.Faults.Count == 0, $"{walker.Faults.Count} faults on {walker.Pages} pages with {walker.Sent} forms:\n{string.Join('\n', walker.Faults.Distinct().Take(60))}");
        Assert.True(walker.Pages >= leastPages && walker.Sent >= leastForms, $"only {walker.Pages} pages and {walker.Sent} forms");
    }
}
