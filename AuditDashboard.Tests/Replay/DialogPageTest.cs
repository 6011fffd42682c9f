using System.Globalization;
using AuditDashboard.Access;
using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Evidence;
using AuditDashboard.Foundation;
using AuditDashboard.Replay;
using AuditDashboard.Replay.Reading;
using AuditDashboard.Settings;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;

namespace AuditDashboard.Tests.Replay;

/// <summary>A page of dialogs with its doors, a hand-moved clock and the viewer's language pinned.</summary>
public abstract class DialogPageTest : BunitContext, IAsyncLifetime
{
    private protected DialogPageTest()
    {
        Speak("ru-RU");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddLocalization();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton(new SalonClock(Clock, TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow")));
        Services.AddSingleton<ISessions>(Log);
        Services.AddSingleton<IEventReader>(Log);
        Services.AddSingleton<IAccessJournal>(Journal);
        Services.AddSingleton<IDialogSeals>(Seals);
        Services.AddSingleton<IDisputePacks>(Packs);
        Services.AddSingleton<ISettings>(new SalonOfTwo());
        Services.AddSingleton(Changed);
        Services.AddSingleton<IStories>(new ToldDialogs(Log, Clock));
        Services.AddSingleton<TimelineReader>();
        Services.AddScoped<TimelineQuery>();
        Services.AddScoped<PayloadQuery>();
        Services.AddScoped<RevealPhone>();
        AddBunitPersistentComponentState();
    }

    private protected FakeTimeProvider Clock { get; } = new(Talk.Start.AddHours(1));

    private protected KnownDialogs Log { get; } = new();

    private protected WrittenJournal Journal { get; } = new();

    private protected Seals Seals { get; } = new();

    private protected Packs Packs { get; } = new();

    private protected Pulse<SessionsChanged> Changed { get; } = new();

    private protected static void Speak(string culture) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

    private protected void SignIn(Viewer viewer) => Services.AddSingleton<ICurrentViewer>(new SignedIn(viewer));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    // MudBlazor's services can only be disposed asynchronously.
    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
