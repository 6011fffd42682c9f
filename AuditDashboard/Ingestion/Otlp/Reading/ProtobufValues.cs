using AuditDashboard.Ingestion.Foreign;

namespace AuditDashboard.Ingestion.Otlp.Reading;

/// <summary>AnyValue and KeyValue of opentelemetry-proto common.proto. String-table indexes (AnyValue 8, KeyValue 3) belong to profiles and are left out.</summary>
internal static class ProtobufValues
{
    private const int Deepest = 32;

    /// <summary>Adds the key-value pairs in this field of a message.</summary>
    /// <exception cref="FormatException">The bytes are broken, or nested deeper than 32.</exception>
    public static void ReadMembers(ReadOnlySpan<byte> message, int field, Dictionary<string, ForeignValue> members, int depth = 0)
    {
        var reader = new WireReader(message);
        while (reader.Next())
        {
            if (reader.Field == field)
            {
                Add(members, reader.Bytes(), depth);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    public static void Add(Dictionary<string, ForeignValue> members, ReadOnlySpan<byte> pair, int depth = 0)
    {
        var (key, value) = ("", ForeignValue.None);
        var reader = new WireReader(pair);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: key = reader.Text(); break;
                case 2: value = Read(reader.Bytes(), depth); break;
                default: reader.Skip(); break;
            }
        }

        members[key] = value;
    }

    public static ForeignValue Read(ReadOnlySpan<byte> any, int depth = 0)
    {
        if (depth >= Deepest)
        {
            throw new FormatException("Values are nested too deep.");
        }

        var value = ForeignValue.None;
        var reader = new WireReader(any);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: value = new ForeignValue(reader.Text()); break;
                case 2: value = new ForeignValue(reader.Varint() != 0); break;
                case 3: value = new ForeignValue((long)reader.Varint()); break;
                case 4: value = Real(BitConverter.UInt64BitsToDouble(reader.Fixed64())); break;
                case 5: value = new ForeignValue(ReadItems(reader.Bytes(), depth + 1)); break;
                case 6: value = ReadObject(reader.Bytes(), depth + 1); break;
                case 7: value = new ForeignValue(Convert.ToBase64String(reader.Bytes())); break;
                default: reader.Skip(); break;
            }
        }

        return value;
    }

    private static ForeignValue Real(double number) => double.IsFinite(number) ? new ForeignValue(number) : ForeignValue.None;

    private static ForeignValue ReadObject(ReadOnlySpan<byte> list, int depth)
    {
        var members = new Dictionary<string, ForeignValue>(StringComparer.Ordinal);
        ReadMembers(list, 1, members, depth);
        return new ForeignValue(members);
    }

    private static List<ForeignValue> ReadItems(ReadOnlySpan<byte> array, int depth)
    {
        var items = new List<ForeignValue>();
        var reader = new WireReader(array);
        while (reader.Next())
        {
            if (reader.Field == 1)
            {
                items.Add(Read(reader.Bytes(), depth));
            }
            else
            {
                reader.Skip();
            }
        }

        return items;
    }
}
