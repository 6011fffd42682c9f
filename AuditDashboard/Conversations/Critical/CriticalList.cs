using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Conversations.Critical;

/// <summary>Registration of the critical events: their place in the menu, and in the strip of the start page.</summary>
internal static class CriticalList
{
    /// <summary>What is older has been seen or never will be.</summary>
    private const int RecentDays = 7;

    private static readonly (string Kind, string Key, Tone Tone)[] Asked =
    [
        (CriticalFold.Complaint, "AttentionComplaint", Tone.Bad), (CriticalFold.Escalation, "AttentionEscalation", Tone.Warn), (CriticalFold.Call, "AttentionCall", Tone.Warn),
    ];

    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IStoryStep, CriticalStep>().AddSingleton<IBotRemoval, RemoveCritical>();
        services.AddScoped<CriticalQuery>().AddScoped<MarkCritical>().AddScoped<AnswerCritical>().AddScoped<CriticalActs>();
        services.AddSingleton(new NavItem("critical", Icons.Material.Outlined.NotificationsActive, typeof(CriticalText), "Nav", NavSection.Main, 40) { OnPhone = true, Count = CountAsync });
        foreach (var (index, (kind, key, tone)) in Asked.Index())
        {
            services.AddSingleton(new AttentionItem(index + 1, (circuit, cancel) => ReadAsync(circuit, kind, key, tone, cancel)));
        }
    }

    private static async Task<NavCount?> CountAsync(IServiceProvider circuit, CancellationToken cancel) =>
        await circuit.GetRequiredService<CriticalQuery>().WaitingAsync(null, Since(circuit), cancel) is { } waits ? new NavCount(waits.Count, Tone.Warn) : null;

    private static async Task<Attention?> ReadAsync(IServiceProvider circuit, string kind, string key, Tone tone, CancellationToken cancel)
    {
        if (await circuit.GetRequiredService<CriticalQuery>().WaitingAsync(kind, Since(circuit), cancel) is not { } waits)
        {
            return null;
        }

        var text = circuit.GetRequiredService<IStringLocalizer<CriticalText>>();
        var age = Formats.Duration(circuit.GetRequiredService<SalonClock>().Now - waits.Oldest);
        return new Attention(waits.Count, text[key], text["Oldest", age], tone, $"critical?period=week&kind={kind}") { Urgent = waits.Long };
    }

    private static DateOnly Since(IServiceProvider circuit) => circuit.GetRequiredService<SalonClock>().Today.AddDays(1 - RecentDays);
}
