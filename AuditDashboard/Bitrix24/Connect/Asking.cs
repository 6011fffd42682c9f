using System.Text.Json.Nodes;
using AuditDashboard.Bitrix24.Client;

namespace AuditDashboard.Bitrix24.Connect;

/// <summary>A row of questions to a portal and what they showed. After one that nobody answered the rest is not asked.</summary>
/// <param name="known">Answers of this round that came before it was cut short: they are not asked for again.</param>
internal sealed class Asking(PortalCalls calls, Dictionary<string, BitrixAnswer> known, CancellationToken cancel)
{
    private readonly List<PortalCheck> _checks = [];

    public IReadOnlyList<PortalCheck> Checks => _checks;

    /// <summary>The portal cannot be asked now.</summary>
    public bool IsBroken { get; private set; }

    public async Task<BitrixAnswer> AskAsync(string method, JsonObject asked)
    {
        if (IsBroken)
        {
            return BitrixAnswer.Failed(AnswerKind.Wait, "broken");
        }

        var question = $"{method} {asked.ToJsonString()}";
        if (known.TryGetValue(question, out var before))
        {
            return before;
        }

        var answer = await calls.CallAsync(method, asked, cancel, "check", anyway: true);
        IsBroken = answer.Kind is AnswerKind.Wait or AnswerKind.RateLimit or AnswerKind.OperationLimit or AnswerKind.Unreachable or AnswerKind.Ambiguous or AnswerKind.Blocked;
        if (IsBroken)
        {
            Add("reach", "bad", $"{answer.Code} {answer.Words}".Trim(' ', '.'));
        }
        else
        {
            known[question] = answer;
        }

        return answer;
    }

    public void Note(string key, BitrixAnswer answer, string detail) => Add(key, answer.IsOk ? "good" : "bad", answer.IsOk ? detail : $"{answer.Code} {answer.Words}".Trim());

    public void Add(string key, string tone, string detail)
    {
        if (!IsBroken || key == "reach")
        {
            _checks.Add(new PortalCheck(key, tone, detail));
        }
    }
}
