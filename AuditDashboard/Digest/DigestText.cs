namespace AuditDashboard.Digest;

/// <summary>The words of the owner's digest: on its page, and in the messages.</summary>
public sealed class DigestText;
