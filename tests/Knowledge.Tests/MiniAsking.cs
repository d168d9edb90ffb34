namespace Mainstay.Knowledge.Tests;

/// <summary>Of the small folder: what is asked, and what the answers may mean.</summary>
static class MiniAsking
{
    public static readonly Dictionary<string, string> Files = new()
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
              say: I have a fever.
              sources: [nice-ng59]
              basis: our judgement
            """,
        ["safety/harmless.yaml"] = """
            - input: fever
              reason: A cold is common.
              sources: [nice-ng59]
            """,
        ["safety/spasm.yaml"] = string.Join('\n', Enumerable.Range(1, 6).Select(n => $"- {{id: s{n}, text: Sign, covers: [fever]}}")),
    };
}
