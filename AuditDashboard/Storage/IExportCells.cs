namespace AuditDashboard.Storage;

/// <summary>Takes the cells of one line. What is null is an empty cell; how the rest looks is the dialect's.</summary>
public interface IExportCells
{
    /// <summary>Words of people and bots: a spreadsheet never gets to see a formula in them.</summary>
    void Text(string? text);

    void Whole(long? number);

    void Number(double? number);

    /// <param name="kopecks">1/100 of the currency; leaves as roubles.</param>
    void Money(long? kopecks);

    void Moment(DateTimeOffset? moment);

    void Truth(bool value);

    /// <param name="phone">E.164, or masked.</param>
    void Phone(string? phone);
}
