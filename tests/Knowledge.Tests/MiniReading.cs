namespace Mainstay.Knowledge.Tests;

/// <summary>Of the small folder: what can be read and done.</summary>
static class MiniReading
{
    public static readonly Dictionary<string, string> Files = new()
    {
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
        ["causes/posture.yaml"] = MiniTemplates.Cause("posture"),
        ["roads/no-early-help.yaml"] = MiniTemplates.Cause("no-early-help"),
        ["exercises/cat-cow.yaml"] = MiniTemplates.Item("cat-cow", "ref: X10\nharder: stroll"),
        ["modules/stroll.yaml"] = MiniTemplates.Item("stroll", "easier: cat-cow"),
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
    };
}
