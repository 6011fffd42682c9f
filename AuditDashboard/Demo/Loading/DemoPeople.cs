using AuditDashboard.Access;
using AuditDashboard.Foundation;

namespace AuditDashboard.Demo.Loading;

/// <summary>The two who can sign in to a demo. Passwords are made anew for every database, kept in memory for the console, and nowhere else.</summary>
internal sealed class DemoPeople(IPeople people)
{
    private const int PasswordLength = 16;

    private static readonly IPeople.NewPerson[] Wanted =
    [
        new("owner@demo.example", "", "Владелец студии", "owner", []),
        new("manager@demo.example", "", "Марина", "manager", ["center", "north"]),
    ];

    private readonly List<SignIn> _made = [];

    /// <summary>The ones this start has made.</summary>
    public IReadOnlyList<SignIn> Made => _made;

    public async Task AddAsync(CancellationToken cancel)
    {
        foreach (var wanted in Wanted)
        {
            var person = wanted with { Password = Secrets.Token(PasswordLength) };
            if ((await people.AddAsync(person, cancel)).Succeeded)
            {
                _made.Add(new(person.Role, person.Email, person.Password));
            }
        }
    }

    internal sealed record SignIn(string Role, string Email, string Password);
}
