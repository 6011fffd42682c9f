using System.Text;
using System.Text.Json;

namespace AuditDashboard.Relay.OpenAi;

/// <summary>
/// <c>/v1/responses</c>: a <c>response</c>, or typed events of which the first and the last carry one. Its status says how it ended; a response that was
/// cut short says why.
/// </summary>
internal sealed class ResponsesReader : IAnswerReader
{
    private const int LongestText = 64 * 1024;

    private readonly ModelAnswer _answer = new();
    private readonly StringBuilder _pieces = new();
    private string? _whole;

    public ModelAnswer Answer
    {
        get
        {
            _answer.Text = _whole ?? _pieces.ToString();
            return _answer;
        }
    }

    public void Add(JsonElement piece)
    {
        var type = Words.Of(piece, "type");
        if (type == "error")
        {
            _answer.Error ??= Words.Of(piece, "code") ?? type;
        }
        else if (type == "response.output_text.delta" && _pieces.Length < LongestText)
        {
            _pieces.Append(Words.Of(piece, "delta"));
        }

        Read(Words.Part(piece, "response") is { ValueKind: JsonValueKind.Object } response ? response : piece);
    }

    private void Read(JsonElement response)
    {
        _answer.ReadError(response);
        if (Words.Of(response, "object") != "response")
        {
            return;
        }

        _answer.Id = Words.Of(response, "id") ?? _answer.Id;
        _answer.Model = Words.Of(response, "model") ?? _answer.Model;
        _answer.ReadUsage(Words.Part(response, "usage"), "input_tokens", "output_tokens");
        _answer.FinishReason = Words.Of(response, "status") is { } status and not ("in_progress" or "queued")
            ? Words.Of(Words.Part(response, "incomplete_details"), "reason") ?? status
            : _answer.FinishReason;
        var items = Words.List(response, "output").ToList();
        _answer.ToolCalls = Math.Max(_answer.ToolCalls, items.Count(item => Words.Of(item, "type")?.EndsWith("_call", StringComparison.Ordinal) == true));
        var texts = items.SelectMany(item => Words.List(item, "content")).Select(part => Words.Of(part, "text")).OfType<string>().ToList();
        _whole = texts.Count > 0 ? string.Concat(texts) : _whole;
    }
}
