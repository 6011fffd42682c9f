namespace AuditDashboard.Channels.Connect.Guides;

/// <summary>How the page of integrations leads through one kind; its words are <c>Kind_</c>, <c>Hint_</c> and <c>Step_&lt;kind&gt;_1…</c> of <see cref="KindText"/>.</summary>
/// <param name="Steps">How many steps the owner takes in the channel's own cabinet.</param>
/// <param name="Stages">Of the live check, in the order a call passes them; keys of <see cref="ConnectText"/>.</param>
/// <param name="Calls">Requests to take away.</param>
internal sealed record KindGuide(string Kind, int Steps, IReadOnlyList<string> Stages, Func<GuideInput, IReadOnlyList<WebCall>> Calls)
{
    /// <summary>Null for the events API and for what no page connects.</summary>
    public static KindGuide? Of(string kind) => All.FirstOrDefault(guide => guide.Kind == kind);

    public static readonly IReadOnlyList<KindGuide> All =
    [
        BotGuides.Max, BotGuides.Telegram, BotGuides.Vk, MetaGuides.WhatsApp, MetaGuides.Instagram, GatewayGuides.GreenApi, GatewayGuides.Wazzup,
        BookingGuides.Yclients, PhoneGuides.Mango, PhoneGuides.Uis, BookingGuides.Bitrix24,
        new KindGuide("events", 0, [CheckStages.Address, CheckStages.Signature, CheckStages.Secret, CheckStages.Clock, CheckStages.Json], _ => []),
    ];
}
