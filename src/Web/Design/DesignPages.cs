using Mainstay.Web.Flow;
using Mainstay.Web.Pages.Design;

namespace Mainstay.Web.Design;

/// <summary>Every part in all its states, for whoever works on the app. In Development only; otherwise the address is not there.</summary>
public static class DesignPages
{
    public static void MapDesign(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) return;
        app.MapGet("/design", (HttpContext http, CareModels care, Mast.BodyDesk desk, PersonFile file) =>
        {
            var model = DesignModel.Of(care, desk, file.Today);
            // What the parts ask of the person of this request, the made-up one answers.
            http.Items[typeof(Person)] = model.Person;
            return http.Show<DesignPage, DesignModel>(model with { Whole = DesignWhole.Of(http, model) });
        });
    }
}
