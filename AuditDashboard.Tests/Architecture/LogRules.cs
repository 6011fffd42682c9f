using System.Reflection;
using System.Text.RegularExpressions;
using AuditDashboard.Tests.Architecture.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.Extensions.Logging;

namespace AuditDashboard.Tests.Architecture;

/// <summary>What is logged, by what id, and never about whom.</summary>
internal static partial class LogRules
{
    /// <summary>First id of each capability; it owns that id and the 99 after it.</summary>
    public static readonly IReadOnlyDictionary<string, int> FirstId = new Dictionary<string, int>
    {
        ["Foundation"] = 1000, ["Storage"] = 1100, ["Access"] = 1200,
        ["Events"] = 2000, ["Ingestion"] = 2100, ["Channels"] = 2200, ["Conversations"] = 2300, ["Evidence"] = 2400, ["Voice"] = 2500, ["Relay"] = 2600,
        ["Kpi"] = 3000, ["Problems"] = 3100, ["Intents"] = 3200, ["Releases"] = 3300,
        ["Reminders"] = 4000, ["Bitrix24"] = 4100, ["Replay"] = 4200, ["Digest"] = 4300, ["Notices"] = 4400,
        ["Retention"] = 5000, ["Backups"] = 5100, ["Exports"] = 5200, ["Settings"] = 5300, ["Demo"] = 5400, ["Jobs"] = 5500,
        ["Shell"] = 6000, ["Ui"] = 6100,
    };

    private static readonly string[] Personal =
        ["Text", "Words", "Body", "Payload", "Phone", "Email", "ClientName", "Password", "Secret", "Token", "ApiKey", "Code"];

    public static IEnumerable<Message> MessagesOf(IEnumerable<Type> types) =>
        from type in types
        from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        let attribute = method.GetCustomAttribute<LoggerMessageAttribute>()
        where attribute is not null
        select new Message($"{type.FullName}.{method.Name}", type.Namespace!.Split('.').ElementAtOrDefault(1) ?? "", attribute.EventId, attribute.Message ?? "");

    public static IEnumerable<string> Broken(IReadOnlyCollection<Message> messages) =>
    [
        .. from message in messages
           where !FirstId.TryGetValue(message.Capability, out var first) || message.Id < first || message.Id >= first + 100
           select $"{message.Method}: id {message.Id} is not one of {message.Capability}'s",
        .. from message in messages
           group message by message.Id into same
           where same.Count() > 1
           select $"id {same.Key} is used by {string.Join(", ", same.Select(message => message.Method))}",
        .. from message in messages
           from Match placeholder in Placeholders().Matches(message.Words)
           where Personal.Contains(placeholder.Groups[1].Value)
           select $"{message.Method}: {placeholder.Value} does not belong in a log",
    ];

    /// <summary>Messages are private partial methods, and the last members of their class; nobody logs past them.</summary>
    public static IEnumerable<string> OutOfPlace(SourceFile file) =>
    [
        .. from type in file.All<TypeDeclarationSyntax>()
           from method in type.Members.SkipWhile(member => !IsMessage(member)).Where(member => !IsMessage(member)).Take(1)
           select $"{file.Path}:{SourceFile.LineOf(method)}: the [LoggerMessage] methods stand last in {type.Identifier.Text}",
        .. from method in file.All<MethodDeclarationSyntax>()
           where IsMessage(method) && !(method.Modifiers.Any(word => word.Text == "private") && method.Modifiers.Any(word => word.Text == "partial"))
           select $"{file.Path}:{SourceFile.LineOf(method)}: {method.Identifier.Text} is not private partial",
        .. from call in file.All<MemberAccessExpressionSyntax>()
           where LooseCalls().IsMatch(call.Name.Identifier.Text)
           select $"{file.Path}:{SourceFile.LineOf(call)}: {call.Name} instead of a [LoggerMessage]",
    ];

    private static bool IsMessage(MemberDeclarationSyntax member) =>
        member.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() == "LoggerMessage");

    internal sealed record Message(string Method, string Capability, int Id, string Words);

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Placeholders();

    [GeneratedRegex("^Log(Trace|Debug|Information|Warning|Error|Critical)$")]
    private static partial Regex LooseCalls();
}
