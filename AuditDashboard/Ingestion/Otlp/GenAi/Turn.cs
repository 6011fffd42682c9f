using System.Globalization;
using AuditDashboard.Foundation;

namespace AuditDashboard.Ingestion.Otlp.GenAi;

/// <summary>
/// What one call of a model adds to the dialogue. A call carries the whole talk so far: the client's last message is news only where nothing but it
/// waits for an answer (a call that follows a tool was asked by the same message as the call before it).
/// </summary>
/// <param name="IsNews">The question is the last thing that went in.</param>
/// <param name="Number">The client's messages so far, this one counted: the same words said twice in a talk are two messages.</param>
internal sealed record Turn(string? Question, bool IsNews, int Number, string? Answer)
{
    private static readonly string[] Instructions = ["system", "developer"];

    public static Turn Of(IReadOnlyList<Said> said, bool answersInWords)
    {
        List<Said> inputs = [.. said.Where(message => !message.IsOutput && !Instructions.Contains(message.Role))];
        var questions = inputs.FindAll(message => message.Role == "user" && !string.IsNullOrWhiteSpace(message.Text));
        var output = said.FirstOrDefault(message => message.IsOutput);
        var isStep = output?.FinishReason?.Contains("tool", StringComparison.OrdinalIgnoreCase) == true || output?.FinishReason == "function_call";
        return new Turn(
            questions.LastOrDefault()?.Text, inputs is [.., var last] && questions is [.., var asked] && ReferenceEquals(last, asked), questions.Count,
            answersInWords && !isStep && !string.IsNullOrWhiteSpace(output?.Text) ? output.Text : null);
    }

    /// <summary>Of the question: the same from every call of the trace that was asked it, and whichever way its words came.</summary>
    public string? QuestionId(string trace) => Question is null ? null : DedupeKey.Of("otlp", trace, "in", DedupeKey.Digest($"{Number.ToString(CultureInfo.InvariantCulture)}\n{Question}", 32));

}
