using System.Net;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Knowledge.Anatomy;
using Mainstay.Knowledge.Texts;
using Mainstay.Web.Breaks;
using Mainstay.Web.Design;
using Mainstay.Web.Flow;
using Mainstay.Web.Texts;
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
        // Reading the knowledge is most of the start; the server is put together meanwhile.
        var folder = options.Knowledge ?? KnowledgeFolder.Find(AppContext.BaseDirectory) ?? KnowledgeFolder.Find(Directory.GetCurrentDirectory());
        var knowledge = library is null ? Task.Run(() => Knowledge(folder)) : Task.FromResult(library);
        var names = new HostNames(options, HostNames.OfThisMachine());
        var data = JournalPlace.Of(options.Data);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(MainstayWeb).Assembly.GetName().Name });
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, options, names));

        var services = builder.Services;
        services.AddSingleton(TimeProvider.System).AddSingleton(names).AddSingleton(new Assets()).AddSingleton(options);
        services.AddSingleton(_ => LanguagesOf(folder));
        services.AddSpoken(folder, knowledge);
        services.AddSingleton(at => new Figures.FigureFiles(folder, at.GetRequiredService<Libraries>().English));
        services.AddSingleton(at => new Mainstay.Moves.MotionModel(at.GetRequiredService<Libraries>().English, () => AnatomyLoader.Load(KnowledgeFolder.Read(folder!))));
        services.AddSingleton(at => new Mast.BodyDesk(at.GetRequiredService<Libraries>().English, () => AnatomyLoader.Load(KnowledgeFolder.Read(folder!))));
        services.AddSingleton<Mast.RopeDesk>();
        services.AddSingleton<Figures.InsideFigures>();
        services.AddSingleton(OpenJournal(data));
        services.AddSingleton(at => new PersonFile(at.GetRequiredService<JournalStore>(), at.GetRequiredService<SpokenLanguages>().English.Care, at.GetRequiredService<TimeProvider>()));
        services.AddSingleton<DeviceList>().AddSingleton<Diary.DiaryUploads>();
        services.AddReminders();
        services.AddHostedService<MemoryReturn>();
        services.AddRazorComponents();
        services.AddDataProtection().SetApplicationName("Mainstay").PersistKeysToFileSystem(new DirectoryInfo(data + ".keys"));
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = PageKeeper.FormCookie;
            form.Cookie.SameSite = SameSiteMode.Strict;
            form.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            form.SuppressXFrameOptionsHeader = true;
        });
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        configure?.Invoke(builder);
        var app = Pipeline(builder.Build(), options, names);
        try
        {
            // What the texts have wrong is said at the start, not on the first page.
            app.Services.GetRequiredService<Languages>();
            knowledge.GetAwaiter().GetResult();
            return app;
        }
        catch (StartException)
        {
            ((IDisposable)app).Dispose();
            throw;
        }
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
        app.UseMiddleware<ErrorPages>();
        app.UseMiddleware<HostGuard>();
        app.Use(ImportPages.Allow);
        app.Use(Diary.UploadForm.Allow);
        app.UseMiddleware<SameOrigin>();
        app.UseMiddleware<Offline.FileMark>();
        app.UseMiddleware<PageKeeper>();
        app.UseRouting();
        app.MapGet($"{Assets.Prefix}/{{version}}/{{**path}}", (HttpContext http, string version, string path, Assets assets) => assets.Serve(http, version, path));
        app.MapManifest();
        app.MapPages();
        app.MapDesign();
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
        var found = folder ?? throw new StartException("The knowledge folder was not found. Name it with --knowledge FOLDER.");
        return Read(() => LibraryLoader.Load(KnowledgeFolder.Read(found)));
    }

    /// <summary>A knowledge folder without texts is said in English.</summary>
    static Languages LanguagesOf(string? folder) =>
        folder is not null && Path.Combine(folder, PhrasebookLoader.Folder) is var texts && Directory.Exists(texts)
            ? Read(() => new Languages(PhrasebookLoader.Load([.. KnowledgeFolder.Read(texts).Select(file => file with { Path = PhrasebookLoader.Folder + file.Path })]).AsEnumerable()))
            : new Languages();

    static T Read<T>(Func<T> knowledge)
    {
        try
        {
            return knowledge();
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
        var care = Task.Run(() => app.Services.GetRequiredService<CareModels>().Interview);   // compiled while the server starts
        try
        {
            await app.StartAsync();
            await care;
        }
        catch (IOException taken)
        {
            throw new StartException($"{taken.Message} Another program may use this port: choose one with --port NUMBER.", taken);
        }
        var port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        Console.WriteLine($"Mainstay is open at http://127.0.0.1:{port}/   (stop it with Ctrl+C)");
        foreach (var address in app.Services.GetRequiredService<HostNames>().Lan)
            Console.WriteLine($"On your phone: http://{HostNames.Written(address)}:{port}/pair   (the code is in Me)");
        _ = Task.Run(() => WarmFigures(app.Services));
        await app.WaitForShutdownAsync();
    }

    /// <summary>The first page with drawings should not wait for the body they are made from.</summary>
    static void WarmFigures(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<Figures.FigureFiles>().Warm(Figures.MoveFigures.BuildOf(services.GetRequiredService<PersonFile>().Read().Answers));
        }
        catch (JournalException)
        {
            // A data file that cannot be read is told on the page that needs it.
        }
    }
}
