namespace AuditDashboard.Events.Parsing;

/// <summary>The members that are objects.</summary>
internal static class PartReader
{
    private static readonly string Share = "число от 0 до 1";

    public static bool Read(ref MemberReader member, EventContent content, ReadOnlyMemory<byte> json)
    {
        if (member.Is("client"u8, "client")) { content.Client = Client(ref member); }
        else if (member.Is("intent"u8, "intent")) { content.Intent = Intent(ref member); }
        else if (member.Is("model"u8, "model")) { content.Model = Model(ref member); }
        else if (member.Is("scenario"u8, "scenario")) { content.Scenario = Scenario(ref member); }
        else if (member.Is("lead"u8, "lead")) { content.Lead = Lead(ref member); }
        else if (member.Is("booking"u8, "booking")) { content.Booking = BookingReader.Booking(ref member); }
        else if (member.Is("payment"u8, "payment")) { content.Payment = BookingReader.Payment(ref member); }
        else if (member.Is("usage"u8, "usage")) { content.Usage = Usage(ref member); }
        else if (member.Is("source"u8, "source")) { content.SourceJson = Verbatim(ref member, json); }
        else if (member.Is("data"u8, "data")) { content.DataJson = Verbatim(ref member, json); }
        else { return MediaReader.Read(ref member, content); }

        return true;
    }

    private static ReadOnlyMemory<byte> Verbatim(ref MemberReader member, ReadOnlyMemory<byte> json)
    {
        var range = member.Verbatim();
        return member.IsNull ? default : json[range];
    }

    private static EventContent.ClientPart? Client(ref MemberReader member)
    {
        if (!member.Enter()) { return null; }

        string? id = null, name = null, phone = null;
        while (member.Next())
        {
            if (member.Is("id"u8, "id")) { id = member.Text(256); }
            else if (member.Is("name"u8, "name")) { name = member.Text(512); }
            else if (member.Is("phone"u8, "phone")) { phone = member.Text(64); }
            else { member.Skip(); }
        }

        return new EventContent.ClientPart(string.IsNullOrWhiteSpace(id) ? null : id, name, phone);
    }

    private static EventContent.IntentPart? Intent(ref MemberReader member)
    {
        if (!member.Enter()) { return null; }

        string? name = null;
        double? confidence = null;
        while (member.Next())
        {
            if (member.Is("name"u8, "name")) { name = member.Text(256); }
            else if (member.Is("confidence"u8, "confidence")) { confidence = member.Number(0, 1, Share); }
            else { member.Skip(); }
        }

        return name is null ? null : new EventContent.IntentPart(name, confidence);
    }

    private static EventContent.ModelPart? Model(ref MemberReader member)
    {
        if (!member.Enter()) { return null; }

        string? provider = null, name = null, version = null;
        while (member.Next())
        {
            if (member.Is("provider"u8, "provider")) { provider = member.Text(128); }
            else if (member.Is("name"u8, "name")) { name = member.Text(128); }
            else if (member.Is("version"u8, "version")) { version = member.Text(128); }
            else { member.Skip(); }
        }

        return new EventContent.ModelPart(provider, name, version);
    }

    private static EventContent.ScenarioPart? Scenario(ref MemberReader member)
    {
        if (!member.Enter()) { return null; }

        string? id = null, version = null, step = null;
        while (member.Next())
        {
            if (member.Is("id"u8, "id")) { id = member.Text(256); }
            else if (member.Is("version"u8, "version")) { version = member.Text(128); }
            else if (member.Is("step"u8, "step")) { step = member.Text(256); }
            else { member.Skip(); }
        }

        return new EventContent.ScenarioPart(id, version, step);
    }

    private static EventContent.LeadPart? Lead(ref MemberReader member)
    {
        if (!member.Enter()) { return null; }

        string? id = null;
        long? bitrix = null;
        while (member.Next())
        {
            if (member.Is("id"u8, "id")) { id = member.Name(128); }
            else if (member.Is("bitrix24"u8, "bitrix24")) { bitrix = member.Whole(); }
            else { member.Skip(); }
        }

        return new EventContent.LeadPart(id, bitrix);
    }

    private static EventContent.UsagePart? Usage(ref MemberReader member)
    {
        if (!member.Enter()) { return null; }

        long? input = null, output = null;
        while (member.Next())
        {
            if (member.Is("inputTokens"u8, "inputTokens")) { input = member.Whole(); }
            else if (member.Is("outputTokens"u8, "outputTokens")) { output = member.Whole(); }
            else { member.Skip(); }
        }

        return new EventContent.UsagePart(input, output);
    }
}
