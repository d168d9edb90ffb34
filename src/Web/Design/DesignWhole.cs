using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Breaks;
using Mainstay.Web.Calendar;
using Mainstay.Web.Diary;
using Mainstay.Web.Figures;
using Mainstay.Web.Flow;
using Mainstay.Web.Letter;
using Mainstay.Web.Mast;
using Mainstay.Web.Moves;
using Mainstay.Web.Push;
using Mainstay.Web.Sessions;
using Mainstay.Web.Trends;

namespace Mainstay.Web.Design;

/// <summary>Models of the parts that a page holds once, made of the made-up people.</summary>
/// <param name="Results">Nothing above self-care, within two weeks, open, the same day.</param>
/// <param name="Spasms">No sign, one in doubt, one that counts.</param>
/// <param name="Session">Before it begins; <paramref name="Running"/>: one move done, one that was too much; <paramref name="Ended"/>: at its end.</param>
/// <param name="Bodies">Of the page of the body: a movement beside another state, a posture.</param>
/// <param name="Refused">A frame, a health condition and a profile that could not be taken.</param>
public sealed record DesignWhole(ImmutableArray<ResultModel> Results, ImmutableArray<SpasmModel> Spasms, SessionModel Session, SessionModel Running, SessionModel Ended, LetterModel Letter,
    ImmutableArray<MastModel> Bodies, ImmutableArray<MoveModel> Moves, MovesModel AllMoves, MeModel Me, ImmutableArray<HealthQuestion> Health, AnswerForm Refused, DiaryMonth Diary,
    ImmutableArray<BreaksModel> Breaks, ImmutableArray<BreaksInShort> BreaksInShort, PushModel Push, ImmutableArray<CalendarModel> Calendars, ImmutableArray<CheckInCard> CheckIns, ImmutableArray<Habit> Habits,
    PlanMore More, TodayLooks Looks)
{
    public static DesignWhole Of(HttpContext http, DesignModel design)
    {
        var services = http.RequestServices;
        T Get<T>() where T : notnull => services.GetRequiredService<T>();
        var (care, person, now) = (Get<CareModels>(), design.Person, Get<TimeProvider>().GetLocalNow());
        var library = care.Model.Library;

        ResultModel Result(Answers answers) => ResultPages.Of(person with { Answers = answers }, care, care.Model.Assess(answers, person.Today));
        var emergency = AnswersJson.Read(System.Text.Encoding.UTF8.GetBytes(DesignModel.Emergency), care.Questionnaire);
        var today = library.Inputs.Where(input => input.Kind == InputKind.YesNo).Select(input => design.Answers.With(input.Id, "yes")).First(answers => care.Triage.Assess(answers).Urgency == Urgency.SameDay);
        SpasmModel Spasm(Answers answers, bool doubt) => new(care.Spasm.Signs, null, "/spasm", AnswerForm.Of(answers), care.Spasm.Assess(answers, []), true, doubt, false);

        var desk = Get<SessionDesk>();
        var (before, id) = (desk.Today(person), new Guid(1, 7, 0, new byte[8]));
        var first = before.Moves[0];
        var history = person.Daily.With(new Guid(2, 7, 0, new byte[8]), now.AddMinutes(-9), new SessionStart { Session = id, Items = ValueList.From(before.Moves.Select(move => move.Id)), Pain = 4, AnyNew = false, Programme = true })
            .With(new Guid(3, 7, 0, new byte[8]), now.AddMinutes(-5), new ItemReport { Session = id, Item = first.Id, Outcome = ItemOutcome.TooMuch, Worst = 6 });
        var running = desk.Running(person with { Daily = history }, id)! with { Easier = first };
        var ended = desk.Running(person with { Daily = history.With(new Guid(4, 7, 0, new byte[8]), now, new SessionEnd { Session = id, Pain = 3, Rpe = 4 }) }, id)!;

        var breaks = BreaksPages.Of(http);
        var tasks = library.Challenge;
        var busy = breaks with
        {
            Challenge = new(person.Today.AddDays(-4), [.. tasks.Take(4).Select(task => task.Id)], tasks[4], false, 2, 1, []), Channels = ["1 browser"], Agent = new(now, "wait", "not_due"),
            Holidays = [new(Guid.Empty, now, new Holiday { From = person.Today, To = person.Today.AddDays(6) })], FreeDays = [new(Guid.Empty, now, new FreeDay { On = person.Today.AddDays(9) })],
            Now = breaks.Now with { Settings = breaks.Now.Settings with { On = true }, Waits = false }, Offer = breaks.Offer with { Holds = false }, Tasks = tasks.Length, AwayError = "This is how an error looks.",
        };

        var scenes = Get<BodyDesk>().Scenes;
        var plain = MastPages.Of(http, Get<BodyDesk>(), Get<RopeDesk>(), Get<InsideFigures>());
        MastState Body(MastScene scene, double tight) => Get<BodyDesk>().Ask(MastChoice.Of(scene).With(OwnMuscles.Hamstrings, tight), BodyDesk.PersonOf(null));
        var (moving, kept) = (Body(scenes.First(scene => scene.Moves), 10), Body(scenes.First(scene => !scene.Moves), 0));
        var figures = Get<InsideFigures>();

        Move Stands(Move move) => move.Item is var item ? design.Moves.FirstOrDefault(one => one.Item.Id == item.Id) ?? move : move;
        MoveModel Move(string move) => MovesPages.One(move, person, care, Get<Mainstay.Moves.MotionModel>(), QueryCollection.Empty)!;

        var sent = Read(person, care, http.Phrases());
        var card = CheckInCard.Of(person);
        return new([Result(design.Answers), Result(design.Answers.With("long_cough", "yes")), Result(design.Answers.With("leg_weak", Answer.Unanswered)), Result(today)],
            [Spasm(design.Answers, false), Spasm(design.Answers, true), Spasm(emergency, false)], before, running, ended, LetterPages.Of(http),
            [plain with { Now = moving, Kept = kept, Figure = figures.Of(moving, "woman"), KeptFigure = figures.Of(kept, "woman"), Course = figures.Course(moving) }, plain],
            [.. design.Moves.Select(move => Move(move.Item.Id) with { Move = Stands(move) }), Move(library.Items.First(item => library.MotionOf(item) is not null).Id) with { Waiting = new("Something comes first.", "/check", "Go to the check", Own: true) }],
            MovesPages.All(MoveFilter.None with { Kinds = ["stretch"] }, person, care, Get<MoveFinder>()),
            new([new("d", "Phone", "", now)], true, true, "123456", ["http://192.168.1.5:5080/pair?code=123456"], true, [.. HealthPages.Profile.Select(input => care.Questionnaire[care.Questionnaire.IndexOf(input)])],
                sent, ["High blood pressure"], Get<Web.Texts.Languages>().All),
            [.. Get<HealthList>().Of(design.Answers, "More about these").SelectMany(group => group.Questions).DistinctBy(question => question.Input.Kind)], sent,
            DiaryMonth.Of(new(person.Daily, now), person.Today, person.Today, DayOfWeek.Monday, DiaryForm.Blank(person.Today)),
            [breaks with { Now = breaks.Now with { Settings = breaks.Now.Settings with { On = false } } }, busy, busy with { Challenge = busy.Challenge! with { DoneToday = true } }, busy with { Offer = busy.Offer with { Holds = true } }],
            [new(0, null, 0, null, false), new(3, now.AddHours(1), 4, tasks[4].Title, false), new(3, null, 4, tasks[4].Title, true)],
            new("key", [new("mark", "Firefox on Linux", "Mozilla", now)]), [new(null, true), new("http://127.0.0.1:5080/breaks/calendar.ics?key=k", true), new("https://back.example.org/breaks/calendar.ics?key=k", false)],
            [card, card with { Today = null }, card with { Today = null, Sent = new(null, 3, 2) }],
            [new(0, [.. Week(person.Today, HabitDay.Nothing)]), new(.62, [.. Week(person.Today, HabitDay.Done)])],
            PlanMore.Of(person, care, now) with { MayKeep = true, Fears = true, MayVary = true },
            new(new(6, person.Today, 6, 3, 2, 6, 18, true, ReviewSays.Keep, ""), RemedyKind.Heat, Guid.Empty));
    }

    static IEnumerable<(DateOnly, HabitDay)> Week(DateOnly today, HabitDay what) => Enumerable.Range(-6, 7).Select(day => (today.AddDays(day), day % 3 == 0 ? HabitDay.Free : day % 2 == 0 ? what : HabitDay.Nothing));

    static readonly string[] Asked = ["minutes_per_day", "age", "sex", "places"];

    /// <summary>A form in which each of them is wrong.</summary>
    static AnswerForm Read(Person person, CareModels care, Texts.Phrases say) => AnswerForm.Read(
        new FormCollection(new() { ["q.minutes_per_day"] = "lots", ["q.age"] = "old", ["q.places"] = "the moon", ["q.sex"] = "maybe", ["q.places.asked"] = "1" }),
        Asked.Select(id => care.Questionnaire[care.Questionnaire.IndexOf(id)]), person.Answers, say);
}
