using AuditDashboard.Storage;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Exports.Files;

/// <summary>Where the files lie: <c>exports</c> in the data folder, readable by the process's owner only. Named by id, so no name can lead elsewhere.</summary>
internal sealed class ExportFolder(IOptions<StorageOptions> options)
{
    private const int Buffer = 128 * 1024;

    public string PathOf(Guid id) => Path.Combine(options.Value.FullFolder, "exports", id.ToString("N"));

    /// <summary>A file that is not whole yet has another name.</summary>
    public FileStream Begin(Guid id)
    {
        DataFolders.Make(Path.GetDirectoryName(PathOf(id))!);
        return new FileStream(Unfinished(id), FileMode.Create, FileAccess.Write, FileShare.Read, Buffer, useAsync: true);
    }

    public void Finish(Guid id) => File.Move(Unfinished(id), PathOf(id), overwrite: true);

    /// <summary>Null when it is gone.</summary>
    public FileStream? Open(Guid id) =>
        File.Exists(PathOf(id)) ? new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, Buffer, useAsync: true) : null;

    public void Remove(Guid id)
    {
        if (Directory.Exists(Path.GetDirectoryName(PathOf(id))))
        {
            File.Delete(Unfinished(id));
            File.Delete(PathOf(id));
        }
    }

    private string Unfinished(Guid id) => PathOf(id) + ".part";
}
