using System.Buffers;

namespace AuditDashboard.Relay.Passing;

/// <summary>The beginning of what passes by, copied to be read once it is over.</summary>
/// <param name="most">Bytes; what comes after them is not kept.</param>
internal sealed class Glimpse(int most)
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlyMemory<byte> Bytes => _bytes.WrittenMemory;

    /// <summary>False when something came that is not kept.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Reads what of a call never went out, because the service could not be reached; as much of it as is kept.</summary>
    public async Task ReadRestAsync(Stream body, CancellationToken cancel)
    {
        var piece = new byte[16 * 1024];
        try
        {
            while (IsWhole && await body.ReadAsync(piece, cancel) is > 0 and var read)
            {
                Add(piece.AsSpan(0, read));
            }
        }
        catch (Exception problem) when (problem is IOException or OperationCanceledException)
        {
            IsWhole = false;
        }
    }

    public void Add(ReadOnlySpan<byte> passing)
    {
        var room = most - _bytes.WrittenCount;
        IsWhole &= passing.Length <= room;
        _bytes.Write(passing[..Math.Min(passing.Length, room)]);
    }
}
