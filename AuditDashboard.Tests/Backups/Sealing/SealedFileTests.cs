using System.Security.Cryptography;
using AuditDashboard.Backups.Restoring;
using AuditDashboard.Backups.Sealing;

namespace AuditDashboard.Tests.Backups.Sealing;

public sealed class SealedFileTests
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(BackupKey.Bytes);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1024 * 1024 - 1)]
    [InlineData(1024 * 1024)]
    [InlineData(1024 * 1024 + 1)]
    [InlineData(3 * 1024 * 1024)]
    public void What_was_sealed_comes_out_as_it_went_in(int length)
    {
        var plain = RandomNumberGenerator.GetBytes(length);

        Assert.Equal(plain, Open(Seal(plain)));
    }

    [Fact]
    public void A_file_that_was_cut_continued_or_reordered_does_not_open()
    {
        var whole = Seal(RandomNumberGenerator.GetBytes(3 * 1024 * 1024 + 100));
        const int chunk = SealedHeader.ChunkBytes + SealedHeader.TagBytes;
        byte[] swapped = [.. whole[..SealedHeader.Bytes], .. whole[(SealedHeader.Bytes + chunk)..(SealedHeader.Bytes + 2 * chunk)], .. whole[SealedHeader.Bytes..(SealedHeader.Bytes + chunk)], .. whole[(SealedHeader.Bytes + 2 * chunk)..]];

        Assert.Equal("file.broken", ProblemOf(whole[..^1]));
        Assert.Equal("file.broken", ProblemOf(whole[..(SealedHeader.Bytes + 3 * chunk)])); // a whole chunk missing
        Assert.Equal("file.broken", ProblemOf(whole[..SealedHeader.Bytes]));
        Assert.Equal("file.broken", ProblemOf([.. whole, 0]));
        Assert.Equal("file.broken", ProblemOf(swapped));
        Assert.Equal("file.foreign", ProblemOf(whole[..30]));
        Assert.Equal("file.foreign", ProblemOf("SQLite format 3 and so on, much longer than a head of sixty-four bytes"u8.ToArray()));
    }

    [Fact]
    public void Another_key_is_told_from_a_broken_file()
    {
        using var file = new MemoryStream(Seal([1, 2, 3]));

        Assert.Equal("key.wrong", Assert.Throws<BackupProblem>(() => new OpeningStream(file, new byte[32], "a")).Code);
    }

    [Fact]
    public async Task Flipped_bits_of_a_backup_are_found_fifty_of_fifty()
    {
        await using var host = await BackupHost.StartAsync();
        await host.TellAsync(300);
        var backup = await host.MakeAsync();
        var bytes = await File.ReadAllBytesAsync(host.PathOf(backup), TestContext.Current.CancellationToken);
        var random = new Random(20261124);
        var found = 0;
        for (var i = 0; i < 50; i++)
        {
            var (place, bit) = (random.Next(bytes.Length), (byte)(1 << random.Next(8)));
            bytes[place] ^= bit;
            await File.WriteAllBytesAsync(host.PathOf(backup), bytes, TestContext.Current.CancellationToken);
            bytes[place] ^= bit;
            try
            {
                host.Get<UnpackBackup>().Ready(host.PathOf(backup), null, TestContext.Current.CancellationToken);
            }
            catch (BackupProblem)
            {
                found++;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"bit flips found: {found} of 50, in a file of {bytes.Length} bytes");
        Assert.Equal(50, found);
    }

    private static byte[] Seal(byte[] plain)
    {
        using var target = new MemoryStream();
        using var sealing = new SealingStream(target, Key);
        sealing.Write(plain);
        sealing.Finish();
        return target.ToArray();
    }

    private static byte[] Open(byte[] sealedBytes)
    {
        using var source = new MemoryStream(sealedBytes);
        using var opening = new OpeningStream(source, Key, "a");
        using var plain = new MemoryStream();
        opening.CopyTo(plain);
        return plain.ToArray();
    }

    private static string ProblemOf(byte[] sealedBytes) => Assert.Throws<BackupProblem>(() => Open(sealedBytes)).Code;
}
