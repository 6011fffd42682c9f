namespace AuditDashboard.Backups.Restoring;

/// <summary>The command line of a restore.</summary>
/// <param name="File">Empty when none was named.</param>
/// <param name="Settings">What is left for the configuration, such as <c>--Storage:DataFolder=…</c>.</param>
internal sealed record RestoreArguments(string File, string? KeyFile, string[] Settings)
{
    /// <summary>Null when it is another command. A leading <c>--</c>, which <c>dotnet run</c> swallows, may stand there.</summary>
    public static RestoreArguments? Read(string[] arguments)
    {
        var words = new Queue<string>(arguments.SkipWhile(word => word == "--"));
        if (!words.TryDequeue(out var command) || command != "restore")
        {
            return null;
        }

        var (file, keyFile, settings) = ("", (string?)null, new List<string>());
        while (words.TryDequeue(out var word))
        {
            if (word == "--key")
            {
                words.TryDequeue(out keyFile);
            }
            else if (word.StartsWith("--key=", StringComparison.Ordinal))
            {
                keyFile = word["--key=".Length..];
            }
            else if (word.StartsWith("--", StringComparison.Ordinal) && word.Length > 2)
            {
                settings.Add(word);
                if (!word.Contains('=', StringComparison.Ordinal) && words.TryDequeue(out var value))
                {
                    settings.Add(value);
                }
            }
            else if (word.Length > 0 && word != "--")
            {
                file = word;
            }
        }

        return new RestoreArguments(file, keyFile is null ? null : Path.GetFullPath(keyFile), [.. settings]);
    }
}
