namespace AuditDashboard.Ui;

/// <summary>A change against the period before.</summary>
/// <param name="Text">The change in words, without a sign: the arrow says the direction.</param>
/// <param name="Value">Its sign decides arrow and tone; 0 is "unchanged".</param>
public sealed record Delta(double Value, string Text, bool LowerIsBetter)
{
    public Tone Tone => Value == 0 ? Tone.Flat : (Value > 0) ^ LowerIsBetter ? Tone.Good : Tone.Bad;

    public string Arrow => Value switch
    {
        > 0 => "↑",
        < 0 => "↓",
        _ => "→",
    };
}
