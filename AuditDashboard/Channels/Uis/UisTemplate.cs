namespace AuditDashboard.Channels.Uis;

/// <summary>What the salon pastes into the body of an HTTP notification in the cabinet of UIS.</summary>
internal static class UisTemplate
{
    private static readonly string[] Variables =
    [
        "notification_name", "notification_mnemonic", "notification_time", "call_session_id", "communication_id", "communication_type", "direction",
        "virtual_phone_number", "contact_phone_number", "contact_full_name", "calling_phone_number", "called_phone_number", "start_time", "is_lost",
        "employee_full_name", "talk_time_duration", "wait_time_duration", "total_time_duration", "file_link", "scenario_name", "external_id",
    ];

    /// <summary>The exchange writes quotes around texts and null for what an event lacks by itself, so none stand here.</summary>
    public static readonly string Text = $"{{\n{string.Join(",\n", Variables.Select(name => $"  \"{name}\": {{{{{name}}}}}"))}\n}}";
}
