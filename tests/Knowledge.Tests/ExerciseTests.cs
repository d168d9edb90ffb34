namespace Mainstay.Knowledge.Tests;

public class ExerciseTests
{
    static readonly Library Library = LibraryLoader.Check(KnowledgeFolder.Read(KnowledgeFolder.Find(AppContext.BaseDirectory)!)).Library!;
    static readonly Item[] Exercises = [.. Library.Items.Where(item => item.Ref is not null)];
    static readonly Family[] Moves = [Family.Mobility, Family.Stretch, Family.Strength, Family.Pressure];

    [Fact]
    public void All_58_exercises_are_there_once()
        => Assert.Equal(Enumerable.Range(1, 58).Select(n => $"X{n:00}"), Exercises.Select(item => item.Ref!).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_exercise_has_three_to_six_steps_a_main_target_and_a_start()
        => Assert.Empty(Exercises.Where(item => item.Steps.Length is < 3 or > 6 || item.Targets.IsEmpty || item.Start is null || item.Phases.IsEmpty).Select(item => item.Id));

    [Fact]
    public void A_ladder_never_leads_the_wrong_way()
    {
        int Level(string id) => Library.Items.Single(item => item.Id == id).Level;

        Assert.Empty(Exercises.Where(item => item.Easier is { } easier && Level(easier) > item.Level).Select(item => item.Id));
        Assert.Empty(Exercises.Where(item => item.Harder is { } harder && Level(harder) < item.Level).Select(item => item.Id));
    }

    [Fact]
    public void Every_move_waits_while_something_serious_is_to_be_looked_at()
        => Assert.Empty(Exercises.Where(item => Moves.Contains(item.Family) && !item.Cautions.Contains("seen-first")).Select(item => item.Id));

    [Fact]
    public void Loading_stretching_and_pressing_wait_past_the_first_days()
        => Assert.Empty(Exercises.Where(item => item.Family is Family.Strength or Family.Stretch or Family.Pressure && item.Phases.ContainsKey("first-days")).Select(item => item.Id));

    [Theory]
    [InlineData("supine", "flat-on-back")]
    [InlineData("prone", "flat-prone")]
    public void Lying_positions_carry_their_caution(string start, string caution)
        => Assert.Empty(Exercises.Where(item => item.Start == start && !item.Cautions.Contains(caution)).Select(item => item.Id));

    [Theory]
    [InlineData(Family.Stretch, "stretching")]
    [InlineData(Family.Strength, "strength")]
    [InlineData(Family.Pressure, "pressure")]
    public void Families_carry_their_caution(Family family, string caution)
        => Assert.Empty(Exercises.Where(item => item.Family == family && !item.Cautions.Contains(caution)).Select(item => item.Id));

    [Fact]
    public void Floor_positions_say_what_to_do_for_people_who_cannot_get_up_from_the_floor()
    {
        var heeding = Library.Cautions.Where(caution => Reads(caution.Block.Concat(caution.Modify))).Select(caution => caution.Id).ToHashSet();
        bool Reads(IEnumerable<Limit> limits) => limits.Any(limit => limit.When.ToString()!.Contains("cannot_rise_from_floor", StringComparison.Ordinal));
        bool Heeds(Item item) => Reads(item.Block.Concat(item.Modify)) || item.Cautions.Any(heeding.Contains);

        Assert.Empty(Exercises.Where(item => item.Start is "supine" or "side" or "prone" or "hands-knees" or "half-kneel" && !Heeds(item)).Select(item => item.Id));
    }

    [Fact]
    public void Pressing_names_where_never_to_press_and_how_hard_at_most()
    {
        foreach (var item in Exercises.Where(item => item.Family == Family.Pressure))
        {
            var text = string.Join(' ', item.Steps);
            Assert.True(text.Contains("ever ", StringComparison.Ordinal) || text.Contains("Keep it off", StringComparison.Ordinal), item.Id);
            Assert.Contains("five out of ten", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("trapezius-upper", 4)]
    [InlineData("thoracic-spine", 5)]
    [InlineData("rhomboids", 3)]
    [InlineData("latissimus", 3)]
    [InlineData("multifidus", 4)]
    [InlineData("quadratus-lumborum", 5)]
    [InlineData("gluteus-maximus", 5)]
    [InlineData("gluteus-medius", 5)]
    [InlineData("hamstrings", 5)]
    [InlineData("psoas", 3)]
    [InlineData("calves", 1)]
    [InlineData("rectus-abdominis", 3)]
    [InlineData("deep-abdominals", 3)]
    [InlineData("pectorals", 3)]
    public void Each_part_of_the_back_and_hips_has_exercises(string muscle, int atLeast)
        => Assert.InRange(Exercises.Count(item => item.Targets.Contains(muscle)), atLeast, 58);

    [Fact]
    public void Each_contributor_finds_several_exercises_in_each_phase()
    {
        foreach (var contributor in Library.Contributors)
            foreach (var phase in (string[])["first-days", "recovering", "lasting", "flare"])
            {
                var fits = Exercises.Count(item => item.Helps.GetValueOrDefault(contributor.Id) > 0 && item.Phases.GetValueOrDefault(phase) > 0);
                Assert.True(fits >= 3, $"{contributor.Id} in {phase}: {fits}");
            }
    }

    [Theory]
    [InlineData("home")]
    [InlineData("work")]
    [InlineData("travel")]
    public void Each_place_has_calm_movement_and_strength_with_nothing_to_buy(string place)
    {
        var atHand = Library.Equipment.Where(thing => thing.AtHand.Contains(place)).Select(thing => thing.Id).ToHashSet();
        var free = Exercises.Where(item => item.Places.Contains(place) && item.Equipment.All(atHand.Contains)).ToLookup(item => item.Family);

        Assert.NotEmpty(free[Family.Breathing]);
        Assert.InRange(free[Family.Mobility].Count(), 5, 58);
        Assert.InRange(free[Family.Strength].Count(), 4, 58);
        Assert.InRange(free[Family.Stretch].Count(), 5, 58);
    }
}
