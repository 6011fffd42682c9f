namespace AuditDashboard.Ingestion.Otlp.GenAi;

/// <summary>One message that went into a model or came out of it.</summary>
/// <param name="Text">Null where it holds no words: a tool's call, a picture.</param>
internal sealed record Said(string Role, string? Text, bool IsOutput, string? FinishReason = null);
