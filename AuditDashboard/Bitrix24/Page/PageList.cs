using AuditDashboard.Bitrix24.Connect;
using AuditDashboard.Bitrix24.Status;
using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Bitrix24.Page;

/// <summary>Registration of the page and of what it asks people to look at.</summary>
internal static class PageList
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddScoped<NoteBitrixDeed>().AddScoped<ConnectPortal>().AddScoped<SendTestLead>();
        services.AddScoped<ChangeDelivery>().AddScoped<BitrixActs>().AddScoped<BitrixViewQuery>().AddScoped<DialogLeadQuery>();
        services.AddSingleton(new InspectorPart(10, typeof(DialogLead)));
        services.AddSingleton(new NavItem("bitrix24", Icons.Material.Outlined.Sync, typeof(Bitrix24Text), "Title", NavSection.System, 10) { Count = CountAsync });
        services.AddSingleton(new AttentionItem(40, ReadAsync));
    }

    private static async Task<NavCount?> CountAsync(IServiceProvider services, CancellationToken cancel)
    {
        var status = await services.GetRequiredService<BitrixStatusQuery>().RunAsync(cancel);
        return status switch
        {
            { State: "off" } => null,
            { Dead: > 0 } => new NavCount(status.Dead, Tone.Bad),
            { State: "blocked" } => new NavCount(Math.Max(1, status.Queue), Tone.Bad),
            { Queue: > 0 } => new NavCount(status.Queue, Tone.Flat),
            _ => null,
        };
    }

    private static async Task<Attention?> ReadAsync(IServiceProvider services, CancellationToken cancel)
    {
        var status = await services.GetRequiredService<BitrixStatusQuery>().RunAsync(cancel);
        var text = services.GetRequiredService<IStringLocalizer<Bitrix24Text>>();
        return status switch
        {
            { State: "blocked" } => new Attention(Math.Max(1, status.Queue), text["AttentionBlocked"], text["Reason_" + status.Reason], Tone.Bad, "bitrix24"),
            { Dead: > 0 } => new Attention(status.Dead, text["AttentionDead"], text["AttentionDeadDetail"], Tone.Bad, "bitrix24"),
            _ => null,
        };
    }
}
