namespace AuditDashboard.Events.Parsing;

/// <summary>Visits and money. Amounts come in roubles (a JSON number) and are kept in kopecks.</summary>
internal static class BookingReader
{
    public static EventContent.BookingPart? Booking(ref MemberReader member)
    {
        if (!member.Enter()) { return null; }

        string? id = null, service = null, staff = null, currency = null;
        DateTimeOffset? start = null, end = null;
        long? price = null;
        while (member.Next())
        {
            if (member.Is("id"u8, "id")) { id = member.Text(128); }
            else if (member.Is("service"u8, "service")) { service = member.Text(512); }
            else if (member.Is("staff"u8, "staff")) { staff = member.Text(256); }
            else if (member.Is("currency"u8, "currency")) { currency = member.Text(8); }
            else if (member.Is("start"u8, "start")) { start = member.Moment(); }
            else if (member.Is("end"u8, "end")) { end = member.Moment(); }
            else if (member.Is("price"u8, "price")) { price = Kopecks(ref member); }
            else { member.Skip(); }
        }

        if (string.IsNullOrEmpty(id))
        {
            member.Refuse("/booking/id", JsonProblem.Missing);
            return null;
        }

        return new EventContent.BookingPart(id, service, staff, start, end, price, currency);
    }

    public static EventContent.PaymentPart? Payment(ref MemberReader member)
    {
        if (!member.Enter()) { return null; }

        long? amount = null;
        string? currency = null;
        while (member.Next())
        {
            if (member.Is("amount"u8, "amount")) { amount = Kopecks(ref member); }
            else if (member.Is("currency"u8, "currency")) { currency = member.Text(8); }
            else { member.Skip(); }
        }

        return amount is null ? null : new EventContent.PaymentPart(amount.Value, currency);
    }

    private static long? Kopecks(ref MemberReader member) =>
        member.Number(0, 1_000_000_000, "сумма в рублях, число от 0") is { } roubles ? (long)Math.Round(roubles * 100, MidpointRounding.AwayFromZero) : null;
}
