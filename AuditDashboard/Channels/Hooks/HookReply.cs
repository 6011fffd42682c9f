using AuditDashboard.Channels.Forwarding;
using AuditDashboard.Ingestion;

namespace AuditDashboard.Channels.Hooks;

/// <summary>What a channel hears: a problem, a receipt, exactly the text it waits for, or what the bot behind us says.</summary>
internal sealed record HookReply
{
    /// <summary>200 and nothing else.</summary>
    public static readonly HookReply Empty = new() { Text = "" };

    public string? Text { get; private init; }

    public string? Problem { get; private init; }

    public IngestReceipt? Receipt { get; private init; }

    public BotAnswer? Bot { get; private init; }

    public static HookReply Exactly(string text) => new() { Text = text };

    /// <param name="code">The last part of <c>/problems/…</c>.</param>
    public static HookReply Refused(string code) => new() { Problem = code };

    public static HookReply Of(IngestReceipt receipt) => new() { Receipt = receipt };

    public static HookReply Of(BotAnswer answer) => new() { Bot = answer };

    public async Task WriteAsync(HttpResponse response)
    {
        if (Problem is not null)
        {
            await Foundation.Problem.WriteAsync(response, Problem, retryAfterSeconds: StatusCodes.Status503ServiceUnavailable == Foundation.Problem.StatusOf(Problem) ? 5 : null);
            return;
        }

        if (Receipt is not null)
        {
            await ReceiptAnswer.WriteAsync(response, Receipt);
            return;
        }

        if (Bot is not null)
        {
            await Bot.WriteAsync(response);
            return;
        }

        response.ContentType = Text!.Length == 0 ? null : "text/plain; charset=utf-8";
        await response.WriteAsync(Text, response.HttpContext.RequestAborted);
    }
}
