using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace AuditDashboard.Tests.Architecture;

/// <summary>Sealed and internal by default; rows private to their folder; names that say something.</summary>
internal static class TypeRules
{
    private static readonly string[] EmptyWords =
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Utilities", "Service", "Base", "Impl", "Data", "Info", "Common", "Shared"];

    /// <summary>Components whose code is all in their markup: Razor writes their class, and does not seal it.</summary>
    public static IEnumerable<string> NotSealed(IReadOnlyCollection<Type> types, IReadOnlySet<string> componentsWithCodeBehind) =>
        from type in types.Where(IsHandWritten)
        where type.IsClass && !type.IsAbstract && !type.IsSealed
        where !types.Any(other => other.BaseType == type)
        where !IsComponent(type) || componentsWithCodeBehind.Contains(type.Name)
        select $"{type.FullName} is not sealed";

    /// <summary>Razor's components are public, and C# wants what their parameters carry to be public too.</summary>
    public static IEnumerable<string> PublicInside(IReadOnlyCollection<Type> types)
    {
        var carried = new HashSet<Type>();
        foreach (var component in types.Where(IsComponent))
        {
            Carry(component, types, carried);
        }

        return from type in types.Where(IsHandWritten)
               where type.IsPublic && !IsComponent(type) && IsInner(type) && !carried.Contains(type)
               where !FolderRules.Open.Contains(type.Namespace!.Split('.')[1])
               select $"{type.FullName} is public: only doors, open folders, pages and what their parameters carry are";
    }

    /// <summary>A nested row is a line of a report; a table's row is never nested (next rule).</summary>
    public static IEnumerable<string> LooseRows(IEnumerable<Type> types) =>
        from type in types.Where(IsHandWritten)
        where type.Name.EndsWith("Row", StringComparison.Ordinal) && !type.IsNested && !IsComponent(type)
        where type.IsPublic || !type.IsSealed || !IsInner(type)
        select $"{type.FullName}: a row is internal, sealed and lies in a sub-folder";

    public static IEnumerable<string> EntitiesThatAreNoRows(IEnumerable<Type> types) =>
        from type in types
        from map in type.GetInterfaces()
        where map.IsGenericType && map.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>)
        let entity = map.GenericTypeArguments[0]
        where entity.Assembly == type.Assembly && (entity.IsNested || !entity.Name.EndsWith("Row", StringComparison.Ordinal))
        select $"{entity.FullName} is a table, so its name ends in Row and it stands by itself";

    public static IEnumerable<string> EmptyNames(IEnumerable<Type> types) =>
        from type in types.Where(IsHandWritten)
        let name = type.Name.Split('`')[0]
        let word = EmptyWords.FirstOrDefault(word => name.EndsWith(word, StringComparison.Ordinal))
        where word is not null && !(word == "Service" && typeof(IHostedService).IsAssignableFrom(type))
        select $"{type.FullName}: {word} says nothing; name what it does";

    private static void Carry(Type owner, IReadOnlyCollection<Type> types, HashSet<Type> carried)
    {
        foreach (var type in owner.GetProperties().SelectMany(property => Parts(property.PropertyType)))
        {
            if (types.Contains(type) && carried.Add(type))
            {
                Carry(type, types, carried);
            }
        }
    }

    private static IEnumerable<Type> Parts(Type type) => type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? [type.GetGenericTypeDefinition(), .. type.GenericTypeArguments.SelectMany(Parts)]
        : type.DeclaringType is { } outer ? [type, outer] : [type];

    private static bool IsHandWritten(Type type) =>
        type.Namespace?.StartsWith("AuditDashboard", StringComparison.Ordinal) is true
        && !type.Namespace.StartsWith("AuditDashboard.Storage.Migrations", StringComparison.Ordinal)
        && !type.Name.StartsWith('<') && type.Name != "_Imports"
        && !type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.DeclaringType?.Name.StartsWith('<') is not true;

    private static bool IsComponent(Type type) => typeof(IComponent).IsAssignableFrom(type);

    private static bool IsInner(Type type) => type.Namespace!.Split('.').Length > 2;
}
