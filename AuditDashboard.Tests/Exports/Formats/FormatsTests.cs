using System.Globalization;
using System.Text;
using System.Text.Json;
using AuditDashboard.Exports.Formats;
using AuditDashboard.Storage;

namespace AuditDashboard.Tests.Exports.Formats;

/// <summary>Byte for byte what stands in a file.</summary>
public sealed class FormatsTests
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
    private static readonly DateTimeOffset Moment = DateTimeOffset.Parse("2026-11-22T07:15:30.123Z", CultureInfo.InvariantCulture);
    private static readonly string[] Columns = ["text", "intentConfidence", "price", "latencyMs", "occurredAt", "complaint", "clientPhone", "somethingNew"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Excel_in_russian_gets_a_mark_semicolons_decimal_commas_local_time_and_crlf()
    {
        var file = await WriteAsync(stream => new CsvFormat(stream, Columns, CsvDialect.ExcelRu, Moscow), new Row("Да; \"нет\"", -0.5, 180050, -3, Moment, true, "+79000000101"));

        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        Assert.Equal(
            "Текст;Уверенность;Цена;Задержка, мс;Когда;Жалоба;Телефон;somethingNew\r\n\"Да; \"\"нет\"\"\";-0,5;1800,5;-3;22.11.2026 10:15:30;да;7 (900) 000-01-01;\r\n",
            Encoding.UTF8.GetString(file[3..]));
    }

    [Fact]
    public async Task Rfc4180_has_no_mark_commas_dots_offsets_and_crlf()
    {
        var file = await WriteAsync(stream => new CsvFormat(stream, Columns, CsvDialect.Rfc4180, Moscow), new Row("Да, \"нет\"\r\nтак", -0.5, 180000, -3, Moment, false, "+79000000101"));

        Assert.Equal(
            "text,intentConfidence,price,latencyMs,occurredAt,complaint,clientPhone,somethingNew\r\n\"Да, \"\"нет\"\"\r\nтак\",-0.5,1800,-3,2026-11-22T10:15:30.123+03:00,false,+79000000101,\r\n",
            Encoding.UTF8.GetString(file));
    }

    [Theory]
    [InlineData("=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1")]
    [InlineData(" @SUM(A1)", "' @SUM(A1)")]
    public async Task The_guard_holds_for_text_in_both_dialects_and_leaves_numbers_alone(string said, string cell)
    {
        foreach (var dialect in new[] { CsvDialect.ExcelRu, CsvDialect.Rfc4180 })
        {
            var file = Encoding.UTF8.GetString(await WriteAsync(stream => new CsvFormat(stream, Columns, dialect, Moscow), new Row(said, -1, -500, -7, null, false, "+7 962 •••-14-42")));

            var cells = file.Split("\r\n")[1].Split(dialect.Options.Separator);
            Assert.Equal((cell, "-1", "-5", "-7", "", "7 962 •••-14-42"), (cells[0], cells[1], cells[2], cells[3], cells[4], cells[6]));
        }
    }

    [Fact]
    public async Task Without_rows_there_is_the_header_only()
    {
        Assert.Equal("a,b\r\n", Encoding.UTF8.GetString(await WriteAsync(stream => new CsvFormat(stream, ["a", "b"], CsvDialect.Rfc4180, Moscow))));
    }

    [Fact]
    public async Task Json_lines_are_an_object_each_and_end_with_the_summary()
    {
        var file = Encoding.UTF8.GetString(await WriteAsync(stream => new JsonLinesFormat(stream), new Row("Привет"), new Row("ещё")));

        Assert.Equal(
            "{\"text\":\"Привет\"}\n{\"text\":\"ещё\"}\n"
            + "{\"exportedAt\":\"2026-11-22T07:15:30.123Z\",\"filter\":{\"from\":null,\"to\":null,\"branch\":\"center\",\"channel\":null,\"phones\":\"full\"},\"count\":2}\n",
            file);
    }

    [Fact]
    public async Task Json_is_one_document_with_the_rows_and_the_summary()
    {
        var document = JsonElement.Parse(await WriteAsync(stream => new JsonFormat(stream, "events"), new Row("Привет"), new Row("ещё")));

        Assert.Equal(["Привет", "ещё"], document.GetProperty("events").EnumerateArray().Select(row => row.GetProperty("text").GetString()));
        Assert.Equal(2, document.GetProperty("count").GetInt32());
    }

    private static async Task<byte[]> WriteAsync(Func<Stream, IExportWriter> make, params Row[] rows)
    {
        using var file = new MemoryStream();
        await using (var writer = make(file))
        {
            foreach (var row in rows)
            {
                await writer.AddAsync(row, Cancel);
            }

            await writer.EndAsync(new ExportSummary(Moment, new ExportFilter(Branch: "center"), rows.Length), Cancel);
        }

        return file.ToArray();
    }

    private sealed record Row(
        string? Said, double? Confidence = null, long? Kopecks = null, long? Latency = null, DateTimeOffset? At = null, bool Complaint = false, string? Phone = null) : IExportLine
    {
        public void WriteCells(IExportCells cells)
        {
            cells.Text(Said);
            cells.Number(Confidence);
            cells.Money(Kopecks);
            cells.Whole(Latency);
            cells.Moment(At);
            cells.Truth(Complaint);
            cells.Phone(Phone);
            cells.Text(null);
        }

        public void WriteJson(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteString("text"u8, Said);
            json.WriteEndObject();
        }
    }
}
