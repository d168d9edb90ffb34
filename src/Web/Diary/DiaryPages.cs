using System.Collections.Immutable;
using System.Globalization;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Flow;
using Mainstay.Web.Own;
using Mainstay.Web.Pages.Diary;
using Mainstay.Web.Texts;

namespace Mainstay.Web.Diary;

/// <summary>The diary: months, days, and entries that are written, put right and taken back.</summary>
public static class DiaryPages
{
    public static void MapDiary(this IEndpointRouteBuilder app)
    {
        app.MapGet("/diary", (HttpContext http, string? month, TimeProvider clock) => ShowMonth(http, clock, MonthOf(month), null));
        app.MapGet("/diary/{day:datetime}", ShowDay);
        app.MapGet("/diary/new", (HttpContext http, string? day, CareModels care) =>
            ShowForm(http, care, DiaryForm.Blank(Read(day) is { } asked && asked <= http.Person().Today ? asked : http.Person().Today), null));
        app.MapGet("/diary/entry/{id:guid}", (HttpContext http, Guid id, CareModels care) =>
            Find(http.Person(), id) is { } note ? ShowForm(http, care, DiaryForm.Of(note.What, note.What.For ?? note.Day), id) : Trouble.NotFound.Shown(http));
        app.MapPost("/diary/entry", Save);
        app.MapPost("/diary/entry/{id:guid}/back", TakeBack);
    }

    /// <summary>Where an entry is taken back.</summary>
    public static string BackOf(DayEntry entry) => $"/diary/entry/{entry.Id:D}/back";

    public static string PathOf(DateOnly day) => $"/diary/{DiaryForm.Iso(day)}";

