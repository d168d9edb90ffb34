namespace Mainstay.Care.Tests;

/// <summary>From when a red and a bad spell count: only what was answered after them settles them.</summary>
public class RedDatingTests
{
    static readonly Guid One = new(1, 5, 5, new byte[8]), Two = new(2, 5, 5, new byte[8]);

    static Diary Desk => new(RealCare.DeskWorker);

    static ItemReport Of(Guid session, string item, double worst) => new() { Session = session, Item = item, Worst = worst, After = Math.Min(worst, 4), Asked = 8, Done = 8 };

    static Rescreen? Due(Diary diary, int day, double hour) => diary.On(day, hour).Rescreen;

    static Diary Answer(Diary diary, int day, double hour) => diary.Ask(day, hour, Due(diary, day, hour)!.Inputs);

    [Fact]
    public void A_red_move_whose_questions_were_answered_is_not_asked_about_again_while_the_session_goes_on()
    {
        var diary = Desk.Note(0, 17, new SessionStart { Session = One, Pain = 3, AnyNew = false }).Note(0, 17.1, Of(One, "hip-hinge", 8));
        Assert.True(Due(diary, 0, 17.11)!.Holds);
        Answer(diary, 0, 17.12);
        Assert.Null(Due(diary, 0, 17.13));
        diary.Note(0, 17.2, Of(One, "cat-cow", 3));
        Assert.Null(Due(diary, 0, 17.21));
        diary.Note(0, 17.3, new SessionEnd { Session = One, Pain = 4 });
        Assert.Null(Due(diary, 0, 17.31));
        diary.Note(1, 8, new SessionAfter { Session = One, Settled = Settling.WithinDay, Morning = 4 });
        Assert.Null(Due(diary, 1, 9));
    }

    [Fact]
    public void Each_further_red_of_a_session_asks_anew()
    {
        var diary = Desk.Note(0, 17, new SessionStart { Session = One, Pain = 3, AnyNew = false }).Note(0, 17.1, Of(One, "hip-hinge", 8));
        Answer(diary, 0, 17.12);
        diary.Note(0, 17.2, Of(One, "cat-cow", 8));
        Assert.True(Due(diary, 0, 17.21)!.Holds);
        Answer(diary, 0, 17.22);
        diary.Note(0, 17.3, new SessionEnd { Session = One, Pain = 9 });
        Assert.True(Due(diary, 0, 17.31)!.Holds);
        Answer(diary, 0, 17.32);
        diary.Note(0, 18, new SessionAfter { Session = One, NewLegSign = true });
        Assert.True(Due(diary, 0, 18.1)!.Holds);
    }

    public static TheoryData<Daily> BadMornings =>
    [
        new SessionAfter { Session = One, Settled = Settling.Longer }, new SessionAfter { Session = One, Morning = 8 }, new SessionAfter { Session = One, Moved = PainMoved.Down },
        new CheckIn { Pain = 8, AnyNew = false }, new DiaryNote { Pain = 8 },
    ];

    [Theory]
    [MemberData(nameof(BadMornings))]
    public void A_red_that_the_next_morning_tells_of_counts_from_then(Daily told)
    {
        var diary = Desk.Note(0, 17, new SessionStart { Session = One, Pain = 3, AnyNew = false }).Note(0, 17.1, Of(One, "hip-hinge", 4)).Note(0, 17.2, new SessionEnd { Session = One, Pain = 4 });
        Assert.Null(Due(diary, 0, 18));
        // All of it was answered that evening, before anybody knew.
        diary.Ask(0, 20, diary.Answers.Questionnaire.Inputs.Select(input => input.Id));
        diary.Note(1, 7, told);
        var due = Due(diary, 1, 7.1)!;
        Assert.True(due.Holds);
        Assert.Contains("ask_red", due.Whys.Select(why => why.Rule));
        Answer(diary, 1, 7.2);
        Assert.Null(Due(diary, 1, 7.3));
    }

    [Fact]
    public void The_latest_red_counts_and_not_that_of_the_latest_session()
    {
        // Session two is red at once; only after it the first one turns out to have been red too.
        var diary = Desk.Note(0, 10, new SessionStart { Session = One, Pain = 3, AnyNew = false }).Note(0, 10.1, Of(One, "cat-cow", 4))
            .Note(0, 17, new SessionStart { Session = Two, Pain = 3, AnyNew = false }).Note(0, 17.1, Of(Two, "hip-hinge", 8));
        Answer(diary, 0, 17.2);
        Assert.Null(Due(diary, 0, 17.3));
        diary.Note(0, 19, new SessionAfter { Session = One, Moved = PainMoved.Down });
        Assert.True(Due(diary, 0, 19.1)!.Holds);
    }

