using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using AuditDashboard.Demo.Salon;

namespace AuditDashboard.Demo.Writing;

/// <summary>Writes a draft as the native event of http-api.md section 2.</summary>
internal sealed class DemoJson : IDisposable
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);
    private readonly Utf8JsonWriter _json;

    public DemoJson() => _json = new(_bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    public byte[] Write(DemoDraft draft, string id)
    {
        _bytes.ResetWrittenCount();
        _json.Reset(_bytes);
        _json.WriteStartObject();
        _json.WriteString("id", id);
        _json.WriteString("type", draft.Type);
        _json.WriteString("time", Local(draft.At));
        Text("session", draft.Session);
        Text("channel", draft.Channel);
        Text("branch", draft.Branch);
        Text("actor", draft.Actor);
        Text("kind", draft.Kind);
        Client(draft);
        Text("text", draft.Text);
        Text("inReplyTo", draft.InReplyTo);
        Assistant(draft);
        DemoJsonParts.Business(_json, draft);
        DemoJsonParts.Sound(_json, draft);
        More(draft);
        _json.WriteEndObject();
        _json.Flush();
        return _bytes.WrittenSpan.ToArray();
    }

    public void Dispose() => _json.Dispose();

    /// <summary>RFC 3339 with milliseconds and the salon's offset.</summary>
    public static string Local(DateTimeOffset moment) =>
        moment.ToOffset(DemoSalon.Offset).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    private void Client(DemoDraft draft)
    {
        if (draft.Person is not { } person)
        {
            return;
        }

        _json.WriteStartObject("client");
        _json.WriteString("id", person.Address(draft.AddressOf ?? draft.Channel ?? person.Channel));
        _json.WriteString("name", person.Name);
        if (person is { PhoneKnown: true, Phone: { } phone })
        {
            _json.WriteString("phone", phone);
        }

        _json.WriteEndObject();
    }

    private void Assistant(DemoDraft draft)
    {
        if (draft.Intent is { } intent)
        {
            _json.WriteStartObject("intent");
            _json.WriteString("name", intent);
            _json.WriteNumber("confidence", draft.Confidence);
            _json.WriteEndObject();
        }

        if (draft is { Release: { } release, Type: "message.sent" })
        {
            _json.WriteStartObject("model");
            _json.WriteString("provider", "openai");
            _json.WriteString("name", release.Model);
            _json.WriteString("version", release.ModelVersion);
            _json.WriteEndObject();
        }

        Text("release", draft.Release?.Name);
        if (draft.Scenario is { } scenario)
        {
            _json.WriteStartObject("scenario");
            _json.WriteString("id", scenario);
            Text("version", draft.Release?.ScenarioVersion);
            Text("step", draft.Step);
            _json.WriteEndObject();
        }
    }

    private void More(DemoDraft draft)
    {
        if (draft.More.Count == 0)
        {
            return;
        }

        _json.WriteStartObject("data");
        foreach (var (name, value) in draft.More)
        {
            _json.WritePropertyName(name);
            switch (value)
            {
                case bool flag: _json.WriteBooleanValue(flag); break;
                case int number: _json.WriteNumberValue(number); break;
                default: _json.WriteStringValue((string)value); break;
            }
        }

        _json.WriteEndObject();
    }

    private void Text(string name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }
    }
}
