using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests.Breaks;

/// <summary>Made-up people whose clocks are wrong now and then. What they say counts as if every clock had been right.</summary>
public sealed class WrongClockTests
{
    static readonly string[] Signs = ["ces_saddle", "ces_bladder", "leg_weak", "fever", "leg_numb"];

    /// <summary>A journal without its file: in the order that the file has.</summary>
    sealed class Book
    {
        readonly List<Recorded> _arrived = [];

        public ImmutableArray<Recorded> Read() => [.. _arrived.OrderBy(one => one.At)];

        public PersonHistory History => PersonHistory.Of(Read());

        /// <summary>As the app writes.</summary>
        public void Tell(DateTimeOffset at, params Entry[] entries)
        {
            Recorded[] told = [.. entries.Select(entry => new Recorded(Guid.CreateVersion7(at), at, entry))];
            Come(told, at);
        }

        public void Come(Recorded[] told, DateTimeOffset now)
        {
            if (Placed.Behind(History.Last, now, told) is { } mark) _arrived.Add(mark);
            _arrived.AddRange(told);
        }
    }

    [Fact]
    public void Of_all_that_was_told_the_last_counts_whatever_the_clock_said()
    {
        var wrong = 0;
        for (var seed = 0; seed < 4000; seed++)
        {
            var chance = new Random(seed);
            var book = new Book();
            var (time, ahead) = (new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero), TimeSpan.Zero);
            var said = new Dictionary<string, string>();
            var open = new HashSet<string>();
            var news = false;
            for (var steps = chance.Next(5, 25); steps > 0; steps--)
            {
                time += TimeSpan.FromMilliseconds(chance.NextDouble() * 180_000_000 + 1);
                if (chance.Next(4) == 0) ahead = TimeSpan.FromHours(chance.Next(3) switch { 0 => 0, 1 => chance.Next(-3, 4), _ => chance.Next(-9000, 800) });
                if (ahead != default) wrong++;
                var now = time + ahead;
                var sign = Signs[chance.Next(Signs.Length)];
                switch (chance.Next(6))
                {
                    case 0:
                        book.Tell(now, new CheckedIn(AnythingNew: true));
                        (news, open) = (true, [.. Signs]);
                        break;
                    case 1:
                        // A phone of its own time.
                        var at = time + TimeSpan.FromMinutes(chance.Next(-3000, 2));
                        book.Come([new(Guid.CreateVersion7(at), at, new CheckedIn(AnythingNew: true))], now);
                        (news, open) = (true, [.. Signs]);
                        break;
                    case 2:
                        book.Tell(now, new SignsAnswered());
                        news = false;
                        break;
                    case 3:
                        book.Tell(now, new CheckStarted(), AnswerGiven.Word(sign, "no"), new CheckFinished("S"));
                        (said[sign], news) = ("no", false);
                        open.Remove(sign);
                        break;
                    default:
                        var word = chance.Next(2) == 0 ? "yes" : "no";
                        book.Tell(now, AnswerGiven.Word(sign, word));
                        said[sign] = word;
                        open.Remove(sign);
                        break;
                }
                var history = book.History;
                Assert.Equal(said.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value)), history.Answers.Select(one => (one.Key, one.Value.Value.GetString()!)));
                Assert.Equal(news, history.NewSince is not null);
                // What was not answered since something was new is never taken for answered.
                if (!history.CheckIns.IsEmpty)
                    Assert.All(open, input => Assert.False(history.Daily.Answered.GetValueOrDefault(input) >= history.CheckIns.Max(one => one.At), $"seed {seed}, {input}"));
            }
        }
        Assert.True(wrong > 10_000);
    }

    [Fact]
    public async Task A_danger_sign_is_never_lowered_by_a_clock_that_was_ahead_or_behind()
    {
        await using var app = TestApp.After(Persona.Desk);
        var care = app.Get<CareModels>();
        Entry[] check = [.. app.Get<JournalStore>().Read(JournalStore.Me).Select(one => one.Entry).Where(entry => entry is not LevelHeld)];
        string[] dangers = [.. Enumerable.Range(0, care.Questionnaire.Count).Select(i => care.Questionnaire[i]).Where(input => input is { Danger: true, Kind: InputKind.YesNo, Harmless: "no" }).Select(input => input.Id)];
        Assert.True(dangers.Length > 8);
        var raised = 0;
        for (var seed = 0; seed < 1500; seed++)
        {
            var chance = new Random(seed);
            var ahead = TimeSpan.FromMinutes(chance.Next(3) switch { 0 => chance.Next(1, 240), 1 => chance.Next(1440, 60 * 1440), _ => -chance.Next(1, 1440) });
            var told = Enumerable.Range(0, chance.Next(1, 4)).Select(_ => dangers[chance.Next(dangers.Length)]).Distinct().ToArray();
            var signsToo = chance.Next(2) == 0;
            Urgency Level(TimeSpan wrong)
            {
                var book = new Book();
                var time = app.Clock.GetLocalNow();
                book.Tell(time + wrong, check);
                if (signsToo) book.Tell(time + wrong + TimeSpan.FromMinutes(5), [.. dangers.Select(input => AnswerGiven.Word(input, "no")), new SignsAnswered()]);
                time += TimeSpan.FromMinutes(20);
                book.Tell(time, new CheckedIn(AnythingNew: true));
                Assert.NotNull(book.History.NewSince);
                book.Tell(time + TimeSpan.FromMinutes(1), [.. told.Select(input => AnswerGiven.Word(input, "yes"))]);
                book.Tell(time + TimeSpan.FromMinutes(2), new SignsAnswered());
                var person = new PersonFold(care).Of(book.Read(), DateOnly.FromDateTime(time.DateTime));
                return care.Triage.Assess(person.Answers, person.Seen).Holding;
            }
            var right = Level(TimeSpan.Zero);
            if (right >= Urgency.Routine) raised++;
            Assert.True(Level(ahead) >= right, $"seed {seed}: {string.Join(' ', told)}, {ahead}");
        }
        Assert.True(raised > 700);
    }
}
