using System.Text;
using AuditDashboard.Conversations.Exports;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Tests.Kpi.Rollup;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Conversations.Exports;

public sealed class MaskedLineTests : AppTests
{
    [Theory]
    [InlineData("{\"phone\":\"+79620001442\",\"n\":[79620001442,5,true,null],\"ms\":1763800000000}", "{\"phone\":\"+7 962 •••-14-42\",\"n\":[\"+7 962 •••-14-42\",5,true,null],\"ms\":1763800000000}")]
    [InlineData("\"89620001442\"", "\"+8 962 •••-14-42\"")]
    public void Phones_in_data_are_covered_and_the_rest_stays(string data, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(MaskedJson.Of(Encoding.UTF8.GetBytes(data)).Span));

    [Theory]
    [InlineData("events")]
    [InlineData("sessions")]
    [InlineData("bookings")]
    public async Task No_phone_leaves_where_phones_are_masked(string what)
    {
        await App.TellAsync(Drafts.Of(
            """
            {"id":"m-1","type":"message.received","time":"2026-11-20T10:00:00Z","session":"wa-79620001442","channel":"whatsapp","text":"Мой номер 8 962 000-14-42",
             "client":{"id":"wa:79620001442","name":"Анна +79620001442","phone":"8 (962) 000-14-42"},"data":{"raw":"79620001442"},"source":{"start":"tel 79620001442"} }
            """),
            Drafts.Of("""{"id":"b-1","type":"booking.created","time":"2026-11-20T10:01:00Z","client":{"id":"tel:+79620001442","phone":"+79620001442"},"booking":{"id":"B-1","start":"2026-11-28T10:00:00Z"} }"""));
        var source = App.Get<IEnumerable<IExportSource>>().Single(source => source.Name == what);

        Assert.Contains("000", await AllAsync(source, new ExportFilter()), StringComparison.Ordinal);
        var masked = string.Concat((await AllAsync(source, new ExportFilter(MasksPhones: true))).Where(sign => char.IsAsciiDigit(sign) || sign is '"' or '•'));
        Assert.DoesNotContain("9620001442", masked, StringComparison.Ordinal);
        Assert.Contains("•••1442", masked, StringComparison.Ordinal);
    }

    private static async Task<string> AllAsync(IExportSource source, ExportFilter filter)
    {
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        await using var json = new System.Text.Json.Utf8JsonWriter(bytes, Problem.Json);
        await foreach (var row in source.ReadAsync(filter, Cancel))
        {
            row.WriteJson(json);
        }

        await json.FlushAsync(Cancel);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
