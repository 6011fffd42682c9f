using AuditDashboard.Events;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Settings.Store;

/// <summary>Writes the sections of a <c>settings.changed</c> event in the transaction that stores the event.</summary>
internal sealed class SettingsStep : IAppendStep
{
    private RowTable<SettingRow>? _table;

    public int Order => 50;

    public void Apply(AppendBatch batch)
    {
        foreach (var appending in batch.Events)
        {
            foreach (var (section, json) in SettingsEvent.SectionsOf(appending))
            {
                Table(batch.Store).Upsert(new SettingRow { Section = section, Json = json, ChangedAt = appending.RecordedAt, ChangedBy = SettingsEvent.PersonOf(appending) });
            }
        }
    }

    public void Forget()
    {
        // Nothing is remembered: readers look into the table after the commit.
    }

    private RowTable<SettingRow> Table(WriteConnection store) => _table ??= store.Table<SettingRow>();
}
