using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AuditDashboard.Tests.Bitrix24.Emulator;

/// <summary>
/// A Bitrix24 portal as its documents describe it (bitrix24.md section 12), in memory, on loopback over real HTTP. The order of checks is the kernel's:
/// the method exists, whoever asks may, its budget lasts, then it runs.
/// </summary>
internal sealed class PortalEmulator : IAsyncDisposable
{
    // The kernel escapes everything but ASCII.
    private static readonly JsonSerializerOptions Ascii = new() { Encoder = JavaScriptEncoder.Default };
    private readonly Lock _one = new();
    private WebApplication _app = null!;

    private PortalEmulator(TimeProvider time)
    {
        Time = time;
        (State, Limits, Events) = (new PortalState(time), new PortalLimits(time), new PortalEvents(time));
        Methods = new PortalMethods(State);
        State.Changed = Events.Note;
    }

    public TimeProvider Time { get; }

    public PortalState State { get; }

    public PortalLimits Limits { get; }

    public PortalFaults Faults { get; } = new();

    public PortalEvents Events { get; }

    public PortalMethods Methods { get; }

    public ConcurrentQueue<Call> Calls { get; } = new();

    /// <summary>Without a slash at the end.</summary>
    public string Address => _app.Urls.First();

    public string WebhookUrl => $"{Address}/rest/1/{State.Secret}/";

    /// <summary>Where the portal has moved: every call hears 302.</summary>
    public string? MovedTo { get; set; }

    /// <summary>Refuses as the documents say (403) instead of as the kernel does (401).</summary>
    public bool RefusesAsDocumented { get; set; }

    /// <summary>Newer kernels tell whole seconds.</summary>
    public bool TellsWholeSeconds { get; set; }

    internal sealed record Call(string Method, JsonObject Asked, int Status);

    public static async Task<PortalEmulator> StartAsync(TimeProvider time, string url = "http://127.0.0.1:0")
    {
        var portal = new PortalEmulator(time);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        portal._app = builder.Build();
        portal._app.Run(portal.AnswerAsync);
        await portal._app.StartAsync(TestContext.Current.CancellationToken);
        return portal;
    }

    public int Count(string method) => Calls.Count(call => call.Method == method);

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
        Events.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (MovedTo is { } other)
        {
            context.Response.Redirect(other + context.Request.Path + context.Request.QueryString);
            return;
        }

        var asked = await PortalRequest.ReadAsync(context.Request);
        var (method, secret) = Path(context.Request.Path, asked);
        var fault = Faults.Take(method);
        if (fault is PortalFault.Delay delay)
        {
            await Task.Delay(delay.Milliseconds, context.RequestAborted);
        }

        if (fault is PortalFault.Hang { Executes: false } hanging)
        {
            await HangAsync(context, hanging);
        }

        if (fault is PortalFault.DropBeforeExecute)
        {
            context.Abort();
            return;
        }

        var (status, body) = fault is PortalFault.Reply reply ? (reply.Status, reply.Body) : Execute(Source(context), method, secret, asked);
        Calls.Enqueue(new Call(method, asked, status));
        if (fault is PortalFault.Hang mute)
        {
            await HangAsync(context, mute);
        }

