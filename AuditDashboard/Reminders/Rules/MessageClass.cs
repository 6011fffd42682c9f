namespace AuditDashboard.Reminders.Rules;

/// <summary>What the law takes a message for (38-FZ article 18): service needs no consent, advertising needs one given beforehand.</summary>
internal enum MessageClass
{
    /// <summary>About the client's own visit.</summary>
    Service,

    /// <summary>Anything that draws attention to goods or services. Off everywhere until there are consents.</summary>
    Advertising,
}
