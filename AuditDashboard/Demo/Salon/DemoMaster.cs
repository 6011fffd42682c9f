namespace AuditDashboard.Demo.Salon;

/// <summary>Someone who works at the pretended salon.</summary>
/// <param name="Genitive">As it stands after «у».</param>
/// <param name="Dative">As it stands after «к».</param>
internal sealed record DemoMaster(string Name, string Genitive, string Dative, string Branch, string Field)
{
    public static readonly IReadOnlyList<DemoMaster> All =
    [
        new("Ольга", "Ольги", "Ольге", "center", "hair"),
        new("Виктория", "Виктории", "Виктории", "center", "hair"),
        new("Наталья", "Натальи", "Наталье", "center", "nails"),
        new("Кристина", "Кристины", "Кристине", "center", "nails"),
        new("Алина", "Алины", "Алине", "center", "brows"),
        new("Елена", "Елены", "Елене", "center", "face"),
        new("Светлана", "Светланы", "Светлане", "north", "hair"),
        new("Юлия", "Юлии", "Юлии", "north", "nails"),
        new("Диана", "Дианы", "Диане", "north", "brows"),
        new("Ирина", "Ирины", "Ирине", "north", "face"),
        new("Татьяна", "Татьяны", "Татьяне", "west", "hair"),
        new("Анастасия", "Анастасии", "Анастасии", "west", "nails"),
        new("Карина", "Карины", "Карине", "west", "brows"),
        new("Людмила", "Людмилы", "Людмиле", "west", "face"),
    ];
}
