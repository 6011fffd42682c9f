using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using AuditDashboard.Access;
using AuditDashboard.Access.Journal;
using AuditDashboard.Tests.Architecture.Reading;

namespace AuditDashboard.Tests.Access;

/// <summary>An owner reads in words who did what, not in codes.</summary>
public sealed partial class JournalWordsTests
{
    private static readonly ResourceManager Words = new(typeof(AccessText));
    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("ru"), CultureInfo.GetCultureInfo("en")];

    public static TheoryData<string> Written => [.. Repository.Application.SelectMany(file => ActionsIn(file.Text)).Distinct().Order(StringComparer.Ordinal)];

    public static TheoryData<string> Kinds => [.. JournalWords.Kinds];

    [Theory]
    [MemberData(nameof(Written))]
    public void Every_action_that_is_written_down_has_words_in_both_languages(string action) => AssertSaid($"Action_{action.Replace('.', '_')}");

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_the_filter_has_words_in_both_languages(string kind) => AssertSaid($"Kind_{kind}");

    [Fact]
    public void An_action_is_found_where_it_is_written() =>
        Assert.Equal(["slot.offered"], ActionsIn("await journal.WriteAsync(\"slot.offered\", key, null, cancel); await log.WriteAsync(\"no.action\");"));

    private static void AssertSaid(string key) => Assert.DoesNotContain(null, Languages.Select(language => Words.GetString(key, language)));

    private static IEnumerable<string> ActionsIn(string text) => Journalled().Matches(text).Select(match => match.Groups[1].Value);

    [GeneratedRegex("[jJ]ournal\\.WriteAsync\\(\\s*\"([a-z_]+\\.[a-z_]+)\"")]
    private static partial Regex Journalled();
}
