using System.Text.Json.Nodes;

namespace AuditDashboard.Tests.Bitrix24.Emulator;

/// <summary>A method's refusal (bitrix24.md section 1.4): no <c>result</c> and no <c>time</c>.</summary>
/// <param name="code">A text, possibly empty, or a number.</param>
internal sealed class PortalError(JsonNode code, string description, int status = 400) : Exception(description)
{
    public JsonNode Code { get; } = code;

    public int Status { get; } = status;

    public static PortalError Method() => new("ERROR_METHOD_NOT_FOUND", "Method not found!", 404);

    public static PortalError NotFound() => new("NOT_FOUND", "Элемент не найден");
}
