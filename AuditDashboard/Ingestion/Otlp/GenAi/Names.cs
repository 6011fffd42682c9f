namespace AuditDashboard.Ingestion.Otlp.GenAi;

/// <summary>
/// How instrumentations spell what we want to know (standards.md section 3.1). In each list the first that says something counts: our own <c>app.*</c>,
/// then <c>gen_ai.*</c> as it is now, as it was, OpenInference, everybody else (section 3.6).
/// </summary>
internal static class Names
{
    public static readonly string[] Session =
    [
        "gen_ai.conversation.id", "session.id", "langfuse.session.id", "ai.telemetry.metadata.sessionId", "traceloop.association.properties.session_id",
    ];

    public static readonly string[] User =
        ["user.id", "enduser.id", "langfuse.user.id", "ai.telemetry.metadata.userId", "traceloop.association.properties.user_id"];

    public static readonly string[] Channel = ["app.channel"];
    public static readonly string[] Lead = ["app.crm.lead_id"];
    public static readonly string[] Intent = ["app.intent"];
    public static readonly string[] IntentConfidence = ["app.intent.confidence"];

    public static readonly string[] Provider = ["gen_ai.provider.name", "gen_ai.system", "llm.provider", "llm.system"];
    public static readonly string[] RequestModel = ["gen_ai.request.model", "ai.model.id"];
    public static readonly string[] ResponseModel = ["gen_ai.response.model", "llm.model_name", "ai.response.model"];

    public static readonly string[] Prompt = ["app.scenario.id", "gen_ai.prompt.name", "langfuse.observation.prompt.name"];
    public static readonly string[] PromptVersion = ["app.scenario.version", "gen_ai.prompt.version", "langfuse.observation.prompt.version"];
    public static readonly string[] Release = ["app.release", "langfuse.release", "service.version"];
    public static readonly string[] Agent = ["gen_ai.agent.name", "gen_ai.agent.id", "service.name"];
    public static readonly string[] ResponseId = ["gen_ai.response.id", "ai.response.id"];

    public static readonly string[] InputTokens = ["gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens", "llm.token_count.prompt", "llm.usage.prompt_tokens"];

    public static readonly string[] OutputTokens =
        ["gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens", "llm.token_count.completion", "llm.usage.completion_tokens"];

    public static readonly string[] CachedTokens =
        ["gen_ai.usage.cache_read.input_tokens", "gen_ai.usage.cache_read_input_tokens", "llm.token_count.prompt_details.cache_read"];

    public static readonly string[] ReasoningTokens = ["gen_ai.usage.reasoning.output_tokens", "llm.token_count.completion_details.reasoning"];
    public static readonly string[] FinishReasons = ["gen_ai.response.finish_reasons", "llm.finish_reason", "ai.response.finishReason"];
    public static readonly string[] FirstChunkSeconds = ["gen_ai.response.time_to_first_chunk"];

    public static readonly string[] Tool = ["gen_ai.tool.name", "tool.name"];
    public static readonly string[] ToolCall = ["gen_ai.tool.call.id", "tool_call.id"];
    public static readonly string[] ToolArguments = ["gen_ai.tool.call.arguments", "tool.parameters", "input.value"];
    public static readonly string[] ToolResult = ["gen_ai.tool.call.result", "output.value"];
}
