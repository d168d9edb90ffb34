using System.Numerics;

namespace Mainstay.Care.Tests;

public class WeekSolverTests
{
    const double Repeat = 0.5;

    /// <summary>A small week with random items, lengths and limits, all days of it open to full enumeration.</summary>
    sealed record Case(Candidate[] Items, int[] MostDays, DayRoom[] Days)
    {
        public static Case Random(Random random)
        {
            var n = random.Next(2, 7);
            var items = new Candidate[n];
            for (var i = 0; i < n; i++) items[i] = new(Math.Round(0.05 + random.NextDouble(), 3), random.Next(1, 12), random.Next(0, 4));
            var days = new DayRoom[random.Next(2, 4)];
            for (var d = 0; d < days.Length; d++)
                days[d] = new(random.Next(2, 26), random.Next(1, 5), (ulong)random.Next(1, 1 << n), 0);
            return new(items, [.. items.Select(_ => random.Next(1, days.Length + 1))], days);
        }

        public double Planned()
        {
            var solver = new WeekSolver(new DaySolver(Items, Repeat, 4, 26), MostDays, 1000);
            return Sum(solver.Solve(Days));
        }

        /// <summary>Written apart from the solver: sorts each group by benefit and weighs it.</summary>
        public double Value(ulong set)
            => Enumerable.Range(0, Items.Length).Where(i => (set >> i & 1) != 0).GroupBy(i => Items[i].Group)
                .Sum(g => g.Select(i => Items[i].Benefit).OrderDescending().Select((b, rank) => b * Math.Pow(Repeat, rank)).Sum());

        public double Sum(ulong[] week)
        {
            for (var d = 0; d < Days.Length; d++) Assert.True(Fits(week[d], Days[d]), "a day is too long, too full or holds what it must not");
            for (var i = 0; i < Items.Length; i++) Assert.True(week.Count(day => (day >> i & 1) != 0) <= MostDays[i], "an item stands on too many days");
            return week.Sum(Value);
        }

        bool Fits(ulong set, DayRoom day)
            => (set & ~day.Allowed) == 0 && BitOperations.PopCount(set) <= day.Items
                && Enumerable.Range(0, Items.Length).Where(i => (set >> i & 1) != 0).Sum(i => Items[i].Units) <= day.Units;

        public double Optimum()
        {
            var sets = Days.Select(day => Enumerable.Range(0, 1 << Items.Length).Select(s => (ulong)s).Where(s => Fits(s, day)).Select(s => (s, Value(s))).ToArray()).ToArray();
            var used = new int[Items.Length];
            return Go(0);

            double Go(int day)
            {
                if (day == Days.Length) return 0;
                var best = double.NegativeInfinity;
                foreach (var (set, value) in sets[day])
                {
                    var fits = true;
                    for (var i = 0; i < used.Length; i++) if ((set >> i & 1) != 0 && ++used[i] > MostDays[i]) fits = false;
                    if (fits) best = Math.Max(best, value + Go(day + 1));
                    for (var i = 0; i < used.Length; i++) if ((set >> i & 1) != 0) used[i]--;
                }
                return best;
            }
        }
    }

    [Fact]
    public void One_day_is_solved_exactly()
    {
        var random = new Random(11);
        for (var run = 0; run < 500; run++)
        {
            var c = Case.Random(random);
            c = c with { Days = c.Days[..1], MostDays = [.. c.Items.Select(_ => 1)] };
            Assert.Equal(c.Optimum(), c.Planned(), 9);
        }
    }

    [Fact]
    public void The_week_is_the_best_of_all_weeks_or_within_two_percent_of_it()
    {
        var random = new Random(2026);
        var exact = 0;
        for (var run = 0; run < 600; run++)
        {
            var c = Case.Random(random);
            double optimum = c.Optimum(), planned = c.Planned();
            Assert.True(planned >= 0.98 * optimum - 1e-9, $"case {run}: {planned} of {optimum}");
            Assert.True(planned <= optimum + 1e-9, $"case {run}: the enumeration missed {planned} above {optimum}");
            if (planned >= optimum - 1e-9) exact++;
        }
        Assert.True(exact >= 570, $"only {exact} of 600 weeks were the best");
    }

    [Fact]
    public void What_the_person_wants_is_taken_when_there_is_room()
    {
        var items = new Candidate[] { new(1, 10, 0), new(0.1, 8, 1), new(0.9, 4, 2) };
        var solver = new WeekSolver(new DaySolver(items, Repeat, 4, 40), [7, 7, 7], 1000);
        Assert.Equal([0b110ul, 0b101ul], solver.Solve([new(12, 4, 0b111, 0b010), new(14, 4, 0b111, 0)]));
        Assert.Equal([0b001ul], solver.Solve([new(12, 1, 0b101, 0b010)]));
    }

    [Theory]
    [InlineData(1, 0b0000001)]
    [InlineData(2, 0b0001001)]
    [InlineData(3, 0b0010101)]
    [InlineData(7, 0b1111111)]
    public void Days_are_spread_over_the_week(int count, int days) => Assert.Equal(days, Weekdays.Spread(count));

    [Fact]
    public void Strength_days_always_have_a_day_between_them_even_from_week_to_week()
    {
        for (var active = 0; active < 128; active++)
        {
            var strength = Weekdays.ForStrength(active);
            Assert.Equal(0, strength & ~active);
            Assert.InRange(BitOperations.PopCount((uint)strength), active == 0 ? 0 : 1, 3);
            for (var day = 0; day < 7; day++)
                Assert.False((strength >> day & 1) != 0 && (strength >> (day + 1) % 7 & 1) != 0, $"{active}: {day} and the day after");
        }
    }
}
