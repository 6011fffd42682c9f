using System.Text.Json;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Sending.Emulators;

/// <summary>Section 7.1: two tokens in one header, records by company and number, success said in the body.</summary>
internal sealed class YclientsService : IEmulatedService
{
    public string Kind => "yclients";

    public string Channel => "yclients";

    public (string Member, string Value)[] Members =>
        [("Secret", "CANARY-yclients-hook-0001"), ("CompanyId", "4411"), ("PartnerToken", "CANARY-yclients-partner"), ("UserToken", "CANARY-yclients-user")];

    public string Client => "500001";

    public (int Status, string Body) Answer(FakeServer.Call call, Emulator.Book book)
    {
        if (call.Headers.GetValueOrDefault("Authorization") != "Bearer CANARY-yclients-partner, User CANARY-yclients-user"
            || call.Headers.GetValueOrDefault("Accept") != "application/vnd.yclients.v2+json")
        {
            return (401, """{"success":false,"data":null,"meta":{"message":"Необходима авторизация"}}""");
        }

        if (call.Method != "PUT" || call.Target.Split('/') is not ["", "api", "v1", "record", "4411", var record])
        {
            return (404, """{"success":false,"data":null,"meta":{"message":"Не найдено"}}""");
        }

        var mark = JsonElement.Parse(call.Body).GetProperty("attendance").GetInt32();
        book.Add(record, Emulator.Text(mark));
        return (200, $$$"""{"success":true,"data":{"id":{{{record}}},"attendance":{{{mark}}}},"meta":[]}""");
    }

    public Fault Limited(int seconds) => Fault.Of(429, """{"success":false,"data":null,"meta":{"message":"Превышен лимит"}}""", Emulator.Text(seconds));
}
