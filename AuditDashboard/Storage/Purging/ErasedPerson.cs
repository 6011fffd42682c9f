using System.Text;
using System.Text.Json;
using AuditDashboard.Foundation;

namespace AuditDashboard.Storage.Purging;

/// <summary>Somebody who is to be forgotten: their records, and what names them in places that know no records.</summary>
/// <param name="Records">All merged records of the person, once described.</param>
public sealed record ErasedPerson(HashSet<ClientId> Records)
{
    private const int ShortestMark = 5;

    private readonly HashSet<string> _marks = new(StringComparer.OrdinalIgnoreCase);
    private List<byte[]>? _bytes;

    /// <summary>Addresses, numbers, phones and full names. Wiped with the rest of the person.</summary>
    public IReadOnlyCollection<string> Marks => _marks;

    /// <summary>Their dialogs.</summary>
    public HashSet<SessionId> Dialogs { get; } = [];

    /// <summary>What other systems keep of them, out of our reach: the kind and its number there, such as <c>lead 77</c>; no names.</summary>
    public HashSet<string> Elsewhere { get; } = [];

    /// <summary>Somebody has such records at all.</summary>
    public bool IsKnown { get; set; }

    /// <summary>Carried out before the server serves: nobody counts stories yet.</summary>
    public bool IsReplay { get; init; }

    /// <summary>Rows a batch may have.</summary>
    public int Most { get; set; } = PurgeOrder.FirstBatch;

    /// <summary>Adds something that names the person and nobody else; what is too short to do so is left out.</summary>
    public void Mark(string? mark)
    {
        if (mark is { Length: >= ShortestMark } && _marks.Add(mark))
        {
            _bytes = null;
        }
    }

    /// <summary>A channel's address, with and without its prefix.</summary>
    public void MarkAddress(string? address)
    {
        Mark(address);
        Mark(address?[(address.IndexOf(':', StringComparison.Ordinal) + 1)..]);
    }

    /// <summary>E.164, and the ways Russians write it: 7…, 8…, ten digits.</summary>
    public void MarkPhone(string? phone)
    {
        if (phone is not { Length: > 6 })
        {
            return;
        }

        Mark(phone);
        Mark(phone.TrimStart('+'));
        if (phone.StartsWith("+7", StringComparison.Ordinal))
        {
            Mark("8" + phone[2..]);
            Mark(phone[2..]);
        }
    }

    /// <summary>A first name alone is many people's.</summary>
    public void MarkName(string? name)
    {
        if (name?.Trim() is { } full && full.Contains(' ', StringComparison.Ordinal))
        {
            Mark(full);
        }
    }

    public bool IsNamedIn(string? text) => text is not null && IsNamedIn(Encoding.UTF8.GetBytes(text));

    /// <summary>Whether UTF-8 text, JSON or a form names the person; a number only where it is not part of a longer one.</summary>
    public bool IsNamedIn(ReadOnlySpan<byte> bytes)
    {
        foreach (var mark in _bytes ??= [.. _marks.SelectMany(Spellings)])
        {
            var from = 0;
            while (bytes[from..].IndexOf(mark) is >= 0 and var found)
            {
                if (IsWhole(bytes, from + found, mark))
                {
                    return true;
                }

                from += found + 1;
            }
        }

        return false;
    }

    /// <summary>The text with every mark blotted out.</summary>
    public string Blot(string text) => _marks.OrderByDescending(mark => mark.Length).Aggregate(text, (left, mark) => left.Replace(mark, "•••", StringComparison.OrdinalIgnoreCase));

    private static bool IsWhole(ReadOnlySpan<byte> bytes, int at, byte[] mark) =>
        !((IsDigit(mark[0]) && at > 0 && IsDigit(bytes[at - 1])) || (IsDigit(mark[^1]) && at + mark.Length < bytes.Length && IsDigit(bytes[at + mark.Length])));

    private static bool IsDigit(byte letter) => letter is >= (byte)'0' and <= (byte)'9';

    /// <summary>As it is, as JSON escapes it, and as a form does.</summary>
    private static IEnumerable<byte[]> Spellings(string mark)
    {
        var escaped = JsonEncodedText.Encode(mark).ToString();
        return new[] { mark, escaped, escaped.ToLowerInvariant(), Uri.EscapeDataString(mark) }.Distinct(StringComparer.Ordinal).Select(Encoding.UTF8.GetBytes);
    }
}
