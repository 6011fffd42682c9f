namespace AuditDashboard.Demo.Words;

/// <summary>Moving and cancelling a visit.</summary>
internal static class MoveWords
{
    private const string Scenario = "перенос";

    /// <summary>The step the third release stumbles over.</summary>
    public const string TimeStep = "выбор_времени";

    public static readonly Move Ask = new(Scenario, "поиск_записи", "booking.move",
        [
            "Здравствуйте, нужно перенести запись", "Добрый день! Не успеваю {oldDate}, можно перенести?", "Можно перенести мою запись на другой день?",
            "Хочу перенести {serviceAcc} с {oldDate}", "Здравствуйте! {oldOnDay} не получится, давайте перенесём", "перенесите пожалуйста запись на {oldTime}",
        ],
        [
            "Вижу вашу запись: {service}, {oldDate} в {oldTime}. На какой день перенести?", "Нашла: {oldDate}, {oldTime}, мастер {master}. Какой день удобен?",
            "Конечно. Запись на {oldDate} в {oldTime}. Когда вам удобно?",
        ]);

    public static readonly Move Time = new(Scenario, TimeStep, "booking.time",
        ["На {day}", "Давайте {onDay}", "{date} есть что-нибудь?", "Лучше {onDay}, ближе к {time}", "на {day} после обеда"],
        [
            "На {day} свободно {time} и {time2}. Какое время выбираете?", "{date} есть {time} и {time2}. Что поставить?", "Могу предложить {time} или {time2}. Подойдёт?",
        ]);

    public static readonly Move Done = new(Scenario, "готово", "booking.time",
        ["{time}", "Давайте {time}", "в {time} подойдёт", "Пусть будет {time}", "на {time}"],
        [
            "Перенесла: {service}, {date} в {time}, мастер {master}.", "Готово, теперь вы записаны на {date}, {time}.", "Запись перенесена на {day}, {time}. Накануне напомню.",
        ]);

    /// <summary>What the third release says again and again.</summary>
    public static readonly Move Loop = new(Scenario, TimeStep, "booking.time",
        ["{time}", "я же написала: {time}", "В {time}!", "{onDay} в {time}, пожалуйста", "вы меня не поняли, {time}"],
        ["Подскажите, какое время вам удобно?"]);

    public static readonly Move Cancel = new(Scenario, "отмена", "booking.cancel",
        [
            "Здравствуйте, отмените, пожалуйста, запись на {oldDate}", "Хочу отменить запись", "Не смогу прийти {oldOnDay}, отмените", "Отмена записи на {oldTime}, заболела",
            "Добрый день, планы поменялись, надо отменить запись",
        ],
        ["Вижу запись: {service}, {oldDate} в {oldTime}. Отменить её?", "Жаль! Отменяю запись на {oldDate}, {oldTime}, верно?", "Запись на {oldDate}, {oldTime}, {serviceLower}. Точно отменяем?"]);

    public static readonly Move Cancelled = new(Scenario, "отмена", "booking.cancel",
        ["Да, отмените", "да", "Да, просто отмените", "Отмените, потом сама напишу"],
        ["Отменила запись на {oldDate}. Будем рады видеть вас снова.", "Готово, запись отменена. Когда будете готовы, напишите.", "Запись на {oldDate} в {oldTime} отменена."]);

    public static readonly Move NotFound = new(Scenario, "поиск_записи", "booking.move",
        ["Здравствуйте, хочу узнать, на когда я записана", "Напомните, во сколько у меня запись?", "Нужно перенести запись", "Здравствуйте! Проверьте, есть ли у меня запись"],
        ["Не вижу записи по этому контакту. На какое имя её оформляли?", "По этому номеру записи нет. Подскажите, кто записывался?"]);

    public static readonly Move Checked = new(Scenario, "поиск_записи", "booking.move",
        ["На имя {name}", "{name}", "Записывала подруга, на {name}", "Наверное, на {name}, через администратора"],
        ["Проверила: ближайших записей на это имя нет, прошлая была у {masterGen}.", "На это имя записи нет. Могу записать заново в любое время.", "Запись есть, время не изменилось: ждём вас, {name}."]);
}
