using System.Text;
using System.Text.Json;

namespace AuditDashboard.Relay.OpenAi;

/// <summary>
/// <c>/v1/chat/completions</c>: a <c>chat.completion</c>, or <c>chat.completion.chunk</c>s, whose last one carries the usage if the bot asked for it
/// (<c>stream_options.include_usage</c>).
/// </summary>
internal sealed class ChatReader : IAnswerReader
{
    private const int LongestText = 64 * 1024;

    private readonly ModelAnswer _answer = new();
    private readonly StringBuilder _text = new();
    private readonly HashSet<(long Choice, long Call)> _calls = [];

    public ModelAnswer Answer
    {
        get
        {
            (_answer.Text, _answer.ToolCalls) = (_text.ToString(), _calls.Count);
            return _answer;
        }
    }

    public void Add(JsonElement piece)
    {
        _answer.ReadError(piece);
        _answer.Id ??= Words.Of(piece, "id");
        _answer.Model = Words.Of(piece, "model") ?? _answer.Model;
        _answer.ReadUsage(Words.Part(piece, "usage"), "prompt_tokens", "completion_tokens");
        foreach (var choice in Words.List(piece, "choices"))
        {
            Add(choice, Words.Number(choice, "index") ?? 0);
        }
    }

    private void Add(JsonElement choice, long number)
    {
        var said = Words.Part(choice, "message") is { ValueKind: JsonValueKind.Object } whole ? whole : Words.Part(choice, "delta");
        var position = 0;
        foreach (var call in Words.List(said, "tool_calls"))
        {
            _calls.Add((number, Words.Number(call, "index") ?? position));
            position++;
        }

        if (number == 0)
        {
            _answer.FinishReason = Words.Of(choice, "finish_reason") ?? _answer.FinishReason;
            if (_text.Length < LongestText)
            {
                _text.Append(Words.Of(said, "content") ?? Words.Of(said, "refusal"));
            }
        }
    }
}
