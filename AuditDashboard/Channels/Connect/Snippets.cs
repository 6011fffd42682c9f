namespace AuditDashboard.Channels.Connect;

/// <summary>Ready commands and programs that send one trial event, or tell Telegram the address. <c>data.test</c> keeps it out of the numbers.</summary>
internal static class Snippets
{
    public static readonly string Curl = "curl";
    public static readonly string Python = "Python";
    public static readonly string Node = "Node";
    public static readonly string Sharp = "C#";

    /// <summary>The tongues there is a snippet in, by kind.</summary>
    public static IReadOnlyList<string> TonguesOf(string kind) => kind == Telegram.TelegramKind.KindName ? [Curl] : [Curl, Python, Node, Sharp];

    /// <param name="secret">The key or the endpoint's secret.</param>
    /// <param name="text">The words of the trial message.</param>
    public static string Of(string kind, string tongue, string address, string secret, string text)
    {
        var template = kind switch
        {
            _ when kind == Telegram.TelegramKind.KindName => SetWebhook,
            _ when kind == Connection.ByKey => KeySnippets.In(tongue),
            _ => SignedSnippets.In(tongue),
        };
        return template.Replace("{ADDRESS}", address, StringComparison.Ordinal).Replace("{SECRET}", secret, StringComparison.Ordinal)
            .Replace("{TEXT}", text, StringComparison.Ordinal);
    }

    private static readonly string SetWebhook =
        """
        BOT_TOKEN='123456:ABC'
        curl -X POST "https://api.telegram.org/bot$BOT_TOKEN/setWebhook" \
          -d 'url={ADDRESS}' \
          -d 'secret_token={SECRET}' \
          -d 'allowed_updates=["message","edited_message","callback_query","my_chat_member","message_reaction"]'
        curl "https://api.telegram.org/bot$BOT_TOKEN/getWebhookInfo"
        """;
}
