namespace AuditDashboard.Foundation;

/// <summary>One stretch of talk with a client (UUIDv7).</summary>
public readonly record struct SessionId(Guid Value)
{
    public static SessionId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public override string ToString() => Value.ToString();
}

/// <summary>The salon's customer, whatever channels they write from (UUIDv7).</summary>
public readonly record struct ClientId(Guid Value)
{
    public static ClientId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public override string ToString() => Value.ToString();
}
