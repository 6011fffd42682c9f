using System.Buffers;

namespace AuditDashboard.Relay.OpenAi;

/// <summary>Server-sent events (HTML standard, section 9.2) read as they pass: <c>data</c> lines are all these protocols use.</summary>
/// <param name="heard">Told each line's data; the bytes count only until it returns.</param>
internal sealed class EventStream(Action<ReadOnlySpan<byte>> heard)
{
    // A line that never ends must not fill the memory; such a line is not read.
    private const int LongestLine = 4 * 1024 * 1024;

    private readonly ArrayBufferWriter<byte> _line = new();
    private bool _isTooLong;

    public void Add(ReadOnlySpan<byte> piece)
    {
        while (piece.IndexOf((byte)'\n') is >= 0 and var end)
        {
            Keep(piece[..end]);
            End();
            piece = piece[(end + 1)..];
        }

        Keep(piece);
    }

    /// <summary>Nothing more comes: a last line without an end counts.</summary>
    public void End()
    {
        var line = _line.WrittenSpan;
        if (!_isTooLong && line.StartsWith("data:"u8))
        {
            heard(line["data:"u8.Length..].Trim((byte)' ').TrimEnd((byte)'\r'));
        }

        _line.ResetWrittenCount();
        _isTooLong = false;
    }

    private void Keep(ReadOnlySpan<byte> part)
    {
        _isTooLong |= _line.WrittenCount + part.Length > LongestLine;
        if (!_isTooLong)
        {
            _line.Write(part);
        }
    }
}
