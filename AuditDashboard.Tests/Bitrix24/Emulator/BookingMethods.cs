using System.Text.Json.Nodes;

namespace AuditDashboard.Tests.Bitrix24.Emulator;

/// <summary><c>booking.v1.*</c> (section 6): errors are numbers.</summary>
internal sealed class BookingMethods(PortalState state)
{
    public JsonNode Add(JsonObject asked)
    {
        var fields = asked["fields"].Map();
        if (!fields["resourceIds"].List().Any())
        {
            throw new PortalError(1018, "Empty resource collection");
        }

        Check(fields);
        var booking = (JsonObject)fields.DeepClone();
        var id = state.NextId();
        booking["id"] = id;
        state.Bookings[id] = booking;
        return new JsonObject { ["id"] = id };
    }

    public JsonNode Get(JsonObject asked) => new JsonObject { ["booking"] = Find(asked, 1021).DeepClone() };

    public JsonNode Update(JsonObject asked)
    {
        var booking = Find(asked, 1019);
        Check(asked["fields"].Map());
        foreach (var (name, value) in asked["fields"].Map())
        {
            booking[name] = value?.DeepClone();
        }

        return true;
    }

    public JsonNode Delete(JsonObject asked)
    {
        state.Bookings.Remove(Find(asked, 1019)["id"].Number());
        return true;
    }

    public JsonNode List(JsonObject asked)
    {
        var within = asked["filter"].Map()["within"].Map();
        var (from, to) = (within["dateFrom"].Number(), within["dateTo"] is { } end ? end.Number() : long.MaxValue);
        return new JsonObject
        {
            ["booking"] = new JsonArray([.. state.Bookings.Values.Where(one => From(one) >= from && From(one) <= to).Select(one => one.DeepClone())]),
        };
    }

    private static long From(JsonObject booking) => booking["datePeriod"].Map()["from"].Map()["timestamp"].Number();

    private static void Check(JsonObject fields)
    {
        if (fields["datePeriod"].Map() is { Count: > 0 } period && period["from"].Map()["timestamp"].Number() >= period["to"].Map()["timestamp"].Number())
        {
            throw new PortalError(422, "Invalid date period");
        }
    }

    private JsonObject Find(JsonObject asked, int code) => state.Bookings.GetValueOrDefault(asked.Any("id", "ID").Number()) ?? throw new PortalError(code, "Booking not found");
}
