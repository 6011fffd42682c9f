namespace AuditDashboard.Demo.Salon;

/// <summary>One of the salon's three houses.</summary>
/// <param name="Share">Part of all conversations, in per cent.</param>
internal sealed record DemoBranch(string Code, string Name, string Address, int Share)
{
    public static readonly IReadOnlyList<DemoBranch> All =
    [
        new("center", "Центр", "Садовый переулок, 7", 52),
        new("north", "Северный", "Тюльпановый бульвар, 21", 28),
        new("west", "Западный", "улица Тихого Дона, 3", 20),
    ];

    public static DemoBranch Of(string code) => All.First(branch => branch.Code == code);
}