    [Fact]
    public void A_bad_spell_counts_from_the_reading_that_made_it_one()
    {
        var diary = Desk;
        for (var day = 0; day < 10; day++) diary.Pain(day, 3);
        diary.Pain(10, 6);
        diary.Ask(11, 7, diary.Answers.Questionnaire.Inputs.Select(input => input.Id));
        diary.Pain(11, 6);
        var due = Due(diary, 11, 8.1)!;
        Assert.Contains("ask_flare", due.Whys.Select(why => why.Rule));
        Answer(diary, 11, 8.2);
        Assert.Null(Due(diary, 11, 9));
    }

    [Fact]
    public void A_bad_spell_that_a_late_note_of_yesterday_makes_counts_from_the_note()
    {
        var diary = Desk;
        for (var day = 0; day < 10; day++) diary.Pain(day, 3);
        diary.Pain(11, 6);
        diary.Ask(11, 9, diary.Answers.Questionnaire.Inputs.Select(input => input.Id));
        Assert.Null(Due(diary, 11, 9.5));
        diary.Note(11, 10, new DiaryNote { For = DateOnly.FromDateTime(Diary.At(10, 0).DateTime), Pain = 6 });
        Assert.Contains("ask_flare", Due(diary, 11, 10.1)!.Whys.Select(why => why.Rule));
    }

    [Fact]
    public void A_red_or_a_bad_spell_that_a_note_brings_to_light_when_it_is_put_right_counts_from_then()
    {
        var red = Desk.Note(0, 17, new SessionStart { Session = One, Pain = 3, AnyNew = false }).Note(0, 17.1, Of(One, "hip-hinge", 4)).Note(0, 17.2, new SessionEnd { Session = One, Pain = 4 });
        var spell = Desk;
        for (var day = 0; day < 10; day++) spell.Pain(day, 3);
        spell.Pain(10, 6);
        foreach (var (diary, day, rule) in new[] { (red, 1, "ask_red"), (spell, 11, "ask_flare") })
        {
            diary.Ask(day, 12, diary.Answers.Questionnaire.Inputs.Select(input => input.Id)).Note(day, 13, new DiaryNote { Felt = Diary.At(day, 7.5), Pain = 8 });
            Assert.Contains(rule, Due(diary, day, 13.1)!.Whys.Select(why => why.Rule));
            Answer(diary, day, 13.2);
            Assert.Null(Due(diary, day, 13.3));
        }
    }

    [Fact]
    public void A_part_of_a_session_from_the_future_does_not_count_yet()
    {
        var diary = Desk.Note(0, 17, new SessionStart { Session = One, Pain = 3, AnyNew = false }).Note(0, 17.1, Of(One, "cat-cow", 3)).Note(40, 8, new SessionAfter { Session = One, Moved = PainMoved.Down });
        Assert.Null(Due(diary, 1, 9));
    }

    [Fact]
    public void After_every_red_of_any_history_the_questions_are_due_until_all_of_them_were_answered()
    {
        var (reds, settled) = (0, 0);
        for (ulong seed = 1; seed <= 12; seed++)
        {
            var chance = new Chance(seed);
            var diary = Desk;
            // In the order in which they are recorded; what is red by itself is known from how it was made.
            (Guid Session, double Pain)? open = null;
            double? lastRed = null;
            double? answered = null;
            for (var n = 0; n < 25; n++)
            {
                var at = 24.0 + n * 1.5;
                var red = chance.Happens(0.25);
                switch (chance.Below(open is null ? 1 : 4))
                {
                    case 0:
                        open = (new Guid(n + 1, 6, 6, new byte[8]), 2 + chance.Below(3));
                        diary.Note(0, at, new SessionStart { Session = open.Value.Session, Pain = open.Value.Pain, AnyNew = false });
                        red = false;
                        break;
                    case 1:
                        diary.Note(0, at, new ItemReport { Session = open!.Value.Session, Item = chance.Pick((string[])["cat-cow", "hip-hinge", "sit-to-stand"]), Worst = open.Value.Pain + (red ? 5 : chance.Below(3)) });
                        break;
                    case 2:
                        diary.Note(0, at, new SessionAfter { Session = open!.Value.Session, Moved = red ? PainMoved.Down : PainMoved.No });
                        break;
                    default:
                        red = false;
                        if (Due(diary, 0, at) is { } due)
                        {
                            diary.Ask(0, at, due.Inputs);
                            answered = at;
                        }
                        break;
                }
                if (red) lastRed = at;
                var holds = lastRed is not null && !(answered >= lastRed);
                Assert.Equal((seed, n, holds), (seed, n, Due(diary, 0, at + 0.1)?.Whys.Any(why => why.Rule == "ask_red") == true));
                if (holds) reds++;
                else if (lastRed is not null) settled++;
            }
        }
        Assert.True(reds > 40 && settled > 40, $"{reds} looks with a red that waits, {settled} with one that is settled");
    }
}
