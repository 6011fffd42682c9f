using AuditDashboard.Ingestion.Foreign;
using AuditDashboard.Ingestion.Otlp.Reading;

namespace AuditDashboard.Ingestion.Otlp.GenAi;

/// <summary>The messages a span carries; of several spellings the newest counts.</summary>
internal static class SaidInSpan
{
    /// <summary>Messages a flattened list may have: an instrumentation that counts further is not believed.</summary>
    private const int Most = 1000;

    public static List<Said> Read(OtlpSpan span) => [.. Inputs(span), .. Outputs(span)];

    private static List<Said> Inputs(OtlpSpan span)
    {
        var attributes = span.Attributes;
        return FirstOf(
            () => ReadMessage.All(attributes["gen_ai.input.messages"], isOutput: false),
            () => InEvents(span, isOutput: false),
            () => Flattened(attributes, "gen_ai.prompt.", "", isOutput: false),
            () => Flattened(attributes, "llm.input_messages.", "message.", isOutput: false),
            () => ReadMessage.All(attributes["ai.prompt.messages"], isOutput: false),
            () => ReadMessage.All(Inner(attributes["input.value"], "messages"), isOutput: false));
    }

    private static List<Said> Outputs(OtlpSpan span)
    {
        var attributes = span.Attributes;
        return FirstOf(
            () => ReadMessage.All(attributes["gen_ai.output.messages"], isOutput: true),
            () => InEvents(span, isOutput: true),
            () => Flattened(attributes, "gen_ai.completion.", "", isOutput: true),
            () => Flattened(attributes, "llm.output_messages.", "message.", isOutput: true),
            () => ReadMessage.All(attributes["ai.response.text"], isOutput: true),
            () => InValue(attributes["output.value"]));
    }

    private static List<Said> FirstOf(params ReadOnlySpan<Func<List<Said>>> spellings)
    {
        foreach (var spelling in spellings)
        {
            if (spelling() is { Count: > 0 } said)
            {
                return said;
            }
        }

        return [];
    }

    /// <summary>A whole answer of a model, or its text alone.</summary>
    private static List<Said> InValue(ForeignValue value) => Inner(value, "choices") is { IsList: true } choices
        ? [.. choices.Items.Select(choice => ReadMessage.One(choice["message"], isOutput: true))]
        : value.Unpacked.Text is { Length: > 0 } text ? [new Said("assistant", text, IsOutput: true)] : [];

    /// <summary>The list in a whole request or answer, or the value where it is no such thing.</summary>
    private static ForeignValue Inner(ForeignValue value, string list) => value.Unpacked is { IsObject: true } whole ? whole[list] : value;

    private static List<Said> InEvents(OtlpSpan span, bool isOutput) =>
    [
        .. from happening in span.Events
           let body = happening.Attributes["gen_ai.event.content"].Unpacked
           let said = SaidInLog.Read(happening.Name, body.IsNone ? happening.Attributes : body)
           where said is not null && said.IsOutput == isOutput
           select said,
    ];

    /// <summary><c>prefix.0.role</c>, <c>prefix.0.content</c>, <c>prefix.1.role</c> …</summary>
    private static List<Said> Flattened(ForeignValue attributes, string prefix, string inner, bool isOutput)
    {
        var all = new List<Said>();
        for (var i = 0; i < Most; i++)
        {
            var (role, text) = (attributes[$"{prefix}{i}.{inner}role"].Text, attributes[$"{prefix}{i}.{inner}content"].Text ?? Contents(attributes, $"{prefix}{i}.{inner}"));
            if (role is null && text is null)
            {
                break;
            }

            all.Add(new Said(role ?? (isOutput ? "assistant" : "user"), text, isOutput, attributes[$"{prefix}{i}.{inner}finish_reason"].Text));
        }

        return all;
    }

    /// <summary>OpenInference cuts a message of several parts further: <c>contents.0.message_content.text</c>.</summary>
    private static string? Contents(ForeignValue attributes, string message)
    {
        var words = Enumerable.Range(0, 100).Select(i => attributes[$"{message}contents.{i}.message_content.text"].Text).OfType<string>();
        return string.Join('\n', words) is { Length: > 0 } text ? text : null;
    }
}
