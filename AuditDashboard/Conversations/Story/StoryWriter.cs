using AuditDashboard.Conversations.Append;
using AuditDashboard.Conversations.Clients;
using AuditDashboard.Conversations.Sessions;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Conversations.Story;

/// <summary>Writes told stories down in one transaction: due moments, outcomes, corrected sessions, and what the steps derive.</summary>
internal sealed class StoryWriter(
    ITransactions transactions, StoryTeller teller, IEventPlaces places, ConversationStep append, IEnumerable<IStoryStep> steps, Pulse<SessionsChanged> changes)
{
    private readonly IStoryStep[] _steps = [.. steps];
    private Tables? _tables;

    /// <param name="since">Sessions with an event after this seq are news even where their outcome is the same.</param>
    public async Task WriteAsync(IReadOnlyList<ToldStory> told, long since, CancellationToken cancel)
    {
        HashSet<SessionId> changed = [.. told.SelectMany(story => story.Places.Ids)
            .Where(pair => pair.Key.Events.Any(item => item.Stored.Seq > since)).Select(pair => pair.Value)];
        await transactions.RunAsync(store => Write(store, told, changed), cancel);
        foreach (var step in _steps)
        {
            step.Announce();
        }

        changes.Send(new SessionsChanged(changed));
    }

    public Task WriteStateAsync(long seq, string rules, CancellationToken cancel) =>
        transactions.RunAsync(store => Open(store).States.Upsert(new StoryStateRow { Seq = seq, Rules = rules }), cancel);

    public Task WriteDueAsync(ClientId root, DateTimeOffset dueAt, CancellationToken cancel) =>
        transactions.RunAsync(store => Open(store).Dues.Upsert(new StoryDueRow { ClientId = root, DueAt = dueAt }), cancel);

    public async Task RebuildAsync(CancellationToken cancel)
    {
        foreach (var step in _steps)
        {
            await step.RebuildAsync(cancel);
            step.Announce();
        }
    }

    private void Write(WriteConnection store, IReadOnlyList<ToldStory> told, HashSet<SessionId> changed)
    {
        var tables = Open(store);
        List<IStoryStep.Change> changes = [];
        // Who was removed meanwhile has no story any more.
        foreach (var story in told.Where(story => tables.Knows(story.Root)).Select(story => story.Places.Moves.Count == 0 ? story : Correct(store, story, changed)))
        {
            WriteDue(tables, story);
            WriteOutcomes(tables, story, changed);
            changes.Add(new IStoryStep.Change(story.Root, story.Members, story.Story));
        }

        foreach (var step in _steps)
        {
            step.Apply(store, changes);
        }
    }

    /// <summary>Tells the story again inside the transaction, where no event can come in between, and moves what lies in a wrong session.</summary>
    private ToldStory Correct(WriteConnection store, ToldStory seen, HashSet<SessionId> changed)
    {
        var tables = Open(store);
        var story = teller.Tell(seen.Root, seen.Members, [.. seen.Members.SelectMany(member => places.OfClient(store, member))], seen.Strays);
        foreach (var (seq, to) in story.Places.Moves)
        {
            places.Move(store, seq, to);
        }

        foreach (var episode in story.Places.Changed)
        {
            tables.Sessions.Upsert(SessionRetold.Row(story.Places.Ids[episode], episode, tables.Client));
            changed.Add(story.Places.Ids[episode]);
        }

        foreach (var gone in story.Places.Gone)
        {
            tables.SessionById.Delete(gone.Value.ToByteArray(true));
            tables.OutcomeById.Delete(gone.Value.ToByteArray(true));
            tables.Traits.Delete(gone);
            changed.Add(gone);
        }

        // The append step remembers sessions as they were.
        append.Forget();
        return story;
    }

    private static void WriteDue(Tables tables, ToldStory story)
    {
        foreach (var member in story.Members)
        {
            tables.DueByClient.Delete(member.Value.ToByteArray(true));
        }

        if (story.Story.NextDueAt is { } next)
        {
            tables.Dues.Insert(new StoryDueRow { ClientId = story.Root, DueAt = next });
        }
    }

    private static void WriteOutcomes(Tables tables, ToldStory story, HashSet<SessionId> changed)
    {
        foreach (var (episode, id) in story.Places.Ids)
        {
            var row = OutcomeRows.Row(id, episode);
            var known = tables.OutcomeById.First(id.Value.ToByteArray(true));
            // How it ended was told when its words were still there; less is known now.
            if (known is { ClosedAt: not null } && episode.Events.Any(item => item.Stored.Content is null))
            {
                continue;
            }

            if (known is null || !OutcomeRows.Same(known, row))
            {
                tables.Outcomes.Upsert(row);
                changed.Add(id);
            }

            tables.Traits.Write(id, episode);
        }
    }

    private Tables Open(WriteConnection store) => _tables ??= new Tables(store);

    private sealed class Tables(WriteConnection store)
    {
        private readonly RowSearch<ClientRow> _clients = store.Table<ClientRow>().Search([nameof(ClientRow.Id)]);

        public RowTable<StoryStateRow> States { get; } = store.Table<StoryStateRow>();

        public RowTable<StoryDueRow> Dues { get; } = store.Table<StoryDueRow>();

        public RowSearch<StoryDueRow> DueByClient { get; } = store.Table<StoryDueRow>().Search([nameof(StoryDueRow.ClientId)]);

        public RowTable<SessionRow> Sessions { get; } = store.Table<SessionRow>();

        public RowSearch<SessionRow> SessionById { get; } = store.Table<SessionRow>().Search([nameof(SessionRow.Id)]);

        public RowTable<SessionOutcomeRow> Outcomes { get; } = store.Table<SessionOutcomeRow>();

        public RowSearch<SessionOutcomeRow> OutcomeById { get; } = store.Table<SessionOutcomeRow>().Search([nameof(SessionOutcomeRow.SessionId)]);

        public SessionTraits Traits { get; } = new(store);

        public bool Knows(ClientId id) => _clients.First(id.Value.ToByteArray(true)) is not null;

        public ClientRow Client(ClientId id) => _clients.First(id.Value.ToByteArray(true)) ?? throw new InvalidDataException("A session without its client.");
    }
}
