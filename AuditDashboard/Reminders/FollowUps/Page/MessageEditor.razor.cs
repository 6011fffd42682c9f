using AuditDashboard.Settings;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Reminders.FollowUps.Page;

/// <summary>Edits one message.</summary>
public sealed partial class MessageEditor
{
    [Parameter, EditorRequired] public TextDraft Draft { get; set; } = default!;

    /// <summary>Of its fields.</summary>
    [Parameter, EditorRequired] public string Id { get; set; } = "";

    [Parameter, EditorRequired] public string Title { get; set; } = "";

    [Parameter] public string? Hint { get; set; }

    /// <summary>The message has the class that needs consent.</summary>
    [Parameter] public bool MayAdvertise { get; set; }

    [Parameter] public EventCallback OnChanged { get; set; }

    [Inject] private FollowUpPreview Preview { get; set; } = default!;
    [Inject] private IStringLocalizer<FollowUpsText> Text { get; set; } = default!;

    private IReadOnlyList<string> Found => AdvertisingWords.Find(Draft.Text);

    private string Filled => Preview.Fill(Draft.Text, Text["SampleClient"]);

    private async Task TypeAsync(ChangeEventArgs typed)
    {
        Draft.Text = typed.Value?.ToString() ?? "";
        await OnChanged.InvokeAsync();
    }
}
