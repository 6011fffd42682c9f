using System.Diagnostics;

namespace AuditDashboard.Benchmarks;

/// <summary>What the disk itself takes to make 4 KiB durable (write, then fsync).</summary>
internal static class DiskSync
{
    /// <returns>The 99th percentile in milliseconds.</returns>
    public static double P99(string file, TimeSpan duration)
    {
        using var handle = File.OpenHandle(file, FileMode.Create, FileAccess.Write);
        var page = new byte[4096];
        var waits = new List<double>();
        var begin = Stopwatch.GetTimestamp();
        for (var i = 0L; Stopwatch.GetElapsedTime(begin) < duration; i++)
        {
            var started = Stopwatch.GetTimestamp();
            RandomAccess.Write(handle, page, i % 1024 * page.Length);
            RandomAccess.FlushToDisk(handle);
            waits.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        waits.Sort();
        return waits[(int)(waits.Count * .99)];
    }
}
