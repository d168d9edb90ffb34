using System.Net;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Flow;
using Mainstay.Web.Letter;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Mainstay.Web.Hosting;

/// <summary>The app cannot start. The message says why, and what to do.</summary>
public sealed class StartException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>Puts the app together. Used by this project's own program and by `mainstay serve`.</summary>
public static class MainstayWeb
{
    const int MostFormBytes = 256 * 1024;

    /// <param name="configure">Called before the app is built; tests put their own server and clock in here.</param>
    /// <param name="library">Knowledge that was loaded already; null reads it from the folder.</param>
    /// <exception cref="StartException">The knowledge or the data file cannot be used.</exception>
    public static WebApplication Build(WebOptions options, Action<WebApplicationBuilder>? configure = null, Library? library = null)
    {
        var names = new HostNames(options, HostNames.OfThisMachine());
        var data = JournalPlace.Of(options.Data);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(MainstayWeb).Assembly.GetName().Name });
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, options, names));

        var services = builder.Services;
        services.AddSingleton(TimeProvider.System).AddSingleton(names).AddSingleton(new Assets()).AddSingleton(options);
        services.AddSingleton(library ?? Knowledge(options.Knowledge));
        services.AddSingleton(at => new CareModels(at.GetRequiredService<Library>()));
        services.AddSingleton(at => new Screening(at.GetRequiredService<CareModels>().Questionnaire));
        services.AddSingleton(at => new Learn.LearnSearch(at.GetRequiredService<Library>()));
        services.AddSingleton(OpenJournal(data)).AddSingleton<PersonFile>();
        services.AddSingleton<DeviceList>();
        services.AddRazorComponents();
        services.AddDataProtection().SetApplicationName("Mainstay").PersistKeysToFileSystem(new DirectoryInfo(data + ".keys"));
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = "mainstay-form";
            form.Cookie.SameSite = SameSiteMode.Strict;
            form.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            form.SuppressXFrameOptionsHeader = true;
        });
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        configure?.Invoke(builder);
        return Pipeline(builder.Build(), options, names);
    }

    static WebApplication Pipeline(WebApplication app, WebOptions options, HostNames names)
    {
        app.Use((http, next) =>
        {
            // The person's own proxy speaks TLS for us; only its host name says so, and only from this computer.
            if (options.PublicUrl is { } url && http.Request.Host.Host == names.PublicHost && http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from))
                http.Request.Scheme = url.Scheme;
            SecurityHeaders.Set(http);
            return next(http);
        });
        app.UseResponseCompression();
        app.UseMiddleware<HostGuard>();
        app.UseMiddleware<ErrorPages>();
        app.UseMiddleware<SameOrigin>();
        app.UseRouting();
        app.MapGet($"{Assets.Prefix}/{{version}}/{{**path}}", (HttpContext http, string version, string path, Assets assets) => assets.Serve(http, version, path));
        app.MapPages();
        return app;
    }

    static void Listen(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions kestrel, WebOptions options, HostNames names)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MostFormBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        if (options.Phone) kestrel.ListenAnyIP(options.Port);
        else if (options.Port == 0) kestrel.Listen(IPAddress.Loopback, 0);
        else kestrel.ListenLocalhost(options.Port);
    }

    static Library Knowledge(string? folder)
    {
        var found = folder ?? KnowledgeFolder.Find(AppContext.BaseDirectory) ?? KnowledgeFolder.Find(Directory.GetCurrentDirectory())
            ?? throw new StartException("The knowledge folder was not found. Name it with --knowledge FOLDER.");
        try
        {
            return LibraryLoader.Load(KnowledgeFolder.Read(found));
        }
        catch (KnowledgeException wrong)
        {
            throw new StartException($"{wrong.Message}{Environment.NewLine}The app starts when these are put right. `mainstay content check` shows them too.", wrong);
        }
    }

    static JournalStore OpenJournal(string data)
    {
        try
        {
            return JournalStore.Open(data);
        }
        catch (JournalException cannot)
        {
            throw new StartException(cannot.Message, cannot);
        }
    }

    /// <summary>Starts, prints the address, and waits until it is stopped.</summary>
    /// <exception cref="StartException">The port is taken.</exception>
    public static async Task RunAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException taken)
        {
            throw new StartException($"{taken.Message} Another program may use this port: choose one with --port NUMBER.", taken);
        }
        var port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        Console.WriteLine($"Mainstay is open at http://127.0.0.1:{port}/   (stop it with Ctrl+C)");
        foreach (var address in app.Services.GetRequiredService<HostNames>().Lan)
            Console.WriteLine($"On your phone: http://{HostNames.Written(address)}:{port}/pair   (the code is in Me)");
        await app.WaitForShutdownAsync();
    }
}
