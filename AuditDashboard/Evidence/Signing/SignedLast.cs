using System.Text;
using AuditDashboard.Storage;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Evidence.Signing;

/// <summary>
/// The newest checkpoint beside the database, in <c>keys/log.checkpoint</c>: a database that was put back to an earlier state, or lost its end together
/// with its newest checkpoints, is found out by it.
/// </summary>
internal sealed class SignedLast(IOptions<StorageOptions> options)
{
    private string Path => System.IO.Path.Combine(options.Value.KeysFolder, "log.checkpoint");

    public SignedNote? Read() => File.Exists(Path) ? SignedNote.Parse(File.ReadAllText(Path)) : null;

    public void Write(SignedNote note) => PrivateFile.Write(Path, Encoding.UTF8.GetBytes(note.Text));
}
