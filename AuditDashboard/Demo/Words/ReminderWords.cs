namespace AuditDashboard.Demo.Words;

/// <summary>Reminders, what clients answer, and follow-ups.</summary>
internal static class ReminderWords
{
    public static readonly IReadOnlyList<string> DayBefore =
    [
        "{name}, напоминаем: {serviceLower}, {date} в {time}, мастер {master}. Вы придёте?", "Завтра ждём вас в {time} на {serviceAcc}. Подтвердите, пожалуйста, визит.",
    ];

    public static readonly IReadOnlyList<string> HoursBefore = ["Сегодня в {time} ждём вас: {serviceLower}, {address}.", "{name}, до визита три часа: {time}, мастер {master}."];

    public static readonly IReadOnlyList<string> Call = ["Звонок администратора накануне визита"];

    public static readonly IReadOnlyList<string> Yes = ["да", "Да", "+", "буду", "Приду", "подтверждаю", "Да!", "1", "ок"];

    public static readonly IReadOnlyList<string> No = ["Не смогу, отмените пожалуйста", "Нет, заболела", "не приду, извините", "Планы поменялись, отмена"];

    public static readonly IReadOnlyList<string> Thanks = ["Спасибо, ждём вас {date} в {time}.", "Отлично, до встречи {onDay} в {time}!", "Записала: вы придёте. До встречи!"];

    public static readonly IReadOnlyList<string> Pity = ["Жаль! Запись на {date} отменила. Напишите, когда будет удобно.", "Поняла, окно освободила. Будем рады видеть вас в другой день."];

    public static readonly IReadOnlyList<string> FollowUps =
    [
        "{name}, время {time} ещё свободно. Оставить его за вами?", "Вы спрашивали про {serviceAcc}. Подобрать другое время?", "Напоминаю о себе: помогу с записью, когда будет удобно.",
    ];
}
