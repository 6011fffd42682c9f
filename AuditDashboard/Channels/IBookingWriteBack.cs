namespace AuditDashboard.Channels;

/// <summary>Tells the booking system what became of a visit (channels.md section 7.1). Telling the same again changes nothing.</summary>
public interface IBookingWriteBack
{
    /// <summary>
    /// Writes a mark into the record. <see cref="SendState.Unreachable"/>: the record is gone; <see cref="SendState.Later"/> also where the service may have
    /// taken it, because a repeat does no harm. A confirmation never overwrites «came» or «did not come»: that is <see cref="SendState.Sent"/> with the code
    /// <c>marked</c>, and nothing is called.
    /// </summary>
    /// <param name="endpointId">The yclients endpoint the booking came by.</param>
    /// <param name="bookingId">The record's number, as <c>booking.id</c> has it.</param>
    /// <param name="attendance"><c>confirmed</c>, <c>attended</c>, <c>no_show</c>, <c>expected</c>, or YCLIENTS' own 2, 1, -1, 0.</param>
    Task<SendResult> TellAttendanceAsync(string endpointId, string bookingId, string attendance, CancellationToken cancel);
}
