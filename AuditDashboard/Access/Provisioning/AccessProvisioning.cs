namespace AuditDashboard.Access.Provisioning;

/// <summary>People and keys that configuration asks for (http-api.md section 1, <c>Provisioning:Users</c> and <c>:ApiKeys</c>).</summary>
internal sealed class AccessProvisioning
{
    public const string Section = "Provisioning";

    public List<User> Users { get; set; } = [];

    public List<ApiKey> ApiKeys { get; set; } = [];

    internal sealed class User
    {
        public string Email { get; set; } = "";

        public string Password { get; set; } = "";

        public string Role { get; set; } = "";

        public string Name { get; set; } = "";

        public List<string> Branches { get; set; } = [];
    }

    internal sealed class ApiKey
    {
        public string Name { get; set; } = "";

        public string Key { get; set; } = "";

        public string Bot { get; set; } = "";

        public string? Branch { get; set; }

        public List<string> Scopes { get; set; } = [];

        public ApiKeys.NewApiKey Wanted => new(string.IsNullOrWhiteSpace(Name) ? Bot : Name, Bot, Branch, Scopes);
    }
}
