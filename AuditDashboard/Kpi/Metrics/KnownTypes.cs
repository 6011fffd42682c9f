namespace AuditDashboard.Kpi.Metrics;

/// <summary>The types of http-api.md section 2 and those the application writes itself: others are stored as they came, and counted by K19.</summary>
internal static class KnownTypes
{
    private static readonly HashSet<string> Types = new(
        (string[])
        [
            .. Of("message", "received sent edited deleted"), .. Of("reaction", "received"), .. Of("delivery", "sent delivered read failed"), .. Of("chat", "started blocked unblocked"),
            .. Of("client", "changed erased"), .. Of("scenario", "entered"), .. Of("lead", "created closed linked changed"),
            .. Of("booking", "created confirmed declined rescheduled cancelled attended no_show changed"), .. Of("payment", "received refunded"),
            .. Of("complaint", "opened acknowledged"), .. Of("escalation", "requested accepted"), .. Of("takeover", "ended"), .. Of("session", "closed"),
            .. Of("call", "started answered ended missed recorded"), .. Of("voice", "transcribed"), .. Of("consent", "granted revoked"), .. Of("trial", "booked attended bought"),
            .. Of("reminder", "sent answered failed"), .. Of("followup", "sent"), .. Of("llm", "called"), .. Of("tool", "called"), .. Of("release", "activated rolled_back acked"),
            .. Of("intent", "labelled"), .. Of("channel", "warning"), .. Of("error", "occurred"), .. Of("settings", "changed"), .. Of("export", "made"),
            .. Of("erasure", "performed"), .. Of("retention", "begun performed"), .. Of("access", "viewed"), .. Of("log", "checkpoint"), .. Of("hold", "placed lifted"),
        ],
        StringComparer.Ordinal);

    public static bool Has(string type) => Types.Contains(type);

    private static IEnumerable<string> Of(string noun, string verbs) => verbs.Split(' ').Select(verb => $"{noun}.{verb}");
}
