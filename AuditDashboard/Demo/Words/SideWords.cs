namespace AuditDashboard.Demo.Words;

/// <summary>Asides that fit anywhere, and last words.</summary>
internal static class SideWords
{
    private static readonly Move Fine = new("прочее", "согласие", "ok", ["Хорошо", "ок", "Понятно"], ["Если что-то изменится, просто напишите.", "Буду на связи."]);

    public static readonly IReadOnlyList<Move> Asides =
    [
        new("цена", "{step}", "price.ask",
            ["А сколько это стоит?", "Какая цена?", "сколько по деньгам выйдет?"],
            ["{service}: {price} ₽. Записываю дальше, хорошо?", "Выйдет {price} ₽. Продолжим?"]),
        new("вопрос", "длительность", "service.duration",
            ["Сколько по времени?", "А это долго?", "За сколько управимся?"],
            ["Около {minutes} минут. Подходит?", "Заложите {minutes} минут. Продолжаем?"]),
        new("вопрос", "подготовка", "service.prepare",
            ["Надо ли как-то готовиться?", "Что взять с собой?", "Голову мыть заранее?"],
            ["Ничего не нужно, всё есть у мастера. Продолжим запись?", "Приходите как есть. Записываем?"]),
        new("вопрос", "оплата", "payment.ask",
            ["Картой можно оплатить?", "А перевод принимаете?", "Как у вас с оплатой?"],
            ["Можно картой, по QR или наличными. Продолжим?", "Любым способом, удобнее картой или по QR. Записываем?"]),
        new("вопрос", "предоплата", "payment.prepay",
            ["Нужна предоплата?", "А предоплату берёте?"],
            ["Предоплата по желанию, оплатить можно на месте. Записываем?", "Без предоплаты. Продолжаем?"]),
    ];

    /// <summary>After all is settled; the answers ask nothing.</summary>
    public static readonly IReadOnlyList<Move> Afterwords =
    [
        PlaceWords.Parking,
        new("адрес", "проезд", "place.way",
            ["А как к вам пройти?", "Какой адрес?", "Это где именно?"],
            ["{address}, вход со двора, второй этаж.", "Адрес: {address}. Напишите, если не найдёте, встретим."]),
        new("вопрос", "опоздание", "visit.late",
            ["А если задержусь минут на десять?", "Если опоздаю немного, ничего?"],
            ["Десять минут подождём, дальше лучше предупредить.", "Ничего страшного, только напишите нам."]),
        new("вопрос", "оплата", "payment.ask",
            ["А картой можно?", "Можно оплатить переводом?"],
            ["Да, картой, по QR или наличными.", "Конечно, любым удобным способом."]),
        Fine,
    ];

    /// <summary>What fits after any answer.</summary>
    public static readonly IReadOnlyList<Move> Remarks =
    [
        Fine,
        new("адрес", "часы", "place.hours",
            ["А до скольки вы сегодня?", "Вы каждый день работаете?"],
            ["Каждый день с 10:00 до 21:00, в воскресенье с 11:00 до 20:00."]),
        new("прочее", "сайт", "other.contacts",
            ["А где посмотреть работы?", "Есть страница с отзывами?"],
            ["Работы мастеров есть в нашем канале, ссылка в профиле.", "Отзывы собраны в карточке студии на картах."]),
    ];

    public static readonly Move Unheard = new("голос", "не_расслышал", "voice.unclear",
        ["(неразборчиво)", "алло… (шум)", "(шум) …записаться…", "вы слышите?"],
        ["Не расслышала. Повторите, пожалуйста?", "Связь прерывается. Скажите ещё раз, пожалуйста?"]);

    /// <summary>A second message right after the first.</summary>
    public static readonly IReadOnlyList<string> Doubles =
        ["И ещё: это филиал {branch}?", "если можно, к {masterDat}", "желательно вечером", "буду с ребёнком, ничего?", "если есть, лучше пораньше", "и сразу вопрос, картой можно?"];

    /// <summary>The client writes again when nobody answered.</summary>
    public static readonly IReadOnlyList<string> Calls = ["Вы тут?", "Ау", "Здравствуйте, кто-нибудь ответит?", "??", "Так что по времени?"];

    public static readonly IReadOnlyList<(string Text, string Intent)> Closers =
        [("Спасибо!", "thanks"), ("Спасибо большое 🙏", "thanks"), ("спасибо", "thanks"), ("Благодарю", "thanks"), ("До свидания!", "bye"), ("Всё, спасибо 😊", "thanks")];

    /// <summary>The same after a visit was booked.</summary>
    public static readonly IReadOnlyList<(string Text, string Intent)> ClosersOfBooked =
        [.. Closers, ("Большое спасибо, до встречи", "thanks"), ("Спасибо, жду", "thanks"), ("Спасибо! Буду вовремя", "thanks")];
}
