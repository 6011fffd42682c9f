namespace AuditDashboard.Demo.Salon;

/// <summary>A client of the pretended salon and what the senders know of them so far.</summary>
internal sealed class Person(int number, string name, string channel)
{
    public int Number => number;

    public string Name => name;

    /// <summary>The channel they usually write in.</summary>
    public string Channel => channel;

    /// <summary>E.164, from a block nobody has; null for those beyond the block's ten thousand.</summary>
    public string? Phone => number < 10_000 ? $"+7900000{number:0000}" : null;

    /// <summary>True once they told their number, or wrote from one.</summary>
    public bool PhoneKnown { get; set; } = channel is DemoChannels.WhatsApp or DemoChannels.Phone;

    public bool ConsentGiven { get; set; }

    /// <summary>The last day on which they talked to the salon.</summary>
    public DateOnly LastSeen { get; set; } = DateOnly.MinValue;

    /// <summary>How many conversations they had.</summary>
    public int Sessions { get; set; }

    /// <summary>0..99, steady: who gets a trial release.</summary>
    public int Bucket => number * 37 % 100;

    /// <summary>Their address in a channel, with its prefix (http-api.md section 10, "Who is who").</summary>
    public string Address(string via) => via switch
    {
        DemoChannels.Telegram => $"tg:{700_000_000 + number}",
        DemoChannels.WhatsApp => $"wa:{Phone?[1..] ?? $"79000{1_000_000 + number}"}",
        DemoChannels.Instagram => $"ig:{1_780_000_000_000_000 + number}",
        DemoChannels.Max => $"max:{90_000_000 + number}",
        DemoChannels.Vk => $"vk:{80_000_000 + number}",
        DemoChannels.Phone => $"tel:{Phone}",
        _ => $"yc:{1_000_000 + number}",
    };
}
