using AuditDashboard.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Reminders.Slots;

/// <summary>A freed hour offered to one client. Of a slot at most one offer waits for an answer, and at most one is ever taken.</summary>
internal sealed class SlotOfferRow
{
    /// <summary>The slot and the client: nobody is offered the same hour twice.</summary>
    public string Key { get; set; } = "";

    /// <summary>The booking that fell out, with its start.</summary>
    public string SlotKey { get; set; } = "";

    public ClientId ClientId { get; set; }
    public string Bot { get; set; } = "";
    public string? Branch { get; set; }

    /// <summary>sending | offered | taken | refused | late | failed</summary>
    public string State { get; set; } = SlotOfferStates.Sending;

    public DateTimeOffset OfferedAt { get; set; }

    /// <summary>UTC. From then on the next one may be asked; a yes that comes later still wins while the hour is free.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Id of the person who offered.</summary>
    public string OfferedBy { get; set; } = "";
}

internal static class SlotOfferStates
{
    public static readonly string Sending = "sending";
    public static readonly string Offered = "offered";
    public static readonly string Taken = "taken";
    public static readonly string Refused = "refused";

    /// <summary>Said yes when somebody else had the hour.</summary>
    public static readonly string Late = "late";

    public static readonly string Failed = "failed";
}

internal sealed class SlotOfferRowMap : IEntityTypeConfiguration<SlotOfferRow>
{
    public void Configure(EntityTypeBuilder<SlotOfferRow> builder)
    {
        builder.ToTable("slot_offers").HasKey(row => row.Key);
        builder.HasIndex(row => row.SlotKey);
        builder.HasIndex(row => row.ClientId);
    }
}
