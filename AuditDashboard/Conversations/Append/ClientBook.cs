using AuditDashboard.Conversations.Clients;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Conversations.Append;

/// <summary>Who wrote: finds or makes the client of an address, learns names and phones, joins records on an equal phone.</summary>
internal sealed class ClientBook(WriteConnection store, TimeProvider time)
{
    private const int Remembered = 20_000;
    private readonly RowTable<ClientRow> _clients = store.Table<ClientRow>();
    private readonly RowTable<IdentityRow> _identities = store.Table<IdentityRow>();
    private readonly RowTable<PhoneRow> _phones = store.Table<PhoneRow>();
    private readonly RowSearch<ClientRow> _byId = store.Table<ClientRow>().Search([nameof(ClientRow.Id)]);
    private readonly RowSearch<IdentityRow> _byAddress = store.Table<IdentityRow>().Search([nameof(IdentityRow.Address)]);
    private readonly RowSearch<PhoneRow> _byPhone = store.Table<PhoneRow>().Search([nameof(PhoneRow.Phone)]);
    private readonly ClientMerger _merger = new(store);
    private readonly Dictionary<string, ClientId> _addresses = new(StringComparer.Ordinal);
    private readonly Dictionary<ClientId, ClientRow> _rows = [];

    /// <summary>The client of the event's own address, else of its conversation, else a new anonymous one.</summary>
    /// <param name="ofConversation">The client the conversation had so far, or null.</param>
    public ClientRow Resolve(AppendingEvent appending, ClientId? ofConversation)
    {
        var part = appending.Content.Client;
        var client = part?.Id is { } address ? OfAddress(address, appending, ofConversation) : ofConversation is { } known ? Find(known) : MakeAnonymous(appending);
        Learn(client, part, appending);
        return client;
    }

    public ClientRow Find(ClientId id)
    {
        if (!_rows.TryGetValue(id, out var row))
        {
            row = _byId.First(id.Value.ToByteArray(true)) ?? throw new InvalidDataException("A session without its client.");
            _rows[id] = row;
        }

        return row;
    }

    /// <summary>Applies a merge or un-merge a person asked for.</summary>
    public void Obey(AppendingEvent appending)
    {
        _merger.Obey(appending);
        _rows.Clear();
    }

    private ClientRow OfAddress(string address, AppendingEvent appending, ClientId? ofConversation)
    {
        if (!_addresses.TryGetValue(address, out var id))
        {
            ForgetSome();
            id = _byAddress.First(address)?.ClientId ?? Introduce(address, appending, ofConversation).Id;
            _addresses[address] = id;
        }

        return Adopt(Find(id), appending, ofConversation);
    }

    private void ForgetSome()
    {
        if (_addresses.Count >= Remembered)
        {
            _addresses.Clear();
            _rows.Clear();
        }
    }

    private ClientRow Introduce(string address, AppendingEvent appending, ClientId? ofConversation)
    {
        var client = ofConversation is { } id && Find(id) is { IsAnonymous: true } anonymous ? anonymous : Make(appending);
        client.IsAnonymous = false;
        _clients.Upsert(client);
        _identities.Insert(new IdentityRow { Address = address, ClientId = client.Id, Channel = appending.Content.Channel, FirstSeenAt = time.GetUtcNow() });
        LearnPhone(client, Phones.OfAddress(address), appending);
        return client;
    }

    /// <summary>A conversation that began without a name belongs to whoever it names later.</summary>
    private ClientRow Adopt(ClientRow client, AppendingEvent appending, ClientId? ofConversation)
    {
        if (ofConversation is { } id && id != client.Id && Find(id) is { IsAnonymous: true } nameless)
        {
            _merger.Merge(nameless.RootId, client.RootId, appending, "conversation");
            _rows.Clear();
        }

        return client;
    }

    private void Learn(ClientRow client, EventContent.ClientPart? part, AppendingEvent appending)
    {
        if (part is null)
        {
            return;
        }

        if (!string.IsNullOrWhiteSpace(part.Name) && client.Name != part.Name)
        {
            client.Name = part.Name;
            _clients.Upsert(client);
        }

        if (part.Phone is not null && Phones.Normalize(part.Phone) is { } phone && phone != client.Phone)
        {
            LearnPhone(client, phone, appending);
        }
    }

    private void LearnPhone(ClientRow client, string? phone, AppendingEvent appending)
    {
        if (phone is null)
        {
            return;
        }

        if (client.Phone is null)
        {
            client.Phone = phone;
            _clients.Upsert(client);
        }

        if (_byPhone.First(phone) is not { } owner)
        {
            _phones.Insert(new PhoneRow { Phone = phone, ClientId = client.Id });
            return;
        }

        var (mine, other) = (client.RootId, Find(owner.ClientId).RootId);
        if (mine != other && !_merger.WasUndone(mine, other))
        {
            _merger.MergeYounger(mine, other, appending, "phone");
            _rows.Clear();
        }
    }

    private ClientRow MakeAnonymous(AppendingEvent appending)
    {
        var client = Make(appending);
        _clients.Insert(client);
        return client;
    }

    private ClientRow Make(AppendingEvent appending)
    {
        var id = ClientId.New(time);
        return _rows[id] = new ClientRow { Id = id, RootId = id, IsAnonymous = true, CreatedAt = appending.RecordedAt };
    }
}
