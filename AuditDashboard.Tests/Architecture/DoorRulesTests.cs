using System.Reflection;
using System.Reflection.Emit;
using AuditDashboard.Tests.Architecture.Reading;
using Microsoft.AspNetCore.Components;

namespace AuditDashboard.Tests.Architecture;

public sealed class DoorRulesTests
{
    private static readonly HashSet<(string From, string To)> Nothing = [];

    [Fact]
    public void No_door_is_too_wide()
    {
        var application = typeof(Program).Assembly;

        Verdict.IsClean(DoorRules.Broken(application.GetTypes(), TypeReferences.Of(application)));
    }

    [Fact]
    public void Thirteen_types_are_too_many() =>
        Assert.Contains("Wide: 13 types", Assert.Single(DoorRules.Broken(Types("AuditDashboard.Wide", 13), Nothing)), StringComparison.Ordinal);

    [Fact]
    public void Twelve_types_and_any_number_of_inner_ones_pass() =>
        Assert.Empty(DoorRules.Broken([.. Types("AuditDashboard.Narrow", 12), .. Types("AuditDashboard.Narrow.Inside", 40)], Nothing));

    [Fact]
    public void An_open_folder_has_no_door() => Assert.Empty(DoorRules.Broken(Types("AuditDashboard.Foundation", 40), Nothing));

    [Fact]
    public void A_component_counts_only_when_another_folder_mentions_it()
    {
        var types = Types("AuditDashboard.Pages", 13, typeof(ComponentBase));
        HashSet<(string From, string To)> used = [.. types.Select(type => ("AuditDashboard.Replay.ReplayPage", type.FullName!))];
        HashSet<(string From, string To)> own = [.. types.Select(type => ("AuditDashboard.Pages.Parts.Other", type.FullName!))];

        Assert.Empty(DoorRules.Broken(types, own));
        Assert.Single(DoorRules.Broken(types, used));
    }

    [Fact]
    public void Every_exception_says_why() => Assert.DoesNotContain(DoorRules.Exceptions.Values, exception => exception.Reason.Length < 20);

    private static Type[] Types(string space, int count, Type? parent = null)
    {
        var module = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Doors"), AssemblyBuilderAccess.Run).DefineDynamicModule("Doors");
        return [.. Enumerable.Range(1, count).Select(number => module.DefineType($"{space}.Type{number}", TypeAttributes.Public, parent).CreateType())];
    }
}
