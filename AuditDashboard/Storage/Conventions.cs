using System.Text;
using AuditDashboard.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AuditDashboard.Storage;

/// <summary>How ids and moments become columns on SQLite: moments as Unix milliseconds (they sort), ids as 16 big-endian bytes.</summary>
internal static class Conventions
{
    public static void Convert(ModelConfigurationBuilder builder)
    {
        builder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        builder.Properties<Guid>().HaveConversion<GuidBytes>();
        builder.Properties<SessionId>().HaveConversion<SessionIdBytes>();
        builder.Properties<ClientId>().HaveConversion<ClientIdBytes>();
    }

    public static void NameColumns(ModelBuilder builder)
    {
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(SnakeCase(property.Name));
        }
    }

    private static string SnakeCase(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0)
            {
                words.Append('_');
            }

            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        moment => moment.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));

    private sealed class GuidBytes() : ValueConverter<Guid, byte[]>(
        id => id.ToByteArray(true), stored => new Guid(stored, true));

    private sealed class SessionIdBytes() : ValueConverter<SessionId, byte[]>(
        id => id.Value.ToByteArray(true), stored => new SessionId(new Guid(stored, true)));

    private sealed class ClientIdBytes() : ValueConverter<ClientId, byte[]>(
        id => id.Value.ToByteArray(true), stored => new ClientId(new Guid(stored, true)));
}
