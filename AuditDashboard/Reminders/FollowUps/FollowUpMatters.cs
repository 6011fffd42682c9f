using System.Globalization;
using AuditDashboard.Channels;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Planning;
using AuditDashboard.Reminders.Rules;
using AuditDashboard.Reminders.Sending;
using AuditDashboard.Settings;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Reminders.FollowUps;

/// <summary>What reminders' sending loop needs of follow-ups: those that are due become reminders' rows, and go the way of all others.</summary>
internal sealed class FollowUpMatters(ITransactions transactions, SalonZones zones, ReminderRules rules, ISettings settings, MissedCallBell bell, TimeProvider time)
{
    public static readonly string StepPrefix = "follow-";
    private const int AtOnce = 100;

    /// <summary>How long a message about a matter is of use.</summary>
    private static readonly TimeSpan Useful = TimeSpan.FromDays(2);

    /// <summary>Advertising is forbidden there (72-FZ).</summary>
    private static readonly string[] Restricted = ["telegram", "whatsapp", "instagram"];

    private RowSearch<FollowUpRow>? _byKey;
    private RowSearch<ReminderRow>? _reminders;

    /// <summary>Turns due steps into rows of reminders, each once, whatever restarts.</summary>
    public async Task RaiseAsync(AuditDbContext db, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var keys = settings.FollowUps.IsAnyOn
            ? await db.Set<FollowUpRow>().AsNoTracking().Where(row => row.NextAt <= now).OrderBy(row => row.NextAt).Select(row => row.Key).Take(AtOnce).ToListAsync(cancel)
            : [];
        if (keys.Count > 0)
        {
            await transactions.RunAsync(store => Raise(store, keys, now), cancel);
        }
    }

    /// <summary>The matter in the clothes of a visit that asks nothing: that is what the loop knows how to write about.</summary>
    public AppointmentRow Dress(FollowUpRow row)
    {
        var zone = ZoneOf(row);
        var end = row.SinceAt!.Value + Useful;
        return new AppointmentRow
        {
            Key = row.Key, Bot = row.Bot, ClientId = row.ClientId, ClientAddress = row.Address, Branch = row.Branch, Plan = "confirmed", StartAt = end,
            Zone = zone.Id, Wall = WallClock.Of(end, zone).ToString("s", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>May it go out at this moment.</summary>
    public (ReminderVerdict Verdict, DateTimeOffset At, string? Code) Judge(ReminderRow row, FollowUpRow matter, DateTimeOffset now)
    {
        var isCall = matter.Kind == FollowUpKinds.Call;
        if (TextOf(row) is null)
        {
            return (ReminderVerdict.Void, now, ReminderCodes.Off);
        }

        if (row.Version != matter.Version || matter.Code is not (null or "done"))
        {
            return (ReminderVerdict.Void, now, matter.Code ?? "moved");
        }

        var zone = ZoneOf(matter);
        var wall = WallClock.Of(now, zone);
        return rules.Quiet.Include(wall) ? (ReminderVerdict.Wait, WallClock.MomentOf(rules.Quiet.EndAfter(wall), zone), null)
            : now - row.NextAt > FollowUpLadder.Patience && !isCall ? (ReminderVerdict.Void, now, ReminderCodes.Missed)
            : (ReminderVerdict.Send, now, null);
    }

    /// <summary>Where it may go: the third step never where the first two went, advertising only where the law allows it.</summary>
    public async Task<IReadOnlyList<SendingEndpoint>> EndpointsAsync(AuditDbContext db, ReminderRow row, IReadOnlyList<SendingEndpoint> endpoints, CancellationToken cancel)
    {
        List<string?> used = row.Rule == $"{StepPrefix}{FollowUpSettings.Steps}"
            ? await db.Set<ReminderRow>().Where(other => other.AppointmentKey == row.AppointmentKey && other.Version == row.Version && other.SentAt != null).Select(other => other.Channel).ToListAsync(cancel)
            : [];
        return [.. endpoints.Where(endpoint => !used.Contains(endpoint.Channel) && !(IsAdvertising(row) && Restricted.Contains(endpoint.Channel)))];
    }

    public bool IsAdvertising(ReminderRow row) => settings.FollowUps.IsAdvertising && row.Rule.StartsWith(StepPrefix, StringComparison.Ordinal);

    /// <summary>The template; null where the owner has switched it off or left it empty.</summary>
    public string? TextOf(ReminderRow row)
    {
        var given = settings.FollowUps;
        var text = !row.Rule.StartsWith(StepPrefix, StringComparison.Ordinal) ? given.AnswersCalls ? given.CallText : null
            : given.Enabled ? given.Texts.ElementAtOrDefault(StepOf(row) - 1) : null;
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>The approved template that says the same; null where the owner named none.</summary>
    public (string Name, string Language)? TemplateOf(ReminderRow row)
    {
        var given = settings.FollowUps;
        var name = row.Rule.StartsWith(StepPrefix, StringComparison.Ordinal) ? given.Templates.ElementAtOrDefault(StepOf(row) - 1) : given.CallTemplate;
        return string.IsNullOrWhiteSpace(name) ? null : (name, given.TemplateLanguage);
    }

    /// <summary>Counts from 1.</summary>
    public static int StepOf(ReminderRow row) => row.Rule[^1] - '0';

    private void Raise(WriteConnection store, List<string> keys, DateTimeOffset now)
    {
        _byKey ??= store.Table<FollowUpRow>().Search([nameof(FollowUpRow.Key)]);
        _reminders ??= store.Table<ReminderRow>().Search([nameof(ReminderRow.AppointmentKey), nameof(ReminderRow.Version), nameof(ReminderRow.Rule)]);
        var book = new FollowUpBook(store, zones, rules, settings, bell);
        foreach (var row in keys.Select(key => _byKey.First(key)).OfType<FollowUpRow>().Where(row => row.NextAt <= now))
        {
            var isCall = row.Kind == FollowUpKinds.Call;
            row.Steps = isCall ? 1 : FollowUpLadder.Next(row.Steps, row.LastOutAt!.Value, ZoneOf(row), rules.Quiet)?.Step ?? FollowUpSettings.Steps;
            var rule = isCall ? "call-1" : $"{StepPrefix}{row.Steps}";
            if ((isCall || now - row.NextAt <= FollowUpLadder.Patience) && _reminders.First(row.Key, row.Version, rule) is null)
            {
                store.Table<ReminderRow>().Insert(new ReminderRow { AppointmentKey = row.Key, Version = row.Version, Rule = rule, DueAt = row.NextAt!.Value, NextAt = row.NextAt.Value });
            }

            if (isCall)
            {
                row.NextAt = null;
                store.Table<FollowUpRow>().Upsert(row);
            }
            else
            {
                book.Plan(row);
            }
        }
    }

    private TimeZoneInfo ZoneOf(FollowUpRow row) => row.Branch is { } branch && zones.Branches.TryGetValue(branch, out var own) ? own : zones.Organization;
}
