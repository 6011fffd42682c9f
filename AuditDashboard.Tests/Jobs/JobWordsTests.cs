using System.Globalization;
using System.Reflection;
using System.Resources;
using AuditDashboard.Jobs;
using Quartz;

namespace AuditDashboard.Tests.Jobs;

/// <summary>An owner reads what runs by itself in words, not in names of classes.</summary>
public sealed class JobWordsTests
{
    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("ru"), CultureInfo.GetCultureInfo("en")];
    private static readonly ResourceManager Words = new(typeof(JobsText));

    public static TheoryData<string> Jobs =>
        [.. typeof(JobsText).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IJob)))
            .Select(type => type.GetField("Key", BindingFlags.Static | BindingFlags.Public)?.GetValue(null)).OfType<JobKey>().Select(key => key.Name)];

    [Theory]
    [MemberData(nameof(Jobs))]
    public void Every_job_has_a_name_in_both_languages(string job)
    {
        var names = Languages.Select(language => Words.GetString($"Job_{job}", language)).ToList();

        Assert.DoesNotContain(null, names);
        Assert.NotEqual(names[0], names[1]);
    }

    [Fact]
    public void A_job_without_words_would_be_seen() => Assert.Null(Words.GetString("Job_NobodyNamedThis", CultureInfo.InvariantCulture));
}
