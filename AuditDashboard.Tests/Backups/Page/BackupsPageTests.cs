using System.Globalization;
using AuditDashboard.Access;
using AuditDashboard.Backups;
using AuditDashboard.Backups.Files;
using AuditDashboard.Backups.Making;
using AuditDashboard.Backups.Page;
using AuditDashboard.Backups.Restoring;
using AuditDashboard.Backups.Sealing;
using AuditDashboard.Foundation;
using AuditDashboard.Tests.Replay;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MudBlazor;
using MudBlazor.Services;

namespace AuditDashboard.Tests.Backups.Page;

public sealed class BackupsPageTests : BunitContext, IAsyncLifetime
{
    private BackupHost _host = null!;

    // What an asynchronous method says about its culture is forgotten with it.
    public BackupsPageTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ru-RU");

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await BackupHost.StartAsync();
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddLocalization();
        Services.AddSingleton<TimeProvider>(_host.Clock);
        Services.AddSingleton(_host.Get<SalonClock>());
        Services.AddSingleton(_host.Get<Pulse<BackupsChanged>>());
        Services.AddSingleton(new BackupsQuery(
            _host.Get<BackupShelf>(), _host.Get<BackupWork>(), _host.Get<ShownElsewhere>(), _host.Get<BackupKey>(), _host.Get<SalonClock>(), _host.Get<IOptions<BackupOptions>>()));
        Services.AddSingleton(_host.Get<BackupWork>()).AddSingleton(_host.Get<BackupShelf>()).AddSingleton(_host.Get<NoteBackup>());
        Services.AddSingleton<ICurrentViewer>(new SignedIn(SignedIn.Owner)).AddSingleton<IAccessJournal>(new WrittenJournal());
        Services.AddScoped<StartBackup>().AddScoped<RequestRestore>().AddScoped<BackupActs>();
        AddBunitPersistentComponentState();
    }

    // MudBlazor's services can only be disposed asynchronously.
    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Without_a_backup_it_says_what_comes_next()
    {
        var page = Render<BackupsPage>();

        Assert.Contains("Копий пока нет", page.Markup, StringComparison.Ordinal);
        Assert.Contains("23 ноя, 03:30", page.Markup.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("Ещё не проводилось", page.Find("[data-testid=backup-drill]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_made_by_the_button_appears_by_itself()
    {
        var page = Render<BackupsPage>();

        await page.Find("[data-testid=backup-make]").ClickAsync();

        while (_host.Get<BackupWork>().Running is not null || _host.Get<BackupShelf>().Present().Count == 0)
        {
            await Task.Yield();
        }

        _host.Clock.Advance(TimeSpan.FromSeconds(2));
        page.WaitForAssertion(() => Assert.Contains("Проверена", page.Find("[data-testid=backup-row]").TextContent, StringComparison.Ordinal));
        Assert.Contains("KB", English(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rotten_backup_is_named_and_cannot_be_restored()
    {
        var backup = await _host.MakeAsync();
        _host.Get<BackupShelf>().Change(backup.File, found => found with { Problem = "sha256" });

        var page = Render<BackupsPage>();

        Assert.Contains("Файл изменён или испорчен", page.Find("[data-testid=backup-row]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=backup-restore]"));
    }

    [Fact]
    public async Task A_full_disk_is_told_with_figures()
    {
        _host.Free = 0;
        await _host.Get<CarryOut>().HandleAsync(new BackupOrder(Guid.CreateVersion7(), "u-1"), Cancel);

        var page = Render<BackupsPage>();

        Assert.Contains("Мало места на диске: свободно 0 МБ", page.Find("[data-testid=backup-failure]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_a_restore_a_word_has_to_be_typed()
    {
        await _host.MakeAsync();
        var provider = Render<MudDialogProvider>();
        var page = Render<BackupsPage>();

        var clicked = page.Find("[data-testid=backup-restore]").ClickAsync();
        provider.WaitForElement("#restore-word");
        Assert.True(provider.Find("[data-confirm]").HasAttribute("disabled"));
        await provider.Find("#restore-word").InputAsync("Восстановить ");

        Assert.False(provider.Find("[data-confirm]").HasAttribute("disabled"));
        Assert.Contains("22 ноября, воскресенье, 13:00", provider.Find(".restore-words").TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        await provider.Find(".mud-dialog-actions .button").ClickAsync();
        await clicked;
        Assert.Null(_host.Get<BackupWork>().Running);
    }

    private string English()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
        return Render<BackupsPage>().Markup;
    }
}
