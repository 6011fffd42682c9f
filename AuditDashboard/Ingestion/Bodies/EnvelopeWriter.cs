using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using AuditDashboard.Foundation;

namespace AuditDashboard.Ingestion.Bodies;

/// <summary>Builds our own event JSON out of an envelope: attributes first, then the members of <c>data</c>, their values byte for byte.</summary>
internal sealed class EnvelopeWriter : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(512);
    private readonly Utf8JsonWriter _json;
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    public EnvelopeWriter()
    {
        _json = new Utf8JsonWriter(_buffer, Problem.Json);
        _json.WriteStartObject();
    }

    /// <summary>Writes the member unless it is absent or already there.</summary>
    public void Text(string name, string? value)
    {
        if (value is not null && _written.Add(name))
        {
            _json.WriteString(name, value);
        }
    }

    /// <summary>Writes <c>{"id": value}</c>, the short form of <c>client</c> and <c>lead</c>.</summary>
    public void Identity(string name, string? id)
    {
        if (id is not null && _written.Add(name))
        {
            _json.WriteStartObject(name);
            _json.WriteString("id"u8, id);
            _json.WriteEndObject();
        }
    }

    public void Verbatim(string name, JsonElement value)
    {
        if (_written.Add(name))
        {
            _json.WritePropertyName(name);
            _json.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
        }
    }

    /// <summary>The members of an object become members of the event, those already written left out; any other value becomes the member <c>data</c>.</summary>
    public void Members(JsonElement data)
    {
        if (data.ValueKind != JsonValueKind.Object)
        {
            Verbatim("data", data);
            return;
        }

        foreach (var member in data.EnumerateObject())
        {
            Verbatim(member.Name, member.Value);
        }
    }

    public ReadOnlyMemory<byte> Finish()
    {
        _json.WriteEndObject();
        _json.Flush();
        return _buffer.WrittenMemory;
    }

    public void Dispose() => _json.Dispose();
}
