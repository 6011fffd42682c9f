using System.Buffers;
using System.Text.Json;
using AuditDashboard.Foundation;

namespace AuditDashboard.Exports.Formats;

/// <summary>A JSON writer over a buffer that is emptied into a stream whenever it is full enough.</summary>
internal sealed class JsonBuffer : IAsyncDisposable
{
    private const int Enough = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _bytes = new(2 * Enough);
    private readonly Stream _target;

    public JsonBuffer(Stream target) => (_target, Json) = (target, new Utf8JsonWriter(_bytes, Problem.Json));

    public Utf8JsonWriter Json { get; }

    /// <summary>Ends a line; what follows is a document of its own.</summary>
    public void EndLine()
    {
        Json.Flush();
        Json.Reset();
        _bytes.Write("\n"u8);
    }

    public ValueTask MoveOnAsync(CancellationToken cancel) =>
        _bytes.WrittenCount + Json.BytesPending < Enough ? ValueTask.CompletedTask : EmptyAsync(cancel);

    public async ValueTask EmptyAsync(CancellationToken cancel)
    {
        await Json.FlushAsync(cancel);
        await _target.WriteAsync(_bytes.WrittenMemory, cancel);
        _bytes.ResetWrittenCount();
    }

    public ValueTask DisposeAsync() => Json.DisposeAsync();
}
