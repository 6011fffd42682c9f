using AuditDashboard.Ingestion.Foreign;

namespace AuditDashboard.Ingestion.Otlp.GenAi;

/// <summary>The messages in log records and span events: one a record (the older way), or all of a call in one (<c>…operation.details</c>).</summary>
internal static class SaidInLog
{
    public static readonly string Details = "gen_ai.client.inference.operation.details";

    /// <summary>One message by the older names; null where the record is something else.</summary>
    public static Said? Read(string kind, ForeignValue body) => kind switch
    {
        "gen_ai.system.message" => Input("system", body),
        "gen_ai.user.message" => Input("user", body),
        "gen_ai.assistant.message" => Input("assistant", body),
        "gen_ai.tool.message" => Input("tool", body),
        "gen_ai.choice" => ReadMessage.One(body["message"].Unpacked is { IsNone: false } message ? message : body, isOutput: true) with
        {
            Role = "assistant", FinishReason = body["finish_reason"].Text,
        },
        _ => null,
    };

    /// <summary>All messages of a call, from the attributes of its details.</summary>
    public static List<Said> ReadDetails(ForeignValue attributes) =>
        [.. ReadMessage.All(attributes["gen_ai.input.messages"], isOutput: false), .. ReadMessage.All(attributes["gen_ai.output.messages"], isOutput: true)];

    private static Said Input(string role, ForeignValue body) => ReadMessage.One(body, isOutput: false) with { Role = role };
}
