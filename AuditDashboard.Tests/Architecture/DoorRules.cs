using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;

namespace AuditDashboard.Tests.Architecture;

/// <summary>A door stays narrow: at most twelve types lie directly in the folder of a capability.</summary>
internal static class DoorRules
{
    public const int Widest = 12;

    /// <summary>Doors that are wider, how wide they may be, and why.</summary>
    public static readonly IReadOnlyDictionary<string, (int Widest, string Reason)> Exceptions = new Dictionary<string, (int, string)>
    {
        ["Access"] = (13, "people, keys and the journal, and the eyes of an owner for what is told while no owner looks"),
        ["Settings"] = (14, "one record a section, which everybody reads"),
        ["Events"] = (19, "everything is about the log: offering, judging, storing, reading, proving, and joining its transaction"),
        ["Conversations"] = (20, "sessions, clients and bookings, who is not to be written to, and the client's story, of which Kpi makes its numbers"),
        ["Channels"] = (14, "two doors in one: the relay tells what a bot said, reminders say it themselves"),
    };

    public static IEnumerable<string> Broken(IEnumerable<Type> types, IReadOnlySet<(string From, string To)> references) =>
        from type in types
        where IsInDoor(type, references)
        group type.Name by type.Namespace!.Split('.')[^1] into door
        let widest = Exceptions.TryGetValue(door.Key, out var exception) ? exception.Widest : Widest
        where !FolderRules.Open.Contains(door.Key) && door.Count() > widest
        select $"{door.Key}: {door.Count()} types in the door, at most {widest}: {string.Join(", ", door.Order())}";

    /// <summary>A component counts only when another folder mentions it: a page is reached by its address, not by its type.</summary>
    private static bool IsInDoor(Type type, IReadOnlySet<(string From, string To)> references)
    {
        if (type.IsNested || type.Namespace?.Split('.').Length != 2 || type.Name == "_Imports" || type.IsDefined(typeof(CompilerGeneratedAttribute)))
        {
            return false;
        }

        return !typeof(IComponent).IsAssignableFrom(type)
            || references.Any(pair => pair.To == type.FullName && !pair.From.StartsWith(type.Namespace + ".", StringComparison.Ordinal));
    }
}
