using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AuditDashboard.Benchmarks;

/// <summary>What one cell of a table saw. Times in milliseconds.</summary>
internal sealed record LoadResult(double RequestsPerSecond, double P50, double P99, long Errors);

/// <summary>Closed-loop load over plain sockets, one request in flight a connection: cheap, since it shares the cores with the server.</summary>
internal sealed class LoadClient(int port, string key, int batch)
{
    private static long _ids = Stopwatch.GetTimestamp();
    private static long _dialogs = Stopwatch.GetTimestamp();
    private long _errors;

    public async Task<LoadResult> RunAsync(int connections, TimeSpan duration, double? perSecond = null)
    {
        var warm = TimeSpan.FromSeconds(0.5);
        var begin = Stopwatch.GetTimestamp() + (long)(warm.TotalSeconds * Stopwatch.Frequency);
        var end = begin + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var waits = await Task.WhenAll(Enumerable.Range(0, connections).Select(i => ConnectAsync(i, begin, end, perSecond / connections)));
        var all = waits.SelectMany(wait => wait).Order().ToArray();
        return new LoadResult(all.Length / duration.TotalSeconds, At(all, .5), At(all, .99), Interlocked.Read(ref _errors));
    }

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[(int)Math.Min(sorted.Length - 1, share * sorted.Length)];

    private async Task<List<double>> ConnectAsync(int index, long begin, long end, double? perSecond)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var (request, places) = MakeRequest();
        var (dialog, left) = (0L, 0);
        var answer = new byte[65_536];
        var waits = new List<double>();
        var step = perSecond is { } rate ? Stopwatch.Frequency / rate : 0;
        var planned = Stopwatch.GetTimestamp() + (step * index / Math.Max(1, index + 1));
        while (true)
        {
            var started = Stopwatch.GetTimestamp();
            if (step > 0)
            {
                planned += step;
                started = await WaitForAsync(planned, started);
            }

            if (started >= end)
            {
                return waits;
            }

            foreach (var (id, session, client) in places)
            {
                (dialog, left) = left > 0 ? (dialog, left - 1) : (Interlocked.Increment(ref _dialogs), SampleEvent.Length - 1);
                SampleEvent.WriteId(request.AsSpan(id, SampleEvent.IdLength), Interlocked.Increment(ref _ids));
                SampleEvent.WriteDialog(request.AsSpan(session, 8), dialog);
                SampleEvent.WriteDialog(request.AsSpan(client, 8), dialog);
            }

            var good = await ExchangeAsync(socket, request, answer);
            if (started >= begin)
            {
                waits.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                _ = good ? 0 : Interlocked.Increment(ref _errors);
            }
        }
    }

    /// <summary>
    /// A request whose connection was still busy when it was due counts from that moment, or a slow server would hide its own delay; that the timer of the
    /// load itself wakes a little late is not the server's.
    /// </summary>
    private static async Task<long> WaitForAsync(double planned, long now)
    {
        var early = (planned - now) / Stopwatch.Frequency;
        if (early > 0)
        {
            await Task.Delay(TimeSpan.FromSeconds(early));
            return Stopwatch.GetTimestamp();
        }

        return (long)planned;
    }

    private static async Task<bool> ExchangeAsync(Socket socket, byte[] request, byte[] answer)
    {
        await socket.SendAsync(request);
        var (read, total) = (0, int.MaxValue);
        while (read < total)
        {
            var got = await socket.ReceiveAsync(answer.AsMemory(read));
            if (got == 0)
            {
                throw new IOException("The server closed a connection.");
            }

            read += got;
            total = total == int.MaxValue ? Length(answer.AsSpan(0, read)) : total;
        }

        return answer[9] == '2';
    }

    /// <summary>Head and body together, once the head is there.</summary>
    private static int Length(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return int.MaxValue;
        }

        var at = answer[..head].IndexOf("Content-Length: "u8);
        var (length, i) = (0, at + 16);
        for (; at >= 0 && answer[i] is >= (byte)'0' and <= (byte)'9'; i++)
        {
            length = (length * 10) + answer[i] - '0';
        }

        return head + 4 + length;
    }

    private (byte[] Request, (int Id, int Session, int Client)[] Places) MakeRequest()
    {
        var (body, idAt, sessionAt, clientAt) = SampleEvent.Make(TimeProvider.System.GetUtcNow());
        var size = batch == 1 ? body.Length : (batch * (body.Length + 1)) + 1;
        var head = Encoding.ASCII.GetBytes(
            $"POST /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {key}\r\nContent-Type: application/json\r\nContent-Length: {size}\r\n\r\n");
        var request = new MemoryStream();
        request.Write(head);
        var places = new (int, int, int)[batch];
        for (var i = 0; i < batch; i++)
        {
            if (batch > 1)
            {
                request.WriteByte(i == 0 ? (byte)'[' : (byte)',');
            }

            var at = (int)request.Position;
            places[i] = (at + idAt, at + sessionAt, at + clientAt);
            request.Write(body);
        }

        if (batch > 1)
        {
            request.WriteByte((byte)']');
        }

        return (request.ToArray(), places);
    }
}
