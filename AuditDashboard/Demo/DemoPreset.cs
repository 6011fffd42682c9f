namespace AuditDashboard.Demo;

/// <summary>How much of the pretended salon to make; all presets end yesterday (product.md section 7.1).</summary>
/// <param name="Days">Days of history. The story line of section 7.3 is laid on the last 90; earlier days are like the first.</param>
/// <param name="DailySessions">Mean number of conversations that clients start in a day.</param>
internal sealed record DemoPreset(string Name, int Days, double DailySessions)
{
    public static readonly DemoPreset Tiny = new("tiny", 7, 46);

    public static readonly DemoPreset Demo = new("demo", 90, 46.5);

    public static readonly DemoPreset Stress = new("stress", 365, 211);

    public static DemoPreset? Find(string name) => name switch
    {
        "tiny" => Tiny,
        "demo" => Demo,
        "stress" => Stress,
        _ => null,
    };
}
