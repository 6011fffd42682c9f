namespace AuditDashboard.Evidence.Proving;

/// <summary>The hash over the 2^<paramref name="level"/> leaves from <paramref name="index"/> · 2^<paramref name="level"/> on; all of them exist.</summary>
internal delegate ValueTask<byte[]> NodeAt(int level, long index);
