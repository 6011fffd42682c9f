using System.Text.Json;
using AuditDashboard.Bitrix24.Client;
using AuditDashboard.Bitrix24.Portal;

namespace AuditDashboard.Tests.Bitrix24.Client;

public sealed class AnswerClassTests
{
    [Theory]
    [InlineData(200, """{"result":[]}""", "Ok")]
    [InlineData(200, """{"result":null}""", "Ok")]
    [InlineData(200, """{"error":"WRONG_CLIENT","error_description":""}""", "Refused")]
    [InlineData(200, "{}", "Ambiguous")]
    [InlineData(200, null, "Ambiguous")]
    [InlineData(503, """{"error":"QUERY_LIMIT_EXCEEDED","error_description":"Too many requests"}""", "RateLimit")]
    [InlineData(503, null, "Ambiguous")]
    [InlineData(429, """{"error":"operation_time_limit"}""", "OperationLimit")]
    [InlineData(429, null, "OperationLimit")]
    [InlineData(500, """{"error":"INTERNAL_SERVER_ERROR"}""", "Ambiguous")]
    [InlineData(500, """{"error":"ERROR_CORE","error_description":"SQL query error!"}""", "Ambiguous")]
    [InlineData(401, """{"error":"INVALID_CREDENTIALS"}""", "Blocked")]
    [InlineData(403, """{"error":"INVALID_CREDENTIALS"}""", "Blocked")]
    [InlineData(400, """{"error":"ACCESS_DENIED","error_description":"REST is available only on commercial plans."}""", "Blocked")]
    [InlineData(400, """{"error":"ACCESS_DENIED","error_description":"Доступ запрещён"}""", "Refused")]
    [InlineData(400, """{"error":"","error_description":"Not found"}""", "NotFound")]
    [InlineData(400, """{"error":"","error_description":"Access denied."}""", "Refused")]
    [InlineData(400, """{"error":1021,"error_description":"Booking not found"}""", "NotFound")]
    [InlineData(400, """{"error":0,"error_description":"x"}""", "Refused")]
    [InlineData(401, """{"error":"insufficient_scope"}""", "Feature")]
    [InlineData(404, """{"error":"ERROR_METHOD_NOT_FOUND"}""", "Feature")]
    [InlineData(400, """{"error":{"code":"NOT_FOUND","message":"x"}}""", "NotFound")]
    [InlineData(502, null, "Ambiguous")]
    public void The_body_is_asked_first_and_the_status_second(int status, string? body, string expected) =>
        Assert.Equal(expected, AnswerClass.Of(status, body is null ? default : JsonElement.Parse(body)).Kind.ToString());

    [Fact]
    public void Words_come_without_tags() =>
        Assert.Equal("Не заполнено поле", AnswerClass.Of(400, JsonElement.Parse("""{"error":"100","error_description":"Не заполнено поле<br>"}""")).Words);

    [Theory]
    [InlineData("https://salon.bitrix24.ru/rest/1/abcdef0123456789/", true)]
    [InlineData("https://salon.bitrix24.ru/rest/1/abcdef0123456789/profile", false)]
    [InlineData("http://salon.bitrix24.ru/rest/1/abcdef0123456789/", false)]
    [InlineData("https://127.0.0.1/rest/1/abcdef0123456789/", false)]
    [InlineData("https://intranet/rest/1/abcdef0123456789/", false)]
    [InlineData("https://user:pass@salon.bitrix24.ru/rest/1/abcdef0123456789/", false)]
    [InlineData("", false)]
    public void Only_a_webhooks_address_that_may_be_called_is_one(string typed, bool isOne) => Assert.Equal(isOne, WebhookAddress.Read(typed, allowPrivate: false) is not null);

    [Theory]
    [InlineData("https://new.bitrix24.ru/", true)]
    [InlineData("http://new.bitrix24.ru/", false)]
    [InlineData("https://bitrix24.ru.evil.example/", false)]
    [InlineData("https://169.254.169.254/", false)]
    public void The_secret_follows_only_to_another_portal(string place, bool follows) =>
        Assert.Equal(follows, WebhookAddress.Read("https://salon.bitrix24.ru/rest/1/abcdef0123456789/", false)!.MovedTo(new Uri(place), allowPrivate: false) is not null);

    [Fact]
    public void An_address_never_prints_its_secret()
    {
        var address = WebhookAddress.Read("https://salon.bitrix24.ru/rest/1/abcdef0123456789/", false)!;

        Assert.Equal("https://salon.bitrix24.ru/rest/1/••••", $"{address}");
    }
}
