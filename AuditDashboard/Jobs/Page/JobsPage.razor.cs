using AuditDashboard.Jobs.Runs;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Jobs.Page;

/// <summary>Задания: what runs by itself, whether it ran, and when it does so next.</summary>
public sealed partial class JobsPage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<JobState>? _jobs;
    private bool _failed;

    [Inject] private JobsQuery Query { get; set; } = default!;
    [Inject] private ILogger<JobsPage> Logger { get; set; } = default!;
    [Inject] private IStringLocalizer<JobsText> Text { get; set; } = default!;

    protected override Task OnInitializedAsync() => ReadAsync();

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            (_jobs, _failed) = (await Query.RunAsync(_leaving.Token), false);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            _failed = true;
            LogUnread(Logger, problem);
        }
    }

    /// <summary>A job without words of its own goes by its name.</summary>
    private string NameOf(string job) => Text[$"Job_{job}"] is { ResourceNotFound: false } words ? words.Value : job;

    [LoggerMessage(EventId = 5510, Level = LogLevel.Error, Message = "The jobs could not be read")]
    private static partial void LogUnread(ILogger logger, Exception problem);
}
