namespace Mainstay.Web.Offline;

/// <summary>What a browser keeps of a person so that the app works without the network: pages, figures, entries that wait.</summary>
public static class KeptInBrowser
{
    /// <summary>All of it goes, the worker included. The form's own cookie is made anew.</summary>
    public static void Clear(HttpContext http) => http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
}
