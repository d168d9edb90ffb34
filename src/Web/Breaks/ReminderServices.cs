using Mainstay.Journal;
using Mainstay.Web.Hosting;
using Mainstay.Web.Push;

namespace Mainstay.Web.Breaks;

/// <summary>What breaks and reminders are made of.</summary>
public static class ReminderServices
{
    public static void AddReminders(this IServiceCollection services)
    {
        services.AddSingleton<JobTable>().AddSingleton<PushAddresses>().AddSingleton<Secrets>().AddSingleton<Vapid>();
        services.AddSingleton(at => new PushSender(at.GetRequiredService<PushAddresses>(), at.GetRequiredService<Vapid>(), at.GetRequiredService<TimeProvider>(),
            at.GetRequiredService<WebOptions>(), at.GetService<HttpMessageHandler>()));
        services.AddSingleton<Reminders>().AddHostedService(at => at.GetRequiredService<Reminders>());
    }
}
