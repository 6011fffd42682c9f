using System.Globalization;
using AuditDashboard.Bitrix24.Portal;
using AuditDashboard.Conversations;
using AuditDashboard.Events;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Bitrix24.Outbox;

/// <summary>Writes down in the append transaction what the portal is to be told. Where no portal is connected, nothing is.</summary>
internal sealed class OutboxStep(PortalStore portal, IOptions<ConversationOptions> conversations) : IAppendStep
{
    /// <summary>The envelope of events that came back from the portal: they are not told to it again.</summary>
    public const string FromPortal = "crm";

    private OutboxBook? _book;

    public int Order => 40;

    public void Apply(AppendBatch batch)
    {
        if (portal.Current is null)
        {
            return;
        }

        foreach (var appending in batch.Events)
        {
            if (!IsSilent(appending))
            {
                _book ??= new OutboxBook(batch.Store, conversations.Value.Idle);
                Take(appending, _book);
            }
        }
    }

    public void Forget() => _book = null;

    private static void Take(AppendingEvent appending, OutboxBook book)
    {
        var content = appending.Content;
        if (content.Type == EventTypes.LeadCreated)
        {
            book.Lead(appending);
        }
        else if (content.Type.StartsWith("crm.", StringComparison.Ordinal))
        {
            if (content.DataText("entity") is "lead" or "deal" && long.TryParse(content.DataText("entityId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                book.Notice(content.DataText("entity")!, id, appending);
            }
        }
        else if (Deliveries.Of(content) is { Count: > 0 } deliveries)
        {
            book.Tell(appending, deliveries);
        }
    }

    /// <summary>Tries, imports, the demo's pretended past, and what the portal itself told.</summary>
    private static bool IsSilent(AppendingEvent appending) =>
        appending.Draft.Bot == OwnEvent.Bot || appending.Draft.Envelope == FromPortal || appending.Draft.ReceivedAt is not null
        || appending.Content.Flag("imported") || appending.Content.Flag("test") || appending.Content.Flag("spam");
}
