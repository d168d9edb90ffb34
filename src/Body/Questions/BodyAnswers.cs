using System.Collections.Concurrent;
using System.Collections.Immutable;
using Mainstay.Body.Anatomy;
using Mainstay.Body.Kernels;
using Mainstay.Body.Model;
using Mainstay.Body.Postures;
using Mainstay.Body.Validation;

namespace Mainstay.Body.Questions;

/// <summary>Answers questions from any thread. Models are kept for the last few persons and workspaces are used again, so that an answer takes
/// about a millisecond; the first for a person also builds the model.</summary>
public sealed class BodyAnswers(AnatomyData anatomy)
{
    const int MostPersons = 32;
    const int Shown = 8;
    /// <summary>A muscle that pulls with less is not worth telling, N.</summary>
    const double LeastPullN = 1;
    /// <summary>Nor is a rope that pulls with less of its strength: tone alone is just below.</summary>
    const double LeastShare = 0.01;

    readonly ConcurrentDictionary<Person, Pool> pools = new();

    /// <summary>One person's model, the standing loads it is compared with, and idle workspaces.</summary>
    sealed class Pool
    {
        readonly ConcurrentBag<Workspace> idle = [];

        public Pool(AnatomyData anatomy, Person person)
        {
            Model = ModelBuilder.Build(anatomy, person);
            var work = StretchCheck.Standing(Model);
            Standing = [.. work.Compression];
            Return(work);
        }

        public BodyModel Model { get; }
        public ImmutableArray<double> Standing { get; }

        public Workspace Rent()
        {
            var work = idle.TryTake(out var one) ? one : new Workspace(Model);
            BodyCondition.Clear(work);
            work.Cool();
            return work;
        }

        public void Return(Workspace work) => idle.Add(work);
    }

    /// <exception cref="BodyException">An angle, muscle, load or figure that cannot be; the message says which, and what is allowed.</exception>
    /// <exception cref="UnsolvedException">The computation did not settle: there is no answer.</exception>
    public BodyAnswer Ask(BodyQuestion question) => Ask(question.Person, question.Muscles, question.Age, work =>
    {
        PostureSetter.Apply(question.Posture, work);
        if (question.CarryKg != 0) HeldWeight.Add(work, question.CarryKg, question.CarryReachM);
    });

    /// <param name="set">Puts angles, the pelvis, supports and loads into the workspace.</param>
    /// <exception cref="BodyException">As above.</exception>
    public BodyAnswer Ask(Person person, MuscleCondition muscles, double age, Action<Workspace> set) => Use(person, (work, pool) =>
    {
        var limit = DortmundLimits.Compression(person.Sex, age);
        set(work);
        var usual = Solve(work, pool.Model);
        if (muscles.IsUsual) return Answer(work, pool, usual, usual, limit);
        muscles.Put(work);
        return Answer(work, pool, Solve(work, pool.Model), usual, limit);
    });

    /// <summary>A movement, frame by frame. Each frame starts from the one before it.</summary>
    /// <param name="set">Puts a frame, from 0, into the workspace; false where it is the same as the one before.</param>
    /// <exception cref="BodyException">As above.</exception>
    public ImmutableArray<CourseFrame> Follow(Person person, MuscleCondition muscles, int frames, Func<Workspace, int, bool> set) => Use(person, (work, pool) =>
    {
        muscles.Put(work);
        var (model, through) = (pool.Model, ImmutableArray.CreateBuilder<CourseFrame>(frames));
        for (var frame = 0; frame < frames; frame++)
        {
            if (!set(work, frame) && frame > 0)
            {
                through.Add(through[^1]);
                continue;
            }
            Solver.Solve(work);
            Unsolved.Refuse(work);
            var groups = new double[model.GroupIds.Length];
            for (var i = 0; i < model.MuscleCount; i++) groups[model.GroupOf[i]] = Math.Max(groups[model.GroupOf[i]], Share(work, i));
            through.Add(new([.. work.Compression.Zip(pool.Standing, (now, standing) => now / standing)], [.. groups]));
        }
        return through.MoveToImmutable();
    });

