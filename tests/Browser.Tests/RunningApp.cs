using Mainstay.Knowledge;
using Mainstay.Web.Flow;
using Mainstay.Web.Hosting;
using Mainstay.Web.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Browser.Tests;

/// <summary>The app as it is served, on a port and a data file of its own.</summary>
public sealed class RunningApp : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly string _folder = Directory.CreateTempSubdirectory("mainstay-browser-").FullName;

    // Whether the knowledge is right is for its own tests to say.
    static readonly Lazy<Library> Known = new(() => LibraryLoader.Check(KnowledgeFolder.Read(KnowledgeFolder.Find(AppContext.BaseDirectory)!)).Library!);

    static readonly Lazy<CareModels> Care = new(() => new(Known.Value));

    RunningApp() => _app = MainstayWeb.Build(new WebOptions(Data: Path.Combine(_folder, "journal.db"), Port: 0),
        builder => builder.Services.AddSingleton(Care.Value), Known.Value);

    public string Address { get; private set; } = "";

    public static async Task<RunningApp> Start(Persona? after = null)
    {
        var app = new RunningApp();
        await app._app.StartAsync();
        app.Address = app._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        after?.Check(app._app.Services.GetRequiredService<CareModels>(), app._app.Services.GetRequiredService<PersonFile>());
        return app;
    }

    public Person Person => _app.Services.GetRequiredService<PersonFile>().Read();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
