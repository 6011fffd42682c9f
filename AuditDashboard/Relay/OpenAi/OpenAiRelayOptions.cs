using System.ComponentModel.DataAnnotations;

namespace AuditDashboard.Relay.OpenAi;

/// <summary>The relay to OpenAI, or to anybody who speaks its protocol.</summary>
internal sealed class OpenAiRelayOptions
{
    public const string Section = "Relay:OpenAi";

    /// <summary>Where calls go on to; <c>/v1/…</c> follows it.</summary>
    [Required]
    public string BaseUrl { get; set; } = "https://api.openai.com";

    /// <summary>Whose models these are, for the log.</summary>
    [Required, StringLength(128)]
    public string Provider { get; set; } = "openai";

    /// <summary>
    /// True also logs the last words of the user and the words of the model. Off by default: the same words stand in the log as messages, and prompts
    /// carry more of a client than anybody needs to keep.
    /// </summary>
    public bool KeepTexts { get; set; }

    /// <summary>Seconds without a byte in either direction after which a call is given up; models think for minutes.</summary>
    [Range(10, 3600)]
    public int QuietSeconds { get; set; } = 600;

    public bool IsUsable => Uri.TryCreate(BaseUrl, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.UserInfo.Length == 0 && uri.Query.Length == 0 && uri.Fragment.Length == 0;

    /// <summary>Without a slash or <c>/v1</c> at the end, with which people also write it.</summary>
    public string Root
    {
        get
        {
            var root = BaseUrl.TrimEnd('/');
            return root.EndsWith("/v1", StringComparison.Ordinal) ? root[..^3] : root;
        }
    }
}