    /// <summary>Lends a workspace of the person, with usual muscles; it is given back clean or not.</summary>
    public T Use<T>(Person person, Func<Workspace, T> what) => Use(person, (work, _) => what(work));

    T Use<T>(Person person, Func<Workspace, Pool, T> what)
    {
        var pool = PoolOf(person);
        var work = pool.Rent();
        try
        {
            return what(work, pool);
        }
        finally
        {
            pool.Return(work);
        }
    }

    /// <summary>Of its own strength without weakness, 0 to 1 and above where it is stretched hard.</summary>
    static double Share(Workspace work, int line) =>
        Math.Max(work.Model.Lines.Force[line], work.Model.Lines.PassiveForce[line]) is > 0 and var most ? work.Tension[line] / most : 0;

    /// <summary>The model behind a person's answers: ids of angles, muscles and levels, and the angles' ranges.</summary>
    public BodyModel Model(Person person) => PoolOf(person).Model;

    /// <summary>Compression of a level, from L5/S1 up, in standing at ease with usual muscles, N.</summary>
    public double StandingN(Person person, int level) => PoolOf(person).Standing[level];

    Pool PoolOf(Person person)
    {
        if (pools.TryGetValue(person, out var pool)) return pool;
        // Any of the others may go: it is only built again.
        if (pools.Count >= MostPersons && pools.Keys.FirstOrDefault() is { } other) pools.TryRemove(other, out _);
        return pools.GetOrAdd(person, new Pool(anatomy, person));
    }

    sealed record Solved(double[] Compression, double[] Active, double[] Passive, double[] Hardest);

    static Solved Solve(Workspace work, BodyModel model)
    {
        Solver.Solve(work);
        Unsolved.Refuse(work);
        var groups = model.GroupIds.Length;
        var solved = new Solved([.. work.Compression], new double[groups], new double[groups], new double[groups]);
        for (var i = 0; i < model.MuscleCount; i++)
        {
            var g = model.GroupOf[i];
            solved.Active[g] += work.Tension[i] - work.Passive[i];
            solved.Passive[g] += work.Passive[i];
            solved.Hardest[g] = Math.Max(solved.Hardest[g], work.Activation[i]);
        }
        return solved;
    }

    static BodyAnswer Answer(Workspace work, Pool pool, Solved now, Solved usual, double limit)
    {
        var model = pool.Model;
        ImmutableArray<LevelAnswer> levels = [.. Enumerable.Range(0, model.LevelIds.Length).Select(k => new LevelAnswer(model.LevelIds[k], now.Compression[k], work.Shear[k], DiscPressure.Mpa(model, k, now.Compression[k]),
            now.Compression[k] / pool.Standing[k], now.Compression[k] - usual.Compression[k]))];
        double Pull(Solved solved, int g) => solved.Active[g] + solved.Passive[g];
        ImmutableArray<MusclePull> muscles = [.. Enumerable.Range(0, model.GroupIds.Length).Where(g => Pull(now, g) >= LeastPullN).OrderByDescending(g => Pull(now, g)).Take(Shown)
            .Select(g => new MusclePull(model.GroupIds[g], now.Active[g], now.Passive[g], now.Hardest[g], Pull(now, g) - Pull(usual, g)))];
        var ropes = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < model.MuscleCount; i++)
            if (Share(work, i) is >= LeastShare and var share) ropes.Add(model.MuscleIds[i], Math.Round(share, 3));
        // Out of reach is looked for last: it turns the joints to find where they stop.
        var (heavy, lack) = (Shortfall.Sentence(work), Shortfall.Of(work) is [var largest, ..] ? largest : null);
        var stop = OutOfReach.Of(work) is [var first, ..] ? first : null;
        return new BodyAnswer(levels, muscles, limit, heavy, stop?.ToString()) { Stop = stop, Lack = lack, Ropes = ropes.ToImmutable() };
    }
}
