namespace Mainstay.Knowledge.Tests;

/// <summary>Things of the small folder that there are several of.</summary>
static class MiniTemplates
{
    public static string Contributor(string id) => $$"""
        id: {{id}}
        name: Part
        summary: May play a part.
        about: [It can.]
        prior: 0.2
        evidence:
          - {when: {ge: [sitting_hours, 6]}, points: 1.5, points_if_not: -0.5, for: You sit a lot., sources: [judgement]}
        find_out: Try a week.
        claim: C-01
        tests: [reach]
        """;

    public static string Cause(string id) => $$"""
        id: {{id}}
        name: Cause
        summary: May play a part.
        about: [It can.]
        pointers:
          - {when: {ge: [sitting_hours, 6]}, says: You sit a lot.}
        helps: [cat-cow, massage, hurt]
        claims: [C-01]
        """;

    public static string Item(string id, string more) => $$"""
        id: {{id}}
        name: Move
        family: mobility
        summary: A move.
        steps: [Start., Move.]
        feel: Light.
        targets: [glutes, low_back]
        equipment: [chair]
        places: [home]
        dose: moves
        minutes: 3
        helps: {stress: 0.5}
        phases: {recovering: 1}
        claim: most-pain-eases
        cautions: [heat]
        stop: Stop if it hurts.
        rows: [S0-25]
        {{more}}
        """;
}
