using System.Globalization;
using AuditDashboard.Storage;
using CsvHelper;

namespace AuditDashboard.Exports.Formats;

/// <summary>Cells of one CSV line in the given dialect.</summary>
internal sealed class CsvCells(CsvWriter csv, CsvDialect dialect, TimeZoneInfo zone) : IExportCells
{
    public void Text(string? text) => GuardedText.Converter.Write(csv, text);

    public void Whole(long? number) => csv.WriteField(number);

    public void Number(double? number) => csv.WriteField(number);

    public void Money(long? kopecks) => csv.WriteField(kopecks is { } known ? known % 100 == 0 ? known / 100 : known / 100m : default(decimal?));

    public void Moment(DateTimeOffset? moment)
    {
        Span<char> written = stackalloc char[40];
        var length = 0;
        if (moment is { } known)
        {
            TimeZoneInfo.ConvertTime(known, zone).TryFormat(written, out length, dialect.Moment, CultureInfo.InvariantCulture);
        }

        csv.WriteField(written[..length]);
    }

    public void Truth(bool value) => csv.WriteField(value);

    public void Phone(string? phone)
    {
        if (phone is null || !CsvPhone.IsNumber(phone))
        {
            // A masked one begins with a plus too.
            Text(phone?.TrimStart('+'));
            return;
        }

        csv.WriteField(dialect.IsForPeople ? CsvPhone.ForPeople(phone) : phone);
    }
}
