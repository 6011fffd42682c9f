using System.Collections.Concurrent;
using System.Globalization;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Channels.Sending;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Channels.Yclients;

/// <summary><c>PUT /record/{company}/{record}</c> of YCLIENTS with <c>{"attendance":…}</c> (channels.md section 7.1).</summary>
internal sealed class WriteAttendance(
    ServiceCall service, IChannelEndpoints endpoints, IDbContextFactory<AuditDbContext> databases, TimeProvider time) : IBookingWriteBack
{
    private const int Confirmed = 2;
    private const int LongestNumber = 18;

    private static readonly Dictionary<string, int> Marks = new(StringComparer.OrdinalIgnoreCase)
    {
        ["confirmed"] = Confirmed, ["attended"] = 1, ["expected"] = 0, ["no_show"] = -1, ["2"] = Confirmed, ["1"] = 1, ["0"] = 0, ["-1"] = -1,
    };

    private readonly ConcurrentDictionary<string, EndpointGate> _gates = new(StringComparer.Ordinal);

    public async Task<SendResult> TellAttendanceAsync(string endpointId, string bookingId, string attendance, CancellationToken cancel)
    {
        if (endpoints.Find(endpointId) is not { Kind: "yclients", IsPaused: false } endpoint || endpoint.Member("CompanyId") is null
            || endpoint.Member("PartnerToken") is null || endpoint.Member("UserToken") is null)
        {
            return Verdict.Misconfigured("members-missing").Result;
        }

        if (!Marks.TryGetValue(attendance, out var mark) || bookingId.Length is 0 or > LongestNumber || bookingId.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return Verdict.Misconfigured("record-invalid").Result;
        }

        return mark == Confirmed && await IsMarkedAsync(endpoint.Bot, bookingId, cancel)
            ? Verdict.Sent(bookingId, "marked").Result
            : await TellAsync(endpoint, bookingId, mark, cancel);
    }

    private async Task<SendResult> TellAsync(ChannelEndpoint endpoint, string record, int mark, CancellationToken cancel)
    {
        var gate = _gates.GetOrAdd(endpoint.Id, _ => new EndpointGate(Pace.OfYclients, time));
        var turn = await gate.EnterAsync(record, cancel);
        if (turn.StayAway is { } wait)
        {
            return Verdict.Later("limited", wait).Result;
        }

        TimeSpan? pause = null;
        try
        {
            (var result, pause) = Judge(await CallAsync(endpoint, record, mark, cancel), record);
            return result;
        }
        catch (UriFormatException)
        {
            // The exception would name the address.
            return Verdict.Misconfigured("address-invalid").Result;
        }
        finally
        {
            gate.Leave(turn, pause);
        }
    }

    /// <summary>Staff said already whether the client came: a confirmation that was late on its way must not undo that.</summary>
    private async Task<bool> IsMarkedAsync(string bot, string record, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<YclientsRow>().AnyAsync(row => row.Bot == bot && row.RecordId == record && (row.Attendance == 1 || row.Attendance == -1), cancel);
    }

    private async Task<ServiceAnswer> CallAsync(ChannelEndpoint endpoint, string record, int mark, CancellationToken cancel)
    {
        var root = ServiceAddress.Of(endpoint);
        root = root.EndsWith("/api/v1", StringComparison.Ordinal) ? root : $"{root}/api/v1";
        using var request = new HttpRequestMessage(HttpMethod.Put, string.Create(CultureInfo.InvariantCulture, $"{root}/record/{endpoint.Member("CompanyId")}/{record}"));
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {endpoint.Member("PartnerToken")}, User {endpoint.Member("UserToken")}");
        request.Headers.TryAddWithoutValidation("Accept", "application/vnd.yclients.v2+json");
        return await service.SendAsync(endpoint.Kind, request, JsonBody.Of(json => json.WriteNumber("attendance"u8, mark)), cancel);
    }

    private static Verdict Judge(ServiceAnswer answer, string record)
    {
        var verdict = answer.Failure ?? answer.Status switch
        {
            >= 200 and < 300 when ChannelParts.Flag(answer.Body, "success") => Verdict.Sent(record),
            >= 200 and < 300 when ChannelParts.Has(answer.Body, "success") => Verdict.Misconfigured("refused"),
            401 or 403 when answer.IsObject => Verdict.Misconfigured("token-revoked"),
            404 when answer.IsObject => Verdict.Unreachable("record-gone"),
            429 => Verdict.Limited("429", answer.RetryAfter ?? TimeSpan.FromMinutes(1)),
            _ => answer.Stranger,
        };

        // The same mark twice is the same mark.
        return verdict.Result.State is SendState.Uncertain ? Verdict.Later(verdict.Result.Code!) : verdict;
    }
}