    static IResult ShowMonth(HttpContext http, TimeProvider clock, DateOnly? month, DiaryForm? sent)
    {
        var person = http.Person();
        var book = new DayBook(person.Daily, clock.GetLocalNow());
        var shown = month is { } asked && asked <= person.Today && asked >= DiaryForm.Earliest ? asked : person.Today;
        return http.Show<DiaryPage, DiaryMonth>(DiaryMonth.Of(book, shown, person.Today, http.Phrases().Culture.DateTimeFormat.FirstDayOfWeek, sent ?? DiaryForm.Blank(person.Today)),
            sent is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    static IResult ShowDay(HttpContext http, string day, TimeProvider clock)
    {
        var person = http.Person();
        if (Read(day) is not { } date || date > person.Today) return Trouble.NotFound.Shown(http);
        var book = new DayBook(person.Daily, clock.GetLocalNow());
        return http.Show<DiaryDayPage, DiaryDay>(new DiaryDay(date, book.Pain(date), book.On(date), date < person.Today ? date.AddDays(1) : null));
    }

    /// <param name="first">Where questions wait that come before it.</param>
    static IResult ShowForm(HttpContext http, CareModels care, DiaryForm form, Guid? of, string? first = null) =>
        http.Show<DiaryEntryPage, EntryModel>(new EntryModel(form, of, PlacesOf(care)) { First = first }, form.Errors.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    /// <summary>A new entry, or one that is put right: then the old one is taken back and the new one written, both or neither.</summary>
    static async Task<IResult> Save(HttpContext http, CareModels care, PersonFile file, TimeProvider clock)
    {
        var form = await http.Request.ReadFormAsync();
        var person = http.Person();
        Guid? of = Guid.TryParse(form["of"], out var id) ? id : null;
        var before = of is { } old ? Find(person, old) : null;
        if (of is not null && before is null) return Trouble.OldForm.Shown(http);
        var places = PlacesOf(care);
        var read = DiaryForm.Read(form, places.Select(place => place.Id).ToHashSet(), before?.What, person.Today, http.Phrases());
        if (!read.Lacking.IsEmpty && read.Errors.Keys.All(field => field.StartsWith("place.", StringComparison.Ordinal)))
            return http.Show<DiaryStrengthPage, EntryModel>(new EntryModel(read, of, places), read.Errors.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
        if (read.Note is not { } note) return form["quick"] == "yes" ? ShowMonth(http, clock, null, read) : ShowForm(http, care, read, of);
        note = before is null ? Fresh(note, form, person.Today)
            : note with
            {
                For = note.For == person.Today ? null : note.For, AnyNew = StillNew(before.What.AnyNew, person), Source = before.What.Source,
                // Of another day it is told only now.
                Felt = (note.For ?? person.Today) == (before.What.For ?? before.Day) ? before.What.FeltAt(before.At) : null,
            };
        Entry[] entries = before is null ? [Noted.Of(note)] : [new TakenBack([before.Id]), Noted.Of(note)];
        if (before is not null && TakeBacks.Of(care, person, file.With(entries)) is { } stays) return ShowForm(http, care, read with { Errors = read.Errors.Add("", Why(stays, http.Phrases())) }, of, stays.AskedAt());
        var undo = file.Write(entries);
        if (note.AnyNew == true && before is null) return SeeOther.To("/new", "new", undo);
        if (IsLegNew(care, person, file.Read())) return SeeOther.To(NewsPages.Again, "noted", undo);
        return SeeOther.To(PathOf(note.For ?? person.Today), before is null ? "noted" : "corrected", undo);
    }

    static string Why(Stays stays, Phrases say) => stays == Stays.Urgency ? say.Say("That stays for now. It helps to say how soon someone should look at your back.")
        : say.Say("A few questions come first. Then you can change this entry.");

    /// <summary>An entry goes, with what it answered in the check.</summary>
    static async Task<IResult> TakeBack(HttpContext http, CareModels care, PersonFile file, TimeProvider clock, Guid id)
    {
        await http.Request.ReadFormAsync();
        var person = http.Person();
        if (new DayBook(person.Daily, clock.GetLocalNow()).Find(id) is not { Session: null } entry) return Trouble.OldForm.Shown(http);
        var ids = file.WithItsAnswers(id, AnsweredBy(entry.Said, care));
        return TakeBacks.Of(care, person, file.Without(ids)) is { } stays ? stays.First(PathOf(entry.Day)) : SeeOther.To(PathOf(entry.Day), "undone", file.Write(new TakenBack([.. ids])));
    }

    /// <summary>Questions of the check that an entry answers.</summary>
    static IReadOnlySet<string> AnsweredBy(Daily? said, CareModels care) => said switch
    {
        TestTaken taken => care.Model.Library.Tests.Where(test => test.Id == taken.Test).SelectMany(test => test.Inputs).ToHashSet(),
        SpotFelt => new HashSet<string> { SpotPages.Reproduces },
        _ => ImmutableHashSet<string>.Empty,
    };

    /// <summary>What was noted brought the danger questions, which were not due before.</summary>
    static bool IsLegNew(CareModels care, Person before, Person now) =>
        before.WentThrough && care.Day(now).Rescreen is { Holds: true } due && due.Whys.Any(why => why.Rule == "ask_new") && care.Day(before).Rescreen is not { Holds: true };

    /// <summary>A new note as it is stored: that of the day itself names no day.</summary>
    public static DiaryNote Fresh(DiaryNote note, IFormCollection form, DateOnly today) =>
        note with { For = note.For == today ? null : note.For, AnyNew = form["new"].ToString() switch { "yes" => true, "no" => false, _ => null } };

    /// <summary>Putting an entry right takes nothing new back, and asks nothing again that was answered since.</summary>
    static bool? StillNew(bool? said, Person person) => said == true && person.NewSince is null ? null : said;

    public static ImmutableArray<Option> PlacesOf(CareModels care) => care.Questionnaire.Inputs.First(input => input.Kind == InputKind.BodyMap).Options;

    static Logged<DiaryNote>? Find(Person person, Guid id) => person.Daily.Diary.FirstOrDefault(note => note.Id == id);

    static DateOnly? Read(string? day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date >= DiaryForm.Earliest ? date : null;

    static DateOnly? MonthOf(string? month) => Read($"{month}-01");
}
