namespace AuditDashboard.Demo.Words;

/// <summary>What it costs and which to choose; may go on to a visit.</summary>
internal static class PriceWords
{
    private const string Scenario = "цена";

    public static readonly Move Ask = new(Scenario, "{step}", "price.ask",
        [
            "Здравствуйте, сколько стоит {serviceLower}?", "Добрый день! Подскажите цену на {serviceAcc}", "Почём у вас {serviceLower}?", "{service} сколько по цене?",
            "цена на {serviceAcc}?", "Здравствуйте. Сколько будет {serviceLower} и сколько по времени?", "Скажите стоимость: {serviceLower}, филиал {branch}",
            "Добрый вечер, хочу узнать прайс на {serviceAcc}",
        ],
        [
            "Здравствуйте! {service}: {price} ₽, занимает {minutes} минут. Подобрать время?", "{service} стоит {price} ₽ у любого мастера. Хотите записаться?",
            "Цена {price} ₽, материалы включены. Посмотреть свободное время?", "{service}: от {price} ₽, точнее скажет мастер {master}. Записать вас на консультацию?",
        ]);

    public static readonly Move Compare = new(Scenario, "совет", "price.advice",
        [
            "А если длинные волосы, цена та же?", "А это вместе с материалами?", "Что лучше выбрать, если делаю впервые?", "А скидка на первый визит есть?", "А подешевле есть варианты?",
            "Сколько держится?",
        ],
        [
            "Да, {price} ₽ это полная цена с материалами. На какой день посмотреть время?", "Для первого раза советую именно {serviceAcc}. Подобрать время?",
            "На первый визит скидка 10 % по карте гостя. Записать вас?", "Обычно хватает на три-четыре недели. Какой день вам удобен?",
        ]);

    public static readonly Move Accept = new("запись", "выбор_дня", "booking.create",
        ["Да, давайте запишусь. На {day} есть?", "Хорошо, запишите на {day}", "Подходит. Можно {onDay}?", "Тогда хочу записаться, {date}", "ок, а когда можно прийти?"],
        [
            "{date} у {masterGen} свободно {time} и {time2}. Что выбираете?", "Есть {time} и {time2}. Какое время удобнее?", "Могу предложить {time} или {time2}. Подойдёт?",
        ]);
}
