using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AuditDashboard.Events.Parsing;

/// <summary>Walks one event's members and collects every wrong type, so that a bot's author sees all of them at once.</summary>
internal ref struct MemberReader(ReadOnlySpan<byte> json, int offset)
{
    private Utf8JsonReader _reader = new(json, StrictJson.Options);
    private string _path = "";
    private string _name = "";

    public List<JsonProblem>? Problems { get; private set; }

    /// <summary>Steps into an object; false (and a problem, unless it is null) when the value is something else.</summary>
    public bool Enter()
    {
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.StartObject)
        {
            _path = Here;
            return true;
        }

        Refuse(JsonProblem.Object);
        return false;
    }

    /// <summary>Moves to the next member of the object; false at its end, which steps out of it.</summary>
    public bool Next()
    {
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.PropertyName)
        {
            return true;
        }

        _path = _path.Length == 0 ? "" : _path[.._path.LastIndexOf('/')];
        return false;
    }

    /// <summary>True when the member has this name; remembers it for the problems.</summary>
    public bool Is(ReadOnlySpan<byte> name, string words)
    {
        if (!_reader.ValueTextEquals(name))
        {
            return false;
        }

        _name = words;
        return true;
    }

    public void Skip()
    {
        _reader.Read();
        _reader.Skip();
    }

    public string? Text(int longest = 262_144)
    {
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.String)
        {
            return Refuse(JsonProblem.Text);
        }

        var text = _reader.GetString()!;
        return text.Length <= longest ? text : Refuse($"не длиннее {longest} знаков");
    }

    /// <summary>Text, or a whole number as text: a CRM's own ids are numbers, and so bots send them.</summary>
    public string? Name(int longest)
    {
        var ahead = _reader;
        ahead.Read();
        return ahead.TokenType == JsonTokenType.Number && ahead.TryGetInt64(out _) ? Whole()?.ToString(CultureInfo.InvariantCulture) : Text(longest);
    }

    public double? Number(double least, double most, string words)
    {
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.Number)
        {
            Refuse(words);
            return null;
        }

        var number = _reader.GetDouble();
        if (number >= least && number <= most)
        {
            return number;
        }

        Refuse($"{words}, получено {number.ToString("0.####", CultureInfo.InvariantCulture)}");
        return null;
    }

    public long? Whole()
    {
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.Number && _reader.TryGetInt64(out var number))
        {
            return number;
        }

        Refuse(JsonProblem.Whole);
        return null;
    }

    public DateTimeOffset? Moment()
    {
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.String && Rfc3339.TryParse(ref _reader, out var moment))
        {
            return moment;
        }

        Refuse(JsonProblem.Moment);
        return null;
    }

    /// <summary>Start and end of the member's value in the whole event, kept as it stands.</summary>
    public Range Verbatim()
    {
        _reader.Read();
        var start = (int)_reader.TokenStartIndex;
        _reader.Skip();
        return (offset + start)..(offset + (int)_reader.BytesConsumed);
    }

    public bool IsNull => _reader.TokenType == JsonTokenType.Null;

    public void Refuse(string pointer, string words) => (Problems ??= []).Add(new JsonProblem(pointer, words));

    private readonly string Here => _name.Length == 0 ? _path : new StringBuilder(_path).Append('/').Append(_name).ToString();

    private string? Refuse(string words)
    {
        if (_reader.TokenType != JsonTokenType.Null)
        {
            Refuse(Here, words);
            _reader.Skip();
        }

        return null;
    }
}
