namespace AuditDashboard.Tests.Architecture;

/// <summary>Who may import whom. Folders are the capabilities directly under <c>AuditDashboard/</c>.</summary>
internal static class FolderRules
{
    /// <summary>Folder -> folders it may import. Foundation is open to all; a folder may always import itself.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> MayImport = new Dictionary<string, string[]>
    {
        ["Foundation"] = [],
        ["Storage"] = [],
        ["Ui"] = [],
        ["Access"] = ["Storage", "Ui"],
        ["Events"] = ["Storage", "Ui", "Access"],
        ["Settings"] = ["Storage", "Ui", "Access", "Events"],
        ["Evidence"] = ["Storage", "Ui", "Access", "Events"],
        ["Conversations"] = ["Storage", "Ui", "Access", "Events", "Settings"],
        ["Voice"] = ["Storage", "Ui", "Access", "Events", "Settings"],
        ["Ingestion"] = ["Storage", "Ui", "Access", "Events", "Settings"],
        ["Channels"] = ["Storage", "Ui", "Access", "Events", "Settings", "Ingestion", "Conversations"],
        ["Relay"] = ["Access", "Ingestion", "Channels"],
        ["Kpi"] = ["Storage", "Ui", "Access", "Events", "Settings", "Conversations"],
        ["Problems"] = ["Storage", "Ui", "Access", "Events", "Settings"],
        ["Intents"] = ["Storage", "Ui", "Access", "Events", "Conversations"],
        ["Releases"] = ["Storage", "Ui", "Access", "Events", "Settings", "Kpi"],
        ["Reminders"] = ["Storage", "Ui", "Access", "Events", "Settings", "Conversations", "Channels", "Kpi"],
        ["Bitrix24"] = ["Storage", "Ui", "Access", "Events", "Settings", "Conversations"],
        // The owner's messages say what every capability below says on its pages; it imports doors only, and nobody imports it.
        ["Digest"] = ["Storage", "Ui", "Access", "Events", "Settings", "Kpi", "Evidence", "Channels"],
        // Bots are told what the log and the people's rights ask for; nobody imports it.
        ["Notices"] = ["Storage", "Ui", "Access", "Events", "Evidence", "Channels"],
        ["Replay"] = ["Ui", "Access", "Events", "Settings", "Conversations", "Voice", "Evidence"],
        ["Retention"] = ["Storage", "Ui", "Access", "Events", "Settings"],
        ["Backups"] = ["Storage", "Ui", "Access", "Events", "Settings"],
        ["Exports"] = ["Storage", "Ui", "Access", "Events", "Settings"],
        ["Jobs"] = ["Storage", "Ui", "Access"],
        ["Demo"] = ["Storage", "Ui", "Access", "Events", "Settings", "Releases"],
        ["Shell"] = ["Ui", "Access", "Settings"],
    };

    /// <summary>Folders without a door: all their types may be used. The others show only what lies directly in them.</summary>
    public static readonly IReadOnlySet<string> Open = new HashSet<string> { "Foundation", "Storage", "Ui" };

    /// <summary>What is wrong with this mention, or null. Program.cs stands above the folders: it may use every door, and no inner type.</summary>
    public static string? Broken(string from, string to)
    {
        var (source, target) = (Place.Of(from), Place.Of(to));
        if (source.Folder == target.Folder || target.Folder is "" or "Foundation")
        {
            return null;
        }

        if (source.Folder != "" && !MayImport.GetValueOrDefault(source.Folder, []).Contains(target.Folder))
        {
            return $"{from} -> {to}: {source.Folder} may not import {target.Folder}";
        }

        return target.IsInner && !Open.Contains(target.Folder) ? $"{from} -> {to}: {target.Folder} keeps that type to itself" : null;
    }

    /// <summary>The folders that import each other in a ring; empty when the table is sound.</summary>
    public static IReadOnlyCollection<string> Circle(IReadOnlyDictionary<string, string[]> table)
    {
        var left = table.ToDictionary(rule => rule.Key, rule => rule.Value.ToHashSet());
        while (left.FirstOrDefault(rule => !rule.Value.Any(left.ContainsKey)) is { Key: not null } free)
        {
            left.Remove(free.Key);
        }

        return left.Keys;
    }

    private readonly record struct Place(string Folder, bool IsInner)
    {
        public static Place Of(string type) =>
            type.Split('.') is ["AuditDashboard", var folder, _, .. var deeper] ? new Place(folder, deeper.Length > 0) : new Place("", false);
    }
}
