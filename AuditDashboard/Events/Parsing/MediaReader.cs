namespace AuditDashboard.Events.Parsing;

/// <summary>What channels add: media, transcripts, places and calls.</summary>
internal static class MediaReader
{
    private static readonly string Seconds = "секунды, число не меньше 0";

    public static bool Read(ref MemberReader member, EventContent content)
    {
        if (member.Is("media"u8, "media")) { content.Media = Media(ref member); }
        else if (member.Is("transcript"u8, "transcript")) { content.Transcript = Transcript(ref member); }
        else if (member.Is("location"u8, "location")) { content.Location = Location(ref member); }
        else if (member.Is("call"u8, "call")) { content.Call = Call(ref member); }
        else { return false; }

        return true;
    }

    private static EventContent.MediaPart? Media(ref MemberReader member)
    {
        if (!member.Enter()) { return null; }

        string? kind = null, file = null, mime = null;
        double? seconds = null;
        while (member.Next())
        {
            if (member.Is("kind"u8, "kind")) { kind = member.Text(64); }
            else if (member.Is("fileId"u8, "fileId")) { file = member.Text(1024); }
            else if (member.Is("mime"u8, "mime")) { mime = member.Text(128); }
            else if (member.Is("durationSeconds"u8, "durationSeconds")) { seconds = member.Number(0, 1e7, Seconds); }
            else { member.Skip(); }
        }

        return new EventContent.MediaPart(kind, file, mime, seconds);
    }

    private static EventContent.TranscriptPart? Transcript(ref MemberReader member)
    {
        if (!member.Enter()) { return null; }

        string? text = null, engine = null;
        double? confidence = null;
        while (member.Next())
        {
            if (member.Is("text"u8, "text")) { text = member.Text(); }
            else if (member.Is("engine"u8, "engine")) { engine = member.Text(128); }
            else if (member.Is("confidence"u8, "confidence")) { confidence = member.Number(0, 1, "число от 0 до 1"); }
            else { member.Skip(); }
        }

        return new EventContent.TranscriptPart(text, confidence, engine);
    }

    private static EventContent.LocationPart? Location(ref MemberReader member)
    {
        if (!member.Enter()) { return null; }

        double? lat = null, lon = null;
        while (member.Next())
        {
            if (member.Is("lat"u8, "lat")) { lat = member.Number(-90, 90, "широта от -90 до 90"); }
            else if (member.Is("lon"u8, "lon")) { lon = member.Number(-180, 180, "долгота от -180 до 180"); }
            else { member.Skip(); }
        }

        return lat is { } x && lon is { } y ? new EventContent.LocationPart(x, y) : null;
    }

    private static EventContent.CallPart? Call(ref MemberReader member)
    {
        if (!member.Enter()) { return null; }

        string? direction = null, result = null, record = null;
        double? seconds = null, wait = null;
        while (member.Next())
        {
            if (member.Is("direction"u8, "direction")) { direction = member.Text(32); }
            else if (member.Is("result"u8, "result")) { result = member.Text(64); }
            else if (member.Is("recordId"u8, "recordId")) { record = member.Text(512); }
            else if (member.Is("durationSeconds"u8, "durationSeconds")) { seconds = member.Number(0, 1e7, Seconds); }
            else if (member.Is("waitSeconds"u8, "waitSeconds")) { wait = member.Number(0, 1e7, Seconds); }
            else { member.Skip(); }
        }

        return new EventContent.CallPart(direction, result, seconds, wait, record);
    }
}
