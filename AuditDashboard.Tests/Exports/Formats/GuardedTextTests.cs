using AuditDashboard.Exports.Formats;

namespace AuditDashboard.Tests.Exports.Formats;

public sealed class GuardedTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+7 900", "'+7 900")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\u00A0=1", "'\u00A0=1")]
    [InlineData("\uFF1D1", "'\uFF1D1")]
    [InlineData("Здравствуйте, 2+2=4", "Здравствуйте, 2+2=4")]
    [InlineData("'=1", "'=1")]
    [InlineData("", "")]
    [InlineData("   ", "   ")]
    [InlineData(null, null)]
    public void What_a_spreadsheet_takes_for_a_formula_gets_an_apostrophe(string? text, string? expected) =>
        Assert.Equal(expected, GuardedText.Guarded(text));
}
