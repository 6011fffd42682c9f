using System.Globalization;
using System.Text.Json;

namespace AuditDashboard.Kpi.Reports;

/// <summary>A report as http-api.md section 3 gives it. K7 needs labels by people: it has its shape and no cases yet.</summary>
internal static class KpiJson
{
    public static void Write(Utf8JsonWriter json, KpiReport report)
    {
        json.WriteStartObject();
        json.WriteString("zone"u8, report.Zone);
        json.WriteString("from"u8, Date(report.Filter.From));
        json.WriteString("to"u8, Date(report.Filter.To));
        WriteResponseTime(json, report.ResponseTime);
        WriteShare(json, "conversion", report.Conversion.Share, ("maturing", report.Conversion.Maturing));
        var confirmation = report.Confirmation;
        WriteShare(
            json, "confirmation", confirmation.Share,
            ("declined", confirmation.Declined), ("silent", confirmation.Silent), ("undelivered", confirmation.Undelivered), ("late", confirmation.Late));
        WriteNoShow(json, report.NoShow);
        WriteAutoClosed(json, report.AutoClosed);
        WriteShare(json, "escalations", report.Escalations.Share, ("lost", report.Escalations.Lost));
        WriteShare(json, "intentAccuracy", Share.None);
        WriteSources(json, report.Sources);
        json.WriteStartObject("series"u8);
        json.WriteStartArray("days"u8);
        foreach (var day in report.Days)
        {
            WriteDay(json, day);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResponseTime(Utf8JsonWriter json, KpiReport.Response response)
    {
        json.WriteStartObject("responseTime"u8);
        WriteShare(json, "within", response.Within, ("thresholdMs", response.ThresholdMs));
        WriteNumber(json, "p50Ms", response.P50Ms);
        WriteNumber(json, "p90Ms", response.P90Ms);
        WriteNumber(json, "p95Ms", response.P95Ms);
        json.WriteNumber("unanswered"u8, response.Unanswered);
        json.WriteNumber("humanTurns"u8, response.HumanTurns);
        WriteNumber(json, "humanP50Ms", response.HumanP50Ms);
        json.WriteEndObject();
    }

    private static void WriteAutoClosed(Utf8JsonWriter json, KpiReport.Closed closed)
    {
        json.WriteStartObject("autoClosed"u8);
        WriteMembers(json, closed.Share);
        json.WriteNumber("confirmed"u8, closed.Confirmed);
        json.WriteNumber("assumed"u8, closed.Assumed);
        WriteShare(json, "durable", closed.Durable);
        json.WriteEndObject();
    }

    private static void WriteNoShow(Utf8JsonWriter json, KpiReport.NoShows noShow)
    {
        json.WriteStartObject("noShow"u8);
        WriteMembers(json, noShow.Share);
        json.WriteNumber("unmarked"u8, noShow.Unmarked);
        WriteNumber(json, "coverage", noShow.Coverage);
        WriteNumber(json, "boundLow", noShow.BoundLow);
        WriteNumber(json, "boundHigh", noShow.BoundHigh);
        json.WriteEndObject();
    }

    private static void WriteSources(Utf8JsonWriter json, IReadOnlyList<KpiReport.SourceRow> sources)
    {
        json.WriteStartArray("bySource"u8);
        foreach (var row in sources)
        {
            json.WriteStartObject();
            json.WriteString("source"u8, row.Source);
            json.WriteNumber("sessions"u8, row.Sessions);
            json.WriteNumber("leads"u8, row.Leads);
            json.WriteNumber("converted"u8, row.Converted);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDay(Utf8JsonWriter json, KpiReport.Day day)
    {
        json.WriteStartObject();
        json.WriteString("date"u8, Date(day.Date));
        json.WriteNumber("sessions"u8, day.Sessions);
        json.WriteNumber("bookings"u8, day.Bookings);
        WriteShare(json, "within", day.Within);
        WriteNumber(json, "p50Ms", day.P50Ms);
        WriteNumber(json, "p95Ms", day.P95Ms);
        WriteShare(json, "conversion", day.Conversion);
        WriteShare(json, "confirmation", day.Confirmation);
        WriteShare(json, "noShow", day.NoShow);
        WriteShare(json, "autoClosed", day.AutoClosed);
        WriteShare(json, "escalations", day.Escalations);
        json.WriteEndObject();
    }

    private static void WriteShare(Utf8JsonWriter json, string name, Share share, params ReadOnlySpan<(string Name, long? Value)> more)
    {
        json.WriteStartObject(name);
        WriteMembers(json, share);
        foreach (var (member, value) in more)
        {
            WriteNumber(json, member, value);
        }

        json.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter json, Share share)
    {
        json.WriteNumber("k"u8, share.K);
        json.WriteNumber("n"u8, share.N);
        WriteNumber(json, "value", share.Value);
        WriteNumber(json, "low", share.Low);
        WriteNumber(json, "high", share.High);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
