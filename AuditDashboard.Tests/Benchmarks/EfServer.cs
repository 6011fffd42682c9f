using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Benchmarks;

/// <summary>What most applications do: a context a request, a look for the id, SaveChanges; the same row, WAL and FULL.</summary>
internal static class EfServer
{
    public static async Task<int> RunAsync(int port, string file)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
        builder.Services.AddPooledDbContextFactory<PlainContext>(options => options.UseSqlite($"Data Source={file};Default Timeout=30"));
        var app = builder.Build();
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<PlainContext>>().CreateDbContextAsync())
        {
            await db.Database.EnsureCreatedAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL");
        }

        app.MapPost("/api/v1/events", async (HttpRequest request, IDbContextFactory<PlainContext> databases, CancellationToken cancel) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, cancel);
            using var document = JsonDocument.Parse(body.ToArray());
            var id = document.RootElement.GetProperty("id").GetString()!;
            await using var db = await databases.CreateDbContextAsync(cancel);
            if (await db.Set<PlainEvent>().AnyAsync(row => row.EventId == id, cancel))
            {
                return Results.Ok();
            }

            db.Add(new PlainEvent { EventId = id, Type = document.RootElement.GetProperty("type").GetString()!, Session = document.RootElement.GetProperty("session").GetString(), Payload = body.ToArray() });
            await db.SaveChangesAsync(cancel);
            return Results.StatusCode(202);
        });
        await app.RunAsync();
        return 0;
    }
}

internal sealed class PlainEvent
{
    public long Id { get; set; }
    public string EventId { get; set; } = "";
    public string Type { get; set; } = "";
    public string? Session { get; set; }
    public byte[] Payload { get; set; } = [];
}

internal sealed class PlainContext(DbContextOptions<PlainContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PlainEvent>().HasIndex(row => row.EventId).IsUnique();
        modelBuilder.Entity<PlainEvent>().HasIndex(row => row.Session);
        modelBuilder.Entity<PlainEvent>().HasIndex(row => row.Type);
    }
}
