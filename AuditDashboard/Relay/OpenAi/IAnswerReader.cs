using System.Text.Json;

namespace AuditDashboard.Relay.OpenAi;

/// <summary>Reads the answers of one protocol.</summary>
internal interface IAnswerReader
{
    ModelAnswer Answer { get; }

    /// <summary>A whole answer, or the next piece of one that streams.</summary>
    void Add(JsonElement piece);
}
