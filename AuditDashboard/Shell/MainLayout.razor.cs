using AuditDashboard.Access;
using AuditDashboard.Settings;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace AuditDashboard.Shell;

/// <summary>The rail, the page, and on a phone the bar at the bottom. Without somebody signed in only the page.</summary>
public sealed partial class MainLayout : IDisposable
{
    private Viewer? _viewer;
    private ErrorBoundary? _boundary;
    private bool _dark;

    [CascadingParameter(Name = "InitialDark")]
    public bool InitialDark { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState>? SignedIn { get; set; }

    [Inject] private ICurrentViewer CurrentViewer { get; set; } = default!;
    [Inject] private ISettings Settings { get; set; } = default!;
    [Inject] private IJSRuntime Js { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IEnumerable<LayoutBanner> Banners { get; set; } = default!;
    [Inject] private IStringLocalizer<ShellText> Text { get; set; } = default!;

    private string ThemeWords => Text[_dark ? "ThemeLight" : "ThemeDark"];

    // A bare fragment would be resolved against <base>, that is, against the start page.
    private string SkipTarget => Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0] + "#main";

    private string Branches
    {
        get
        {
            var count = Settings.Salon.Branches.Count;
            return $"{Formats.Count(count)} {Plural.Of(count, Text["Branch1"], Text["Branch2"], Text["Branch5"])}";
        }
    }

    protected override async Task OnInitializedAsync()
    {
        _dark = InitialDark;
        Navigation.LocationChanged += OnLocationChanged;
        if (SignedIn is { } signedIn && (await signedIn).User.Identity?.IsAuthenticated == true)
        {
            _viewer = await CurrentViewer.GetAsync();
        }
    }

    // The browser may know better: the cookie can be older than the system's setting.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && await Js.InvokeAsync<bool>("auditTheme.started") is var dark && dark != _dark)
        {
            _dark = dark;
            StateHasChanged();
        }
    }

    private async Task ToggleThemeAsync() => _dark = await Js.InvokeAsync<bool>("auditTheme.set", _dark ? "light" : "dark");

    private void Recover() => _boundary?.Recover();

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change) => Recover();

    public void Dispose() => Navigation.LocationChanged -= OnLocationChanged;
}
