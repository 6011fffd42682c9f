namespace AuditDashboard.Demo.Words;

/// <summary>A new visit, from the wish to the time.</summary>
internal static class BookingWords
{
    private const string Scenario = "запись";

    public static readonly Move Open = new(Scenario, "услуга", "booking.create",
        [
            "Здравствуйте! Хочу записаться на {serviceAcc}", "Добрый день, можно записаться на {serviceAcc}?", "Запишите меня, пожалуйста, на {serviceAcc}",
            "Привет! Есть окошко на {serviceAcc}?", "Здравствуйте, нужна запись на {serviceAcc} в филиал {branch}", "хочу на {serviceAcc}, когда можно?",
            "Добрый вечер! Когда ближайшее свободное время на {serviceAcc}?", "Можно на {serviceAcc} к {masterDat}?", "Записаться на {serviceAcc} к {masterDat} на {day}",
            "Доброго дня. Интересует {serviceLower}, есть запись на {day}?", "Здравствуйте, а к {masterDat} можно попасть {onDay}?", "запись на {serviceAcc} есть??",
        ],
        [
            "Здравствуйте! На какой день вам удобно?", "Добрый день! {service} делает {master}. Какой день подойдёт?", "С радостью запишу. Какой день удобнее: {day} или другой?",
            "Здравствуйте! Подскажите, на какой день смотрим время?", "Да, запись открыта. Вам удобнее в будни или в выходные?", "Конечно! Утром или после обеда?",
        ]);

    public static readonly Move Day = new(Scenario, "выбор_дня", "booking.create",
        [
            "На {day}", "{date} можно?", "Лучше {onDay}, после обеда", "на {day}, если есть", "Давайте на {day}", "Удобно {onDay}", "Ближе к {time}, {date}",
            "Мне бы {onDay}", "{onDay} или на следующий день", "Любой день, кроме понедельника", "на этой неделе, лучше {onDay}",
        ],
        [
            "{date} у {masterGen} свободно {time} и {time2}. Что выбираете?", "Есть время {time} и {time2}. Какое удобнее?", "Могу предложить {time} или {time2}. Подойдёт?",
            "На {day} есть {time} и {time2}, филиал {branch}. Что записать?", "Свободно {time}, ещё осталось {time2}. Какое время поставить?",
        ]);

    public static readonly Move Master = new(Scenario, "выбор_мастера", "booking.master",
        [
            "А к {masterDat} есть?", "Хочу именно к {masterDat}", "А {master} работает в этот день?", "можно к {masterDat}? была у неё раньше", "Кто из мастеров свободен?",
            "А кто лучше делает {serviceAcc}?",
        ],
        [
            "{master} в этот день работает. Какое время: {time} или {time2}?", "Да, у {masterGen} свободно {time} и {time2}. Что выбираете?",
            "Можно к {masterDat}. Вам удобнее {time} или {time2}?", "{master} принимает в филиале {branch}. Какое время подойдёт?",
        ]);

    public static readonly Move Time = new(Scenario, "выбор_времени", "booking.time",
        [
            "Давайте в {time}", "{time}", "в {time} подойдёт", "Первый вариант, {time}", "Тогда {time}", "{time} супер", "на {time} запишите", "Лучше {time}, спасибо за варианты",
            "пусть будет {time}",
        ],
        [
            "Записываю: {service}, {date} в {time}, мастер {master}, {price} ₽. Всё верно?", "{date}, {time}, {serviceLower}, филиал {branch}. Подтверждаете?",
            "Проверьте, пожалуйста: {service}, {onDay} в {time}, стоимость {price} ₽. Записываем?", "Ставлю вас на {date}, {time} к {masterDat}. Верно?",
        ]);

    public static readonly Move Number = new(Scenario, "телефон", "booking.phone",
        ["{phone}", "Да, мой номер {phone}", "{phone}, {name}", "верно, телефон {phone}", "Всё так. {phone}", "{name}, {phone}"],
        [
            "Записала вас: {service}, {date} в {time}, мастер {master}. Ждём по адресу: {address}.", "Готово, {name}! {date} в {time}, {serviceLower}. Адрес: {address}.",
            "Вы записаны на {date}, {time}. За день пришлю напоминание.", "Отлично, запись есть: {onDay}, {time}, филиал {branch}. До встречи!",
        ]);

    public static readonly Move Agree = new(Scenario, "подтверждение", "booking.agree",
        ["Да, всё верно", "да", "Подтверждаю, записывайте", "Верно", "да, записывайте", "Всё так", "Ага, верно", "Да, жду"],
        [
            "Записала вас: {service}, {date} в {time}, мастер {master}.", "Готово, {name}! Ждём вас {date} в {time}. Адрес: {address}.",
            "Вы записаны: {onDay}, {time}, {serviceLower}. Накануне напомню.", "Запись создана: {date}, {time}, филиал {branch}.",
        ]);

    /// <summary>The client wants to think.</summary>
    public static readonly Move Decline = new(Scenario, "отложено", "booking.later",
        [
            "Подумаю и напишу", "Дороговато, пока подумаю", "Нет, в это время не могу. Напишу позже", "Поняла, посмотрю свой график", "Пока не решила, вернусь к вам",
            "Хорошо, обсужу с мужем и напишу", "Посмотрю, смогу ли. Напишу вечером",
        ],
        [
            "Хорошо, время пока не держу, но буду рада помочь. Напишите, когда определитесь.", "Поняла вас. Запись открыта на две недели вперёд.",
            "Конечно. Если понадобится другое время, просто напишите.", "Договорились, жду вашего сообщения.",
        ]);
}
