using System.Text;
using System.Text.Json;
using AuditDashboard.Foundation;
using AuditDashboard.Ingestion.Foreign;
using AuditDashboard.Ingestion.Otlp.Reading;

namespace AuditDashboard.Ingestion.Otlp.GenAi;

/// <summary>What a span says about itself and, where it is silent, its process.</summary>
internal readonly struct Facts(OtlpSpan span)
{
    public string? Words(string[] names) => span.Attributes.FirstWords(names) ?? span.Resource.FirstWords(names);

    public long? Whole(string[] names)
    {
        var attributes = span.Attributes;
        return names.Select(name => attributes[name].Whole).FirstOrDefault(number => number is >= 0);
    }

    public double? Number(string[] names)
    {
        var attributes = span.Attributes;
        return names.Select(name => attributes[name].Number).FirstOrDefault(number => number is not null);
    }

    /// <summary>A list, the JSON text of one, or a lone word: instrumentations do all three.</summary>
    public string? Joined(string[] names)
    {
        foreach (var name in names)
        {
            var value = span.Attributes[name].Unpacked;
            var words = value.IsList ? string.Join(", ", value.Items.Select(item => item.Words).OfType<string>()) : value.Words;
            if (words is { Length: > 0 })
            {
                return words;
            }
        }

        return null;
    }

    /// <summary>Text as it is; a structure as JSON.</summary>
    public string? Written(string[] names)
    {
        foreach (var name in names)
        {
            var value = span.Attributes[name];
            if ((value.Words ?? (value.IsNone ? null : Json(value))) is { } words)
            {
                return words;
            }
        }

        return null;
    }

    private static string Json(ForeignValue value)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Problem.Json))
        {
            Write(json, value);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, ForeignValue value)
    {
        if (value.IsObject)
        {
            json.WriteStartObject();
            foreach (var (name, member) in value.Members)
            {
                json.WritePropertyName(name);
                Write(json, member);
            }

            json.WriteEndObject();
        }
        else if (value.IsList)
        {
            json.WriteStartArray();
            foreach (var item in value.Items)
            {
                Write(json, item);
            }

            json.WriteEndArray();
        }
        else if (value.Flag is { } flag)
        {
            json.WriteBooleanValue(flag);
        }
        else
        {
            json.WriteStringValue(value.Words);
        }
    }
}
