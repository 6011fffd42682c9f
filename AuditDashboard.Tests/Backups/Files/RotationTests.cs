using System.Globalization;
using AuditDashboard.Backups.Files;
using AuditDashboard.Foundation;
using Microsoft.Extensions.Time.Testing;

namespace AuditDashboard.Tests.Backups.Files;

public sealed class RotationTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-22T10:00:00Z", CultureInfo.InvariantCulture);

    private readonly SalonClock _clock = new(new FakeTimeProvider(Now), TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));

    [Fact]
    public void Of_ninety_nights_the_last_seven_and_the_last_four_weeks_are_kept()
    {
        var nights = Enumerable.Range(0, 90).Select(night => Backup($"n{night}", Now.AddDays(-night).AddHours(-9.5))).ToList();

        var kept = Kept(nights);

        Assert.Equal(["n0", "n1", "n2", "n3", "n4", "n5", "n6", "n7", "n14", "n21"], kept);
    }

    [Fact]
    public void Of_a_day_long_ago_only_the_newest_stays_and_of_the_last_hours_all()
    {
        var many = Enumerable.Range(0, 48).Select(hour => Backup($"h{hour}", Now.AddHours(-hour))).ToList();

        var kept = Kept(many);

        Assert.Equal(["h0", "h1"], kept.Take(2));
        Assert.Equal(25, kept.Count); // 24 of the last day, the newest of yesterday among them, and the newest of the day before
    }

    [Fact]
    public void Nothing_grows_older_than_thirty_days_but_the_newest_sound_one()
    {
        Assert.Equal(["old"], Kept([Backup("old", Now.AddDays(-80)), Backup("older", Now.AddDays(-81))]));
        Assert.Equal(["new"], Kept([Backup("new", Now.AddHours(-1)), Backup("old", Now.AddDays(-31))]));
    }

    [Fact]
    public void A_rotten_one_takes_no_place_of_a_sound_one()
    {
        var rotten = Backup("rotten", Now.AddDays(-2)) with { Problem = "sha256" };
        var sound = Backup("sound", Now.AddDays(-2).AddHours(-1));

        Assert.Equal(["rotten", "sound"], Kept([rotten, sound]));
    }

    private List<string> Kept(IReadOnlyList<BackupManifest> present)
    {
        var gone = Rotation.Superfluous(present, _clock, new BackupOptions()).Select(backup => backup.File).ToHashSet();
        return [.. present.Select(backup => backup.File).Where(file => !gone.Contains(file))];
    }

    private static BackupManifest Backup(string file, DateTimeOffset createdAt) =>
        new(Guid.CreateVersion7(createdAt), file, createdAt, "schedule", 1, "", "", 1, 1, "") { VerifiedAt = createdAt };
}
