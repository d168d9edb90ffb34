using System.Collections.Immutable;
using Mainstay.Knowledge;

namespace Mainstay.Care;

/// <summary>The order of asking, compiled from the library: which screens open, which gates there are, and which inputs share a screen.</summary>
sealed class Screens
{
    /// <summary>Bands of <see cref="Screen.Order"/>.</summary>
    public const int DangerFrom = 40, ContributorsFrom = 200, PlanFrom = 300, OptionalFrom = 310;
    /// <summary>Gates of this order and above are about the plan.</summary>
    public const int PlanGatesFrom = 100;
    /// <summary>More small questions than this get a second screen.</summary>
    public const int MostQuestions = 6;

    readonly Questionnaire _questionnaire;
    readonly string[] _place;
    readonly HashSet<int> _onPlanGate;
    readonly Dictionary<int, int> _lineRank = [];
    readonly Dictionary<int, string> _lineOf = [];
    readonly Dictionary<string, (string Title, string? Help, int Order)> _titles = [];

    public Screens(Questionnaire questionnaire)
    {
        _questionnaire = questionnaire;
        var library = questionnaire.Library;
        Gates = [.. library.Gates.OrderBy(g => g.Order).ThenBy(g => g.Id, StringComparer.Ordinal).Select(g => new CompiledGate(g, questionnaire))];
        foreach (var screen in library.Screens) _titles[screen.Id] = (screen.Title, screen.Help, screen.Order);
        foreach (var gate in Gates)
            foreach (var line in gate.Lines) _titles["line:" + line.Line.Id] = (line.Line.Text, null, DangerFrom);
        var lineOf = _lineOf;
        foreach (var line in Gates.SelectMany(g => g.Lines))
            foreach (var input in line.Covers) _lineRank.TryAdd(input, _lineRank.Count);
        foreach (var gate in Gates)
            foreach (var line in gate.Lines)
                foreach (var input in line.Covers) lineOf.TryAdd(input, "line:" + line.Line.Id);
        _onPlanGate = [.. Gates.Where(g => g.IsForPlan).SelectMany(g => g.Lines).SelectMany(l => l.Covers)];
        _place = [.. questionnaire.Inputs.Select((input, i) => input.Screen ?? lineOf.GetValueOrDefault(i) ?? Follows(input, lineOf) ?? input.Id)];
        Opening = [.. library.Screens.Where(s => s.Order < DangerFrom).OrderBy(s => s.Order).Select(Members)];
        Plan = [.. library.Screens.Where(s => s.Order is >= PlanFrom and < OptionalFrom).OrderBy(s => s.Order).Select(Members)];
        Optional = [.. library.Screens.Where(s => s.Order >= OptionalFrom).OrderBy(s => s.Order).Select(Members)];
    }

    public ImmutableArray<CompiledGate> Gates { get; }
    public ImmutableArray<(string Id, ImmutableArray<int> Inputs)> Opening { get; }
    public ImmutableArray<(string Id, ImmutableArray<int> Inputs)> Plan { get; }
    /// <summary>Never asked by the interview itself: shown on pages of their own.</summary>
    public ImmutableArray<(string Id, ImmutableArray<int> Inputs)> Optional { get; }

    /// <summary>The screen an input is asked on: its own, or that of the gate line that covers it or opened it.</summary>
    public string PlaceOf(int input) => _place[input];

    /// <summary>The gate line that covers it.</summary>
    public string LineOf(int input) => _lineOf[input];

    public int OrderOf(int input) => _titles.TryGetValue(_place[input], out var title) ? title.Order : DangerFrom;

    /// <summary>A screen, or a question without one, that is about contributors by its place in the order.</summary>
    public bool IsAboutContributors(string screen) => _titles.TryGetValue(screen, out var title) && title.Order is >= ContributorsFrom and < PlanFrom;

    public bool IsOnPlanGate(int input) => _onPlanGate.Contains(input);

    /// <summary>Covered inputs in the order of gates and lines, the others after them in the order of screens.</summary>
    public int RankOf(int input) => _lineRank.TryGetValue(input, out var rank) ? rank : 10_000 + OrderOf(input);

    public ScreenToAsk Ask(string place, AskPurpose purpose, IEnumerable<int> inputs)
    {
        ImmutableArray<Input> questions = [.. inputs.Select(i => _questionnaire[i])];
        var (title, help) = _titles.TryGetValue(place, out var known) ? (known.Title, known.Help) : (questions[0].Label, null);
        return new(place, purpose, title, help, questions);
    }

    (string, ImmutableArray<int>) Members(Screen screen)
        => (screen.Id, [.. Enumerable.Range(0, _questionnaire.Count).Where(i => _questionnaire[i].Screen == screen.Id && !_questionnaire[i].Elsewhere)]);

    string? Follows(Input input, Dictionary<int, string> lineOf)
        => input.AskWhen is { } when
            ? Expression.Compile(when, _questionnaire).Inputs.Select(i => lineOf.GetValueOrDefault(i)).FirstOrDefault(line => line is not null) : null;
}

/// <summary>A gate with the conditions of its lines compiled.</summary>
sealed class CompiledGate
{
    public CompiledGate(Gate gate, Questionnaire questionnaire)
    {
        Gate = gate;
        AskWhen = Compile(gate.AskWhen);
        Lines = [.. gate.Lines.Select(l => (l, Compile(l.AskWhen), l.Covers.Select(questionnaire.IndexOf).ToImmutableArray()))];

        Expression? Compile(Condition? when) => when is null ? null : Expression.Compile(when, questionnaire);
    }

    public Gate Gate { get; }
    public string Id => "gate:" + Gate.Id;
    public Expression? AskWhen { get; }
    public ImmutableArray<(GateLine Line, Expression? AskWhen, ImmutableArray<int> Covers)> Lines { get; }
    public bool IsForPlan => Gate.Order >= Screens.PlanGatesFrom;
}
