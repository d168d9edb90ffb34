using Mainstay.Web.Tests;
using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

/// <summary>What a screen reader is given, in its order: names and roles. A part that is not named here may stand between.</summary>
[Collection(Browsing.Name)]
public sealed class ReadOutTests(Chromium chromium)
{
    static Task Reads(ILocator part, string order) => Assertions.Expect(part).ToMatchAriaSnapshotAsync(order, new() { Timeout = 20_000 });

    [Fact]
    public async Task Today_reads_its_moves_then_the_check_in_with_its_groups_and_the_tap_of_danger()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app);
        await visit.Go("/");
        await Reads(visit.Page.Locator("body"), """
            - link "Skip to the page"
            - navigation "Main":
              - link "Spasm now"
              - list:
                - listitem:
                  - link "Today"
            - banner
            - main:
              - heading [level=1]
              - region "Your moves today":
                - heading "Your moves today" [level=2]
              - region "How is it right now?":
                - heading "How is it right now?" [level=2]
                - group "Pain right now, from 0 to 10":
                  - radio "0"
                  - radio "10"
                - group "Stiff":
                  - radio "Not"
                  - radio "Very"
                - group "Mood":
                  - radio "Low"
                - group "Anything new? Between your legs, bladder, bowels, legs, chest, or a fever?":
                  - button "No. Save"
                  - button "Yes"
              - region "Your last seven days":
                - list
            """);
    }

    [Fact]
    public async Task The_player_reads_the_move_its_time_how_it_feels_and_then_its_buttons()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app);
        var page = visit.Page;
        await visit.Go("/session?move=bird-dog&move=cat-cow");
        await page.Listens();
        await page.Locator("#begin label:has(input[value='4'])").ClickAsync();
        await page.Locator("#begin button[value='no']").ClickAsync();
        await Reads(page.Locator("body"), """
            - banner:
              - link "Leave"
              - list "Move 1 of 2"
              - link "Spasm now"
            - main:
              - figure:
                - img "The move, as a moving figure. Arrow keys turn it."
                - button "Sound, voice and keys"
              - heading "Bird dog" [level=1]
              - paragraph:
                - button "Easier version"
              - timer
              - group "How does it feel?":
                - button "Fine"
                - button "It hurts more"
                - button "Too much"
              - button "Back"
              - button "Pause"
              - button "Skip"
              - group: How to do it
              - paragraph: /Next/
            """);
        await page.ClickAsync("[data-do='much']");
        await Reads(page.Locator("main"), """
            - heading "Bird dog" [level=1]
            - group "Pain at its worst during it, from 0 to 10":
              - radio "0"
              - radio "10"
            - group "Did anything happen in a leg?":
              - checkbox "Pain moved down the leg"
              - checkbox /New in the leg/
            - button /Do the easier one/
            - button "Leave it for today"
            """);
        await page.ClickAsync("[data-panel='more'] label:has(input[name='moved'])");
        await page.ClickAsync("[data-panel='more'] button[type='submit']");
        await Reads(page.Locator("main"), """
            - heading "Stop here for now" [level=1]
            - paragraph
            - paragraph: /Call/
            - link "Answer them now"
            - link "Spasm now"
            """);
    }

    [Fact]
    public async Task The_body_page_reads_what_is_chosen_what_it_does_and_what_it_can_not_say()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app);
        await visit.Go("/body?posture=bend&tight-hamstrings=10");
        await Reads(visit.Page.Locator("main"), """
            - heading "The mast and its ropes" [level=1]
            - group "Posture or movement":
              - radio "Stand"
              - radio "Bend a little" [checked]
            - figure:
              - img /as a figure/
              - group "View":
                - button "From the side"
            - region "Load on each disc":
              - heading "Load on each disc" [level=2]
              - list:
                - listitem: /T12/
                - listitem: /L5/
            - region "Load and muscles":
              - slider "Load in the hands"
              - spinbutton "Load in the hands"
              - group "Tighter than usual":
                - slider "Back of the thighs": "10"
              - group "Weaker than usual"
            - region "What the model can not say":
              - heading "What the model can not say" [level=2]
              - list
            """);
    }
}
