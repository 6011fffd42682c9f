using System.Collections;
using System.Resources;
using AuditDashboard.Ui;
using MudBlazor;

namespace AuditDashboard.Tests.Ui;

public sealed class RuMudLocalizerTests : UiTest
{
    [Fact]
    public void Every_word_of_the_component_library_has_russian_ones_with_the_same_places()
    {
        var localizer = new RuMudLocalizer();
        var english = LibraryWords();

        var missing = english.Keys.Where(key => localizer[key].ResourceNotFound).ToList();
        var misplaced = english.Where(pair => Places(pair.Value) != Places(localizer[pair.Key].Value)).Select(pair => pair.Key).ToList();

        Assert.True(english.Count > 100);
        Assert.Empty(missing);
        Assert.Empty(misplaced);
    }

    [Fact]
    public void English_stays_english()
    {
        Speak("en-US");

        Assert.Equal("Rows per page:", new RuMudLocalizer()["MudDataGridPager_RowsPerPage"].Value);
    }

    [Fact]
    public void An_unknown_word_is_left_to_the_library() => Assert.True(new RuMudLocalizer()["Mud_Tomorrow"].ResourceNotFound);

    private static Dictionary<string, string> LibraryWords()
    {
        var library = typeof(MudButton).Assembly;
        var name = library.GetManifestResourceNames().Single(resource => resource.EndsWith("LanguageResource.resources", StringComparison.Ordinal));
        using var reader = new ResourceReader(library.GetManifestResourceStream(name)!);
        return reader.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static int Places(string words) => Enumerable.Range(0, 5).Count(place => words.Contains($"{{{place}}}", StringComparison.Ordinal));
}
