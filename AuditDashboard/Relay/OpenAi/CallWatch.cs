using AuditDashboard.Relay.Passing;

namespace AuditDashboard.Relay.OpenAi;

/// <summary>One call of a model, watched from when the bot asked until the last byte of the answer.</summary>
internal sealed class CallWatch
{
    private const int MostPackedBytes = 4 * 1024 * 1024;

    private readonly IAnswerReader _reader;
    private readonly EventStream _stream;
    private readonly Glimpse _packed = new(MostPackedBytes);
    private readonly TimeProvider _time;
    private readonly long _start;
    private long? _first;

    /// <param name="operation">chat | responses</param>
    public CallWatch(string operation, TimeProvider time)
    {
        (Operation, _time, _start, StartedAt) = (operation, time, time.GetTimestamp(), time.GetUtcNow());
        _reader = operation == "responses" ? new ResponsesReader() : new ChatReader();
        _stream = new EventStream(data =>
        {
            if (Words.Parse(data) is { } piece)
            {
                _reader.Add(piece);
            }
        });
    }

    public string Operation { get; }

    public DateTimeOffset StartedAt { get; }

    /// <summary>Of the service's answer; null where there was none.</summary>
    public int? Status { get; set; }

    /// <summary>True once the log was told of it: a call that fails on its last step is not told twice.</summary>
    public bool IsTold { get; set; }

    public ModelAnswer Answer => _reader.Answer;

    public long ElapsedMs => (long)_time.GetElapsedTime(_start).TotalMilliseconds;

    /// <summary>Milliseconds until the first piece of a stream.</summary>
    public long? FirstPieceMs => _first is { } first ? (long)_time.GetElapsedTime(_start, first).TotalMilliseconds : null;

    public void SeeWhole(ReadOnlyMemory<byte> answer)
    {
        if (Words.Parse(answer.Span) is { } whole)
        {
            _reader.Add(whole);
        }
    }

    public void SeePiece(ReadOnlyMemory<byte> piece, bool isPacked)
    {
        _first ??= _time.GetTimestamp();
        if (isPacked)
        {
            _packed.Add(piece.Span);
        }
        else
        {
            _stream.Add(piece.Span);
        }
    }

    /// <summary>The stream is over, or broke off.</summary>
    public void EndStream(HttpResponseMessage answer)
    {
        if (_packed.Bytes.Length > 0)
        {
            _stream.Add(Unpacked.Of(_packed.Bytes, answer).Span);
        }

        _stream.End();
    }
}
