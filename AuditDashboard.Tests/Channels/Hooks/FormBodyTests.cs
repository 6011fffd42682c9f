using System.Text;
using AuditDashboard.Channels.Hooks;

namespace AuditDashboard.Tests.Channels.Hooks;

public sealed class FormBodyTests
{
    [Theory]
    [InlineData("a=1&b=2", "b", "2")]
    [InlineData("a=%7B%22x%22%3A+1%7D", "a", "{\"x\": 1}")]
    [InlineData("a=%D0%B4%D0%B0", "a", "да")]
    [InlineData("a%5Bb%5D=1", "a[b]", "1")]
    [InlineData("a=100%", "a", "100%")]
    [InlineData("a=%4", "a", "%4")]
    [InlineData("a=%zz%41", "a", "%zzA")]
    [InlineData("a=b=c", "a", "b=c")]
    [InlineData("a", "a", "")]
    [InlineData("a=1&a=1", "a", null)]
    [InlineData("&&=&", "a", null)]
    [InlineData("", "a", null)]
    public void A_field_is_read_whatever_stands_around_it(string form, string name, string? value) =>
        Assert.Equal(value, FormBody.Read(Encoding.UTF8.GetBytes(form)).Text(name));

    [Fact]
    public void A_flood_of_fields_is_not_read_to_its_end()
    {
        var form = FormBody.Read(Encoding.UTF8.GetBytes(string.Join('&', Enumerable.Repeat("a=1", 300_000))));

        Assert.Equal(1000, form.Fields.Count);
    }
}