        await WriteAsync(context, fault, status, body);
    }

    private static Task HangAsync(HttpContext context, PortalFault.Hang hang)
    {
        hang.Reached.TrySetResult();
        return Task.Delay(Timeout.Infinite, context.RequestAborted);
    }

    private static async Task WriteAsync(HttpContext context, PortalFault? fault, int status, string body)
    {
        if (fault is PortalFault.ExecuteThenDrop)
        {
            context.Abort();
            return;
        }

        (status, body) = fault switch
        {
            PortalFault.ExecuteThenGatewayPage => (504, "<html><body><h1>504 Gateway Time-out</h1></body></html>"),
            PortalFault.Truncate => (status, body[..(body.Length / 2)]),
            _ => (status, body),
        };
        context.Response.StatusCode = status;
        context.Response.ContentType = fault switch { PortalFault.Reply reply => reply.ContentType, PortalFault.ExecuteThenGatewayPage => "text/html", _ => "application/json; charset=utf-8" };
        await context.Response.WriteAsync(body);
    }

    private (int Status, string Body) Execute(string source, string method, string? secret, JsonObject asked)
    {
        lock (_one)
        {
            if (!Limits.Admit(source))
            {
                return (503, """{"error":"QUERY_LIMIT_EXCEEDED","error_description":"Too many requests"}""");
            }

            var (status, answer) = Run(method, secret, asked);
            return (status, answer.ToJsonString(Ascii));
        }
    }

    private (int Status, JsonObject Answer) Run(string method, string? secret, JsonObject asked)
    {
        try
        {
            Check(method, secret);
            var started = Time.GetUtcNow();
            var answer = Lifted(method == "batch" ? new PortalBatch((inner, given) => Run(inner, secret, given).Answer).Run(asked) : Methods.Run(method, asked));
            answer["time"] = Timing(started, method, secret!);
            return (200, answer);
        }
        catch (PortalError problem)
        {
            return (problem.Status, new JsonObject { ["error"] = problem.Code.DeepClone(), ["error_description"] = problem.Message });
        }
    }

    private void Check(string method, string? secret)
    {
        if (!Methods.Knows(method))
        {
            throw PortalError.Method();
        }

        if (secret != State.Secret)
        {
            throw new PortalError("INVALID_CREDENTIALS", "Invalid request credentials", RefusesAsDocumented ? 403 : 401);
        }

        if (PortalMethods.IsAppOnly(method))
        {
            throw new PortalError("WRONG_AUTH_TYPE", "Current authorization type is denied for this method", 403);
        }

        if (Methods.ScopeOf(method) is { Length: > 0 } scope && !State.Scopes.Contains(scope))
        {
            throw new PortalError("insufficient_scope", "The request requires higher privileges than provided by the webhook token", RefusesAsDocumented ? 403 : 401);
        }

        if (method != "batch" && !Limits.HasBudget(secret!, method))
        {
            throw new PortalError("OPERATION_TIME_LIMIT", "Method is blocked due to operation time limit.", 429);
        }
    }

    /// <summary>The kernel lifts total and next out of what a method gives.</summary>
    private static JsonObject Lifted(JsonNode result)
    {
        var answer = new JsonObject();
        if (result is JsonObject map && map.ContainsKey("total"))
        {
            var (total, next) = (map["total"].Number(), map["next"]?.DeepClone());
            map.Remove("total");
            map.Remove("next");
            answer["result"] = map["#list"] is { } list ? list.DeepClone() : map.DeepClone();
            answer["total"] = total;
            if (next is not null)
            {
                answer["next"] = next;
            }

            return answer;
        }

        answer["result"] = result.Parent is null ? result : result.DeepClone();
        return answer;
    }

    private JsonObject Timing(DateTimeOffset started, string method, string secret)
    {
        var (operating, reset) = method == "batch" ? (0, null) : Limits.Book(secret, method);
        var seconds = started.ToUnixTimeMilliseconds() / 1000.0;
        var timing = new JsonObject
        {
            ["start"] = TellsWholeSeconds ? (JsonNode)(long)seconds : seconds, ["finish"] = TellsWholeSeconds ? (long)seconds : seconds, ["duration"] = 0.02, ["processing"] = TellsWholeSeconds ? 0 : 0.01,
            ["date_start"] = State.Now(), ["date_finish"] = State.Now(), ["operating"] = operating,
        };
        if (reset is { } moment)
        {
            timing["operating_reset_at"] = moment;
        }

        return timing;
    }

    /// <summary><c>/rest/{user}/{secret}/{method}</c>, or <c>/rest/{method}</c> with <c>auth</c> in the body.</summary>
    private static (string Method, string? Secret) Path(PathString path, JsonObject asked)
    {
        var parts = path.Value!.Trim('/').Split('/');
        var name = parts[^1].ToLowerInvariant();
        var method = name.EndsWith(".json", StringComparison.Ordinal) ? name[..^5] : name;
        return (method, parts.Length == 4 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _) ? parts[2] : asked["auth"]?.Text());
    }

    private static string Source(HttpContext context) => context.Request.Headers["X-Test-Ip"] is [{ } named] ? named : context.Connection.RemoteIpAddress!.ToString();
}
