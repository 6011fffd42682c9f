using AuditDashboard.Access;
using AuditDashboard.Ingestion;
using AuditDashboard.Relay.Passing;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Relay.OpenAi;

/// <summary>Puts a call of a model into the log. Never throws: what cannot be logged is relayed all the same.</summary>
internal sealed partial class TellModelCall(IIngest ingest, IOptions<OpenAiRelayOptions> options, ILogger<TellModelCall> logger)
{
    private const string Envelope = "native";

    /// <param name="failure">Null where the call came to its end, whatever the service answered.</param>
    public async Task HandleAsync(CallingBot bot, HttpRequest request, CallWatch watch, Glimpse said, PassFailure? failure)
    {
        if (watch.IsTold)
        {
            return;
        }

        watch.IsTold = true;
        try
        {
            var called = new LlmCalled(watch, ModelRequest.Read(said, options.Value.KeepTexts), ErrorOf(watch, failure))
            {
                Session = OpenAiCaller.Header(request, OpenAiCaller.SessionHeader),
                Client = OpenAiCaller.Header(request, OpenAiCaller.ClientHeader, 128),
                Prompt = OpenAiCaller.Header(request, OpenAiCaller.PromptHeader),
                PromptVersion = OpenAiCaller.Header(request, OpenAiCaller.PromptVersionHeader),
            };
            await ingest.TakeOrOweAsync(new Sender(bot.Bot, bot.Branch, KeyId: bot.KeyId), [new OfferedEvent(called.ToJson(options.Value), Envelope)]);
        }
        catch (Exception problem)
        {
            LogNotTold(problem, bot.Bot);
        }

        if (failure is { } reason)
        {
            LogFailure(bot.Bot, reason);
        }
    }

    private static string? ErrorOf(CallWatch watch, PassFailure? failure) => failure switch
    {
        PassFailure.CallerGone => "caller_gone",
        PassFailure.Late => "late",
        PassFailure.Unreachable => "unreachable",
        _ => watch.Answer.Error ?? (watch.Status >= 400 ? $"http_{watch.Status}" : null),
    };

    [LoggerMessage(EventId = 2610, Level = LogLevel.Error, Message = "A call of a model by {Bot} was relayed and could not be logged")]
    private partial void LogNotTold(Exception problem, string bot);

    [LoggerMessage(EventId = 2611, Level = LogLevel.Warning, Message = "A call of a model by {Bot} came to no end: {Failure}")]
    private partial void LogFailure(string bot, PassFailure failure);
}
