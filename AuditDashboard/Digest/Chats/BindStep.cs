using AuditDashboard.Digest.Sending;
using AuditDashboard.Events;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Digest.Chats;

/// <summary>
/// Recognises an owner's one-time code among what clients write, in the transaction that stores the message: whoever wrote it is where that owner is
/// written to from now on. A code counts once, for 15 minutes, by our own clock.
/// </summary>
internal sealed class BindStep : IAppendStep
{
    private static readonly (string Prefix, string Channel)[] Channels = [("tg:", "telegram"), ("max:", "max")];

    private RowSearch<OwnerChatRow>? _byCode;

    public int Order => 70;

    public void Apply(AppendBatch batch)
    {
        foreach (var appending in batch.Events)
        {
            var content = appending.Content;
            if (content.Type == EventTypes.MessageReceived && BindCode.In(content.Text) is { } code && ChannelOf(content.Client?.Id) is { } channel)
            {
                Bind(batch.Store, appending, code, channel);
            }
        }
    }

    public void Forget()
    {
        // Nothing is remembered: the next code is looked up on disk.
    }

    private void Bind(WriteConnection store, AppendingEvent said, string code, string channel)
    {
        _byCode ??= store.Table<OwnerChatRow>().Search([nameof(OwnerChatRow.CodeHash)]);
        if (_byCode.First(BindCode.HashOf(code)) is not { } chat || !(said.RecordedAt < chat.CodeUntil))
        {
            return;
        }

        (chat.Channel, chat.Address, chat.Bot, chat.Endpoint, chat.BoundAt) = (channel, said.Content.Client!.Id, said.Draft.Bot, said.Draft.Endpoint, said.RecordedAt);
        (chat.CodeHash, chat.CodeUntil) = (null, null);
        store.Table<OwnerChatRow>().Upsert(chat);
        store.Table<OwnerMessageRow>().Upsert(OwnerMessageRow.Plan(
            MessageKinds.Bound, said.RecordedAt.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture), chat.UserId, Speech.SayIn(chat.Language, "BoundMessage"), said.RecordedAt, TimeSpan.FromHours(1)));
    }

    private static string? ChannelOf(string? address) =>
        address is null ? null : Channels.FirstOrDefault(channel => address.StartsWith(channel.Prefix, StringComparison.Ordinal)).Channel;
}
