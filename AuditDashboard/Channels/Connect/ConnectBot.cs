using AuditDashboard.Access;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Connect;

/// <summary>Connects what the wizard was told: a key for the events API, or an endpoint.</summary>
internal sealed class ConnectBot(ConnectEndpoint endpoints, IBotKeys keys, IEventReader events, TimeProvider time)
{
    /// <param name="Members">Of the endpoint, in clear; for the events API the key as <c>Secret</c>. Shown once.</param>
    /// <param name="Target">What the check waits for: only events from now on.</param>
    internal sealed record Connected(IReadOnlyDictionary<string, string> Members, CheckTarget Target)
    {
        // A record prints its members; this one must not.
        public override string ToString() => $"connected {Target.Kind}";
    }

    /// <summary>Refusals: <c>forbidden</c>, <c>bot.invalid</c>, <c>kind.unknown</c>, <c>member.missing</c>, <c>member.invalid</c>, <c>busy</c>, <c>storage</c>.</summary>
    public async Task<Outcome<Connected>> HandleAsync(ConnectDraft draft, CancellationToken cancel)
    {
        var bot = draft.Bot.Trim();
        var target = new CheckTarget(draft.Kind, bot, draft.EndpointId, [], await events.LastSeqAsync(cancel), time.GetUtcNow());
        if (draft.Kind == Connection.ByKey)
        {
            var issued = await keys.IssueAsync(bot, bot, draft.Branch, cancel);
            return issued.Succeeded
                ? new Connected(new Dictionary<string, string> { [EndpointShape.Secret] = issued.Value.Key }, target with { KeyIds = [issued.Value.Id] })
                : issued.Refusal;
        }

        var id = draft.EndpointId ??= NewEndpoint.IdFor(draft.Kind);
        var made = await endpoints.HandleAsync(new NewEndpoint(id, draft.Kind, bot, draft.Branch, draft.Typed), cancel);
        return made.Succeeded ? new Connected(made.Value, target with { EndpointId = id }) : made.Refusal;
    }
}
