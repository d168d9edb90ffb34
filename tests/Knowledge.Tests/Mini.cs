using System.Collections.Immutable;

namespace Mainstay.Knowledge.Tests;

/// <summary>A small knowledge folder without a fault. Each test spoils one thing of it and looks for the one error.</summary>
sealed record Mini(ImmutableSortedDictionary<string, string> Files)
{
    public static readonly Mini Good = new(Build());

    public Mini With(string path, string text) => new(Files.SetItem(path, text));
    public Mini Without(string path) => new(Files.Remove(path));

    /// <summary>Spoils one place; fails where the text to replace is not there exactly once.</summary>
    public Mini Replace(string path, string old, string by)
    {
        var text = Files[path];
        Assert.Equal(2, text.Split(old).Length);
        return With(path, text.Replace(old, by, StringComparison.Ordinal));
    }

    public Mini Add(string path, string text) => With(path, Files[path] + text);

    public ImmutableArray<KnowledgeFile> AsFiles => [.. Files.Select(file => new KnowledgeFile(file.Key, file.Value))];
    public LoadResult Check(string language = "en") => LibraryLoader.Check(AsFiles, language);

    /// <summary>The only error there is.</summary>
    public ContentError Error(string language = "en") => Assert.Single(Check(language).Errors);

    static ImmutableSortedDictionary<string, string> Build()
    {
        var files = new Dictionary<string, string>
        {
            ["words.yaml"] = """
                avoid:
                  - word: damag*
                    why: It frightens.
                    instead: sore
                  - word: weak
                    why: It frightens.
                    instead: less strong
                    allow: [weak evidence]
                easy: [physiotherapist]
                """,
            ["questions/about.yaml"] = """
                - id: age
                  kind: number
                  text: How old are you?
                  why: Some risks change with age.
                  label: Age
                  min: 0
                  max: 120
                  mandatory: true
                  screen: you
                - id: regions
                  kind: set
                  text: Where does it hurt?
                  why: The place tells a lot.
                  label: Places
                  options:
                    - {id: low_back, text: Low back}
                    - {id: neck, text: Neck}
                  screen: you
                - id: goals
                  kind: set
                  text: What do you want back?
                  why: We plan for it.
                  label: Goals
                  options:
                    - {id: walk, text: Walk}
                    - {id: sleep, text: Sleep}
                  screen: you
                - id: sitting_hours
                  kind: number
                  text: How long do you sit each day?
                  why: Sitting long can play a part.
                  label: Sitting
                  min: 0
                  max: 24
                """,
            ["questions/danger.yaml"] = """
                - id: fever
                  kind: yes_no
                  text: Do you have a fever?
                  why: A fever can mean an infection.
                  label: Fever
                  danger: true
                  mandatory: true
                  harmless: no
                - id: leg_weak
                  kind: choice
                  text: Does a leg give way?
                  why: Nerves can be the reason.
                  label: Leg
                  danger: true
                  harmless: none
                  options:
                    - {id: none, text: No}
                    - {id: mild, text: A little}
                    - {id: severe, text: Very}
                - id: known_cause
                  kind: yes_no
                  text: Do you know why?
                  why: A cold can be the reason.
                  label: Known
                  ask_when: {yes: fever}
                """,
            ["questions/gates.yaml"] = """
                - id: danger
                  text: Any of these?
                  why: They need care soon.
                  order: 1
                  lines:
                    - {id: fever, text: A fever, covers: [fever]}
                    - {id: leg, text: A leg gives way, covers: [leg_weak]}
                """,
            ["questions/screens.yaml"] = """
                - {id: you, title: You, order: 1}
                """,
            ["safety/rules.yaml"] = """
                - id: RF-01
                  level: E
                  name: A leg gives way
                  term: Motor deficit
                  system: nerves
                  when: {eq: [leg_weak, severe]}
                  reason: It must be seen.
                  do: [Call for help., Lie down.]
                  avoid: [Do not drive.]
                  say: My leg gives way.
                  suspects: [cord]
                  sources: [nice-ng59]
                  basis: NG59
                  verified: true
                - id: RF-02
                  level: U14
                  name: Fever
                  term: Fever
                  system: infection
                  when: {any: [{yes: fever}, {eq: [leg_weak, mild]}]}
                  unless: {yes: known_cause}
                  reason: It should be seen.
                  sources: [nice-ng59]
                  basis: our judgement
                """,
            ["safety/harmless.yaml"] = """
                - input: fever
                  reason: A cold is common.
                  sources: [nice-ng59]
                """,
            ["safety/spasm.yaml"] = string.Join('\n', Enumerable.Range(1, 6).Select(n => $"- {{id: s{n}, text: Sign, covers: [fever]}}")),
            ["sources/all.yaml"] = """
                - {id: nice-ng59, citation: "NICE NG59", year: 2016, verified: true}
                - {id: judgement, citation: Our own, year: 2026, verified: false}
                """,
            ["claims/c-01.yaml"] = """
                id: most-pain-eases
                ref: C-01
                statement: Most back pain eases.
                verdict: supported
                says: Most people feel better in weeks.
                effect: Pain fell in most people.
                verified: true
                sources: [nice-ng59]
                reviewed: 2026-01-01
                next_review: 2027-01-01
                """,
            ["causes/posture.yaml"] = Cause("posture"),
            ["roads/no-early-help.yaml"] = Cause("no-early-help"),
            ["exercises/cat-cow.yaml"] = Item("cat-cow", "ref: X10\nharder: stroll"),
            ["modules/stroll.yaml"] = Item("stroll", "easier: cat-cow"),
            ["cautions/heat.yaml"] = """
                id: heat
                name: Warmth
                block:
                  - {when: {yes: fever}, says: Not with a fever.}
                  - {when: {suspects: cord}, says: Not until you were seen., unknown_blocks: true}
                modify:
                  - {when: {ge: [age, 75]}, says: Keep it short., max_minutes: 10}
                sources: [nice-ng59]
                """,
            ["therapies/massage.yaml"] = """
                id: massage
                name: Massage
                summary: It can feel good.
                evidence: [It helps a little.]
                cost: Some money.
                choose: [Ask first.]
                careful: Stop if it hurts.
                claim: most-pain-eases
                cautions: [heat]
                """,
            ["lessons/hurt.yaml"] = """
                id: hurt
                title: Hurt
                minutes: 3
                order: 1
                parts:
                  - {heading: First, text: [Pain is an alarm.]}
                takeaway: Keep moving.
                question:
                  id: hurt-q
                  text: What is pain?
                  options:
                    - {text: An alarm, right: true, answer: Yes.}
                    - {text: A colour, answer: No.}
                claims: [C-01]
                """,
            ["tests/reach.yaml"] = """
                id: reach
                name: Reach
                summary: How far you reach.
                steps: [Stand., Reach.]
                unit: cm
                min: 0
                max: 80
                inputs: []
                reading: [Less is more.]
                norms:
                  - {sex: any, age_from: 18, age_to: 60, below: 20}
                stop: Stop if it hurts.
                sources: [nice-ng59]
                informs: [low-strength]
                """,
            ["doses.yaml"] = """
                - id: moves
                  text: Ten times
                  days_per_week: 5
                  range: Five to fifteen
                  sources: [nice-ng59]
                """,
            ["muscles.yaml"] = "- {id: glutes, name: Glutes, regions: [low_back]}",
            ["equipment.yaml"] = "- {id: chair, name: Chair}",
            ["quiz.yaml"] = """
                - id: q-one
                  text: Which is best?
                  options:
                    - {text: The next, right: true, answer: Yes.}
                    - {text: The last, answer: No.}
                  claims: [C-01]
                """,
            ["faq.yaml"] = "- {id: rest, question: Must I rest?, answer: [No.], claims: [C-01]}",
            ["myths.yaml"] = "- {id: glass, saying: Backs are weak and damaged., truth: They are not., claims: [C-01]}",
            ["glossary.yaml"] = "- {id: disc, word: Disc, meaning: A cushion.}",
            ["tips.yaml"] = "- {id: sail, title: Sail, text: [Ropes hold it.], kind: picture}",
            ["challenge.yaml"] = "- {id: walk-a-bit, day: 1, category: move, title: Walk, text: Walk a bit., minutes: 5, ladder: [One., Two., Three.], cautions: [heat]}",
            ["course.yaml"] = """
                - id: acute
                  from_days: 0
                  to_days: 42
                  points: [{week: 0, pain: 56}, {week: 6, pain: 26}]
                  spread: 20
                  says: It eases.
                  certainty: moderate
                  sources: [nice-ng59]
                """,
            ["lasting.yaml"] = """
                - id: much-sitting
                  when: {gt: [sitting_hours, 8]}
                  points: 1
                  changeable: true
                  name: Sitting
                  says: You sit a lot.
                  helps: cat-cow
                  sources: [judgement]
                """,
            ["services.yaml"] = """
                - id: GB
                  name: Great Britain
                  emergency: "999"
                  source_name: NHS
                  checked: 2026-01-01
                  verified: true
                """,
            ["plan.yaml"] = """
                verdict: {supported: 1, partly_supported: 0.7, weak: 0.4, unsupported: 0.1, contradicted: 0, mixed: 0.5}
                general: 0.2
                repeat: 0.6
                liked: 1.3
                disliked: 0.5
                goals:
                  walk: {walking: 1.5}
                max_items: 6
                note: All of these are our judgement.
                """,
        };
        string[] contributors =
        [
            "acute-strain", "prolonged-sitting", "over-exercise", "stress", "tight-hamstrings-hip-flexors", "tender-points", "low-strength",
                "nerve-root",
            "facet", "stenosis", "sacroiliac", "inflammatory", "sensitised",
        ];
        foreach (var id in contributors) files[$"contributors/{id}.yaml"] = Contributor(id);
        return files.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    static string Contributor(string id) => $$"""
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

    static string Cause(string id) => $$"""
        id: {{id}}
        name: Cause
        summary: May play a part.
        about: [It can.]
        pointers:
          - {when: {ge: [sitting_hours, 6]}, says: You sit a lot.}
        helps: [cat-cow, massage, hurt]
        claims: [C-01]
        """;

    static string Item(string id, string more) => $$"""
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
