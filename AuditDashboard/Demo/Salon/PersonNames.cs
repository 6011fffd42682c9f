namespace AuditDashboard.Demo.Salon;

/// <summary>First and last names to make up clients from.</summary>
internal static class PersonNames
{
    public static readonly IReadOnlyList<string> Women =
    [
        "Анна", "Мария", "Екатерина", "Алёна", "Дарья", "Полина", "Вера", "Галина", "Жанна", "Зоя", "Инна", "Кира", "Лариса", "Маргарита", "Надежда", "Оксана",
        "Регина", "София", "Тамара", "Ульяна", "Эльвира", "Яна", "Валерия", "Евгения", "Лилия", "Милана", "Нина", "Олеся", "Раиса", "Снежана", "Алиса", "Варвара",
    ];

    public static readonly IReadOnlyList<string> Men = ["Андрей", "Борис", "Глеб", "Денис", "Игорь", "Кирилл", "Максим", "Павел", "Роман", "Тимур"];

    /// <summary>In the feminine; a man's is the same without the last letter.</summary>
    public static readonly IReadOnlyList<string> Families =
    [
        "Акимова", "Беляева", "Воронцова", "Гусева", "Данилова", "Ершова", "Журавлёва", "Зимина", "Ильина", "Калинина", "Лаптева", "Маслова", "Никитина", "Осипова",
        "Панова", "Рябинина", "Сафонова", "Титова", "Уварова", "Фомина", "Храмова", "Цветкова", "Чернова", "Шубина", "Щукина", "Юдина", "Яшина", "Крылова",
    ];
}
