namespace AuditDashboard.Ui;

/// <summary>What a colour says. Never the only carrier of the meaning.</summary>
public enum Tone
{
    Flat,
    Good,
    Bad,
    Warn,
    Info,
}

/// <summary>Tones as css classes.</summary>
public static class Tones
{
    public static string Css(this Tone tone) => tone switch
    {
        Tone.Good => "good",
        Tone.Bad => "bad",
        Tone.Warn => "warn",
        Tone.Info => "info",
        _ => "flat",
    };
}
