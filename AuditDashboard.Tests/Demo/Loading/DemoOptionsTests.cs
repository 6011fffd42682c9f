using System.ComponentModel.DataAnnotations;
using AuditDashboard.Demo;
using AuditDashboard.Demo.Loading;

namespace AuditDashboard.Tests.Demo.Loading;

public sealed class DemoOptionsTests
{
    [Theory]
    [InlineData("none", true)]
    [InlineData("stress", true)]
    [InlineData("huge", false)]
    [InlineData("tiny ", false)]
    public void Only_known_presets_pass(string preset, bool passes)
    {
        var options = new DemoOptions { Demo = preset };

        Assert.Equal(passes, Validator.TryValidateObject(options, new ValidationContext(options), null, validateAllProperties: true));
    }

    [Theory]
    [InlineData("tiny", 7)]
    [InlineData("demo", 90)]
    [InlineData("stress", 365)]
    public void Every_preset_has_its_length(string preset, int days) => Assert.Equal(days, DemoPreset.Find(preset)?.Days);
}
