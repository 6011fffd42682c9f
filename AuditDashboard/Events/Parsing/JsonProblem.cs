namespace AuditDashboard.Events.Parsing;

/// <summary>What is wrong with a member, in words for the bot's author. Never holds the refused value, except a number.</summary>
/// <param name="Pointer">JSON Pointer (RFC 6901).</param>
internal readonly record struct JsonProblem(string Pointer, string Words)
{
    public static readonly string Text = "строка";
    public static readonly string Whole = "целое число";
    public static readonly string Moment = "момент RFC 3339 со смещением, например 2026-11-22T10:15:30.123+03:00";
    public static readonly string Object = "объект";
    public static readonly string Missing = "обязательное поле";
    public static readonly string Identifier = "от 1 до 128 знаков A-Z a-z 0-9 _ . : -";
    public static readonly string NulOrSurrogate = "строка без U+0000 и без одиночных суррогатов";
    public static readonly string Infinite = "конечное число";
    public static readonly string Repeated = "ключ встречается дважды";
    public static readonly string LongKey = "ключ не длиннее 256 байт";
}
