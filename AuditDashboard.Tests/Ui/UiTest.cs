using System.Globalization;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor;
using MudBlazor.Services;

namespace AuditDashboard.Tests.Ui;

/// <summary>A component in a Russian salon in Moscow, on a clock moved by hand: Saturday, 22 November 2025, 12:41.</summary>
public abstract class UiTest : BunitContext, IAsyncLifetime
{
    protected static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    protected UiTest()
    {
        Speak("ru-RU");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLocalization();
        Services.AddMudServices();
        Services.AddTransient<MudLocalizer, RuMudLocalizer>();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton(new SalonClock(Clock, Moscow));
        Services.AddSingleton(typeof(Pulse<>));
    }

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2025, 11, 22, 9, 41, 0, TimeSpan.Zero));

    protected static void Speak(string culture) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    // The component library's services can only be disposed asynchronously.
    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
