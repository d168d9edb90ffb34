namespace Mainstay.Web.Flow;

/// <summary>The person of a request, read once.</summary>
public static class Persons
{
    static readonly object Raw = new();

    /// <summary>As they are in the data file, with the questions in English: for the language alone, before the knowledge is asked for.</summary>
    /// <exception cref="Journal.JournalException">The data file cannot be read.</exception>
    public static Person Recorded(this HttpContext http, PersonFile file)
    {
        if (http.Items[Raw] is Person read) return read;
        var person = file.Read();
        http.Know(person);
        return person;
    }

    public static void Know(this HttpContext http, Person person) => http.Items[Raw] = person;

    /// <summary>With their answers to the questions as this request is told them.</summary>
    /// <exception cref="Journal.JournalException">The data file cannot be read.</exception>
    public static Person Person(this HttpContext http)
    {
        if (http.Items[typeof(Person)] is Person worded) return worded;
        var person = http.RequestServices.GetRequiredService<CareModels>().Worded(http.Recorded(http.RequestServices.GetRequiredService<PersonFile>()));
        http.Items[typeof(Person)] = person;
        return person;
    }
}
