namespace AuditDashboard.Bitrix24.Connect;

/// <summary>One line of the list a connection is judged by.</summary>
/// <param name="Key">profile | scope | lead | timeline | todo | booking | mode | statuses | fields | clock | write</param>
/// <param name="Tone">good | warn | bad</param>
/// <param name="Detail">The portal's words or figures; empty without any.</param>
public sealed record PortalCheck(string Key, string Tone, string Detail);
