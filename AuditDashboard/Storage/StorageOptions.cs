using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Storage;

/// <summary>Where the data lives (http-api.md section 1).</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary><c>sqlite</c>; <c>postgres</c> is planned and refused until then.</summary>
    [RegularExpression("(?i)sqlite", ErrorMessage = "Storage:Provider must be sqlite")]
    public string Provider { get; set; } = "sqlite";

    /// <summary>Folder of the database, keys, recordings and backups; relative to the working directory.</summary>
    [Required]
    public string DataFolder { get; set; } = "data";

    /// <summary>Key that backups are sealed with; relative to the data folder. Whoever has it and a backup has everything.</summary>
    [Required]
    public string BackupKeyFile { get; set; } = "keys/backup.key";

    public string FullFolder => Path.GetFullPath(DataFolder);

    public string DatabaseFile => Path.Combine(FullFolder, "audit.db");

    public string KeysFolder => Path.Combine(FullFolder, "keys");

    public string BackupsFolder => Path.Combine(FullFolder, "backups");

    public string BackupKeyPath => Path.GetFullPath(BackupKeyFile, FullFolder);

    /// <summary>Says that the folder has held data: a database that is missing is not replaced by an empty one.</summary>
    public string PresentMark => Path.Combine(FullFolder, "audit.present");

    /// <summary>Says that the database came from a backup and has not been settled yet (<see cref="IAfterRestore"/>).</summary>
    public string RestoredMark => Path.Combine(FullFolder, "audit.restored");

    /// <summary>Makes the folder (mode 0700) and proves that it can be written.</summary>
    internal sealed class Validator : IValidateOptions<StorageOptions>
    {
        public ValidateOptionsResult Validate(string? name, StorageOptions options)
        {
            try
            {
                DataFolders.Make(options.FullFolder);
                DataFolders.Make(options.KeysFolder);
                DataFolders.Make(options.BackupsFolder);
                using var probe = new FileStream(Path.Combine(options.FullFolder, ".writable"), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
                return ValidateOptionsResult.Success;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                return ValidateOptionsResult.Fail($"Storage:DataFolder cannot be written: {options.FullFolder}");
            }
        }
    }
}
