using AuditDashboard.Ingestion.Otlp.Reading;

namespace AuditDashboard.Tests.Ingestion.Otlp.Reading;

/// <summary>Whatever bytes come, the reader ends with records or with a refusal it announced.</summary>
public sealed class HostileProtobufTests
{
    [Theory]
    [InlineData("traceloop-traces.pb")]
    [InlineData("manual-traces.pb")]
    public void A_message_cut_anywhere_is_read_or_refused(string file)
    {
        var whole = OtlpSamples.Read(file);
        Assert.Single(Spans(whole)!);

        for (var length = 0; length < whole.Length; length++)
        {
            Spans(whole[..length]);
        }
    }

    [Fact]
    public void A_message_with_any_byte_changed_is_read_or_refused()
    {
        var random = new Random(5);
        var whole = OtlpSamples.Read("manual-traces.pb");
        for (var i = 0; i < whole.Length; i++)
        {
            byte[] changed = [.. whole];
            changed[i] = (byte)random.Next(256);
            Spans(changed);
            Records(changed);
        }
    }

    [Theory]
    [InlineData("00")]
    [InlineData("0B")]
    [InlineData("0C")]
    [InlineData("0A0500")]
    [InlineData("0AFFFFFFFFFFFFFFFFFF01")]
    [InlineData("0AFFFFFFFFFFFFFFFFFFFFFF01")]
    public void Field_0_groups_and_lengths_beyond_the_end_are_refused(string hex) => Assert.Null(Spans(Convert.FromHexString(hex)));

    [Fact]
    public void Values_may_be_nested_thirty_two_deep_and_no_deeper()
    {
        Assert.NotNull(Spans(Nested(31)));
        Assert.Null(Spans(Nested(32)));
        Assert.Null(Spans(Nested(3_000)));
    }

    [Fact]
    public void Both_encodings_give_the_same_records()
    {
        var (binary, text) = (Spans(OtlpSamples.Read("dotnet-traces.pb"))![0], Spans(OtlpSamples.Read("dotnet-traces.json"), OtlpEncoding.Json)![0]);

        Assert.Equal((binary.Ids, binary.Name, binary.Start, binary.End), (text.Ids, text.Name, text.Start, text.End));
        Assert.Equal(binary.Attributes.Members.ToDictionary(pair => pair.Key, pair => pair.Value.Words), text.Attributes.Members.ToDictionary(pair => pair.Key, pair => pair.Value.Words));
    }

    /// <summary>A span with one attribute: lists in a list.</summary>
    private static byte[] Nested(int depth)
    {
        List<byte> value = [0x0A, 0x01, (byte)'x'];
        for (var i = 0; i < depth; i++)
        {
            value = [.. Field(5, [.. Field(1, value)])];
        }

        return [.. Field(1, [.. Field(2, [.. Field(2, [.. Field(9, [0x0A, 0x01, (byte)'k', .. Field(2, value)])])])])];
    }

    private static List<byte> Field(int number, IReadOnlyCollection<byte> content)
    {
        List<byte> field = [(byte)((number << 3) | 2)];
        for (var left = content.Count; ; left >>= 7)
        {
            field.Add((byte)(left < 0x80 ? left : left | 0x80));
            if (left < 0x80)
            {
                field.AddRange(content);
                return field;
            }
        }
    }

    private static List<OtlpSpan>? Spans(byte[] body, OtlpEncoding encoding = OtlpEncoding.Protobuf)
    {
        var spans = new List<OtlpSpan>();
        try
        {
            new OtlpBody(encoding, body).ForEachSpan(spans.Add);
            return spans;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static void Records(byte[] body)
    {
        try
        {
            new OtlpBody(OtlpEncoding.Protobuf, body).ForEachRecord(_ => { });
        }
        catch (FormatException)
        {
            // Announced.
        }
    }
}
