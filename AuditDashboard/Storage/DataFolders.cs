namespace AuditDashboard.Storage;

/// <summary>Makes folders that only the owner of the process may open.</summary>
public static class DataFolders
{
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
