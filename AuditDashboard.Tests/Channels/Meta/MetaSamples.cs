using System.Net;
using System.Text.Json;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Meta;

/// <summary>Samples of a channel that signs as Meta does: the folder has the signatures over the exact bytes of its files.</summary>
public abstract class MetaSamples : ChannelSamples
{
    protected override (string, string?)[] Settings => Gateways.Endpoints;

    protected override Task<HttpResponseMessage> PostAsync(string file, byte[] body) => Host.PostMetaAsync(Folder, body);

    protected override void CheckMore(JsonElement row, StoredEvent found)
    {
        Gateways.CheckCode(row, found);
        Assert.Equal(Text(row, "media") ?? found.Content!.Media?.FileId, found.Content!.Media?.FileId);
    }

    /// <summary>The signature of the sample counts; with any byte of the body changed it does not.</summary>
    protected async Task CheckSignatureAsync(string file)
    {
        var body = Sample(file);
        var signatures = JsonElement.Parse(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Samples", Folder, "_signatures.json"), Cancel));
        var signature = signatures.GetProperty(file).GetProperty("X-Hub-Signature-256").GetString()!;

        foreach (var at in new[] { 0, body.Length / 3, body.Length / 2, body.Length - 1 })
        {
            var changed = body.ToArray();
            changed[at] ^= 1;
            Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(changed, signature)).StatusCode);
        }

        Assert.Empty(await Host.EventsAsync());
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(body, signature)).StatusCode);
        Assert.NotEmpty(await Host.EventsAsync());
    }

    private Task<HttpResponseMessage> PostAsync(byte[] body, string signature) =>
        Host.PostAsync(body, path: $"/hooks/ep-{Folder}", by: Host.Anyone, headers: ("X-Hub-Signature-256", signature));
}
