using System.Reflection;
using AuditDashboard.Events;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Tests.Architecture;

/// <summary>What may be handed to whom.</summary>
internal static class InjectionRules
{
    private static readonly Type[] Network = [typeof(HttpClient), typeof(HttpMessageInvoker), typeof(IHttpClientFactory)];

    /// <summary>A context lives for one operation, so only its factory is injected.</summary>
    public static IEnumerable<string> InjectedContexts(IEnumerable<Type> types) =>
        from type in types
        where !typeof(DbContext).IsAssignableFrom(type)
        from wanted in Wanted(type).Concat(InjectedProperties(type))
        where typeof(DbContext).IsAssignableFrom(wanted)
        select $"{type.FullName} is given {wanted.Name}; inject IDbContextFactory";

    /// <summary>A step runs inside the append transaction: it never waits for a network, not even through a third party.</summary>
    public static IEnumerable<string> StepsOnTheNetwork(IReadOnlyCollection<Type> types) =>
        from step in types
        where step.IsClass && !step.IsAbstract && typeof(IAppendStep).IsAssignableFrom(step)
        let path = PathToNetwork(step, types, [])
        where path is not null
        select $"{step.FullName} reaches a network: {path}";

    private static string? PathToNetwork(Type type, IReadOnlyCollection<Type> types, HashSet<Type> seen)
    {
        if (Network.Any(network => network.IsAssignableFrom(type)))
        {
            return type.Name;
        }

        if (!seen.Add(type))
        {
            return null;
        }

        var further = type.IsGenericType && !types.Contains(type.GetGenericTypeDefinition())
            ? type.GenericTypeArguments // Lazy<T>, Func<T>, IEnumerable<T>
            : types.Contains(Definition(type)) ? Wanted(type).Concat(Makers(type, types)) : [];
        var path = further.Select(next => PathToNetwork(next, types, seen)).FirstOrDefault(found => found is not null);
        return path is null ? null : $"{type.Name} -> {path}";
    }

    private static IEnumerable<Type> Makers(Type contract, IReadOnlyCollection<Type> types) =>
        contract.IsInterface || contract.IsAbstract ? types.Where(type => type.IsClass && !type.IsAbstract && contract.IsAssignableFrom(type)) : [];

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static IEnumerable<Type> Wanted(Type type) =>
        type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType);

    private static IEnumerable<Type> InjectedProperties(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(property => property.IsDefined(typeof(InjectAttribute))).Select(property => property.PropertyType);
}
