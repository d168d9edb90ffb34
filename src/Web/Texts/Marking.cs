namespace Mainstay.Web.Texts;

/// <summary>Marks a phrase that is said later through a variable, so that the list of phrases has it too.</summary>
public static class Marking
{
    /// <returns>The phrase as it is; saying it is for T.</returns>
    public static string N(string english) => english;
}
