namespace Mainstay.Web.Flow;

/// <summary>The person of a request, read once.</summary>
public static class Persons
{
    public static Person Person(this HttpContext http)
    {
        if (http.Items[typeof(Person)] is Person read) return read;
        var person = http.RequestServices.GetRequiredService<PersonFile>().Read();
        http.Items[typeof(Person)] = person;
        return person;
    }
}
