using AuditDashboard.Access.Viewing;
using AuditDashboard.Foundation;

namespace AuditDashboard.Access.Journal;

/// <summary>Writes down what the person or key behind this circuit or request does.</summary>
internal sealed class AccessJournal(JournalStore store, RecentViews recent, CurrentViewer viewer, IHttpContextAccessor http) : IAccessJournal
{
    public Task WriteAsync(string action, string? subject, string? reason, CancellationToken cancel) => WriteAsync(action, subject, null, reason, cancel);

    public async Task WriteAsync(string action, string? subject, ClientId? client, string? reason, CancellationToken cancel)
    {
        var actor = await ActorAsync();
        if (recent.IsNoted(actor.Who, action, subject))
        {
            return;
        }

        await store.AddAsync(actor, action, subject, reason, cancel, client);
        recent.Note(actor.Who, action, subject);
    }

    private async Task<JournalActor> ActorAsync()
    {
        if (http.HttpContext is { } context && context.Features.Get<CallingBot>() is { KeyId.Length: > 0 } bot)
        {
            return JournalActor.Of(context, $"key:{bot.KeyId}");
        }

        return await viewer.FindAsync() is { Identity.IsAuthenticated: true } person
            ? JournalActor.Of(person)
            : throw new UnauthorizedAccessException("Nobody is signed in.");
    }
}
