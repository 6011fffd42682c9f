using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Access.People;

/// <summary>Stores a new person with a hashed password.</summary>
internal sealed class AddPerson(
    IDbContextFactory<AuditDbContext> databases, IPasswordHasher<UserRow> hasher, ILookupNormalizer normalizer, TimeProvider time) : IPeople
{
    public async Task<bool> HasOwnerAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<UserRow>().AnyAsync(user => user.Role == Roles.Owner && !user.IsDisabled, cancel);
    }

    public async Task<bool> IsOwnerAsync(string userId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<UserRow>().AnyAsync(user => user.Id == userId && user.Role == Roles.Owner && !user.IsDisabled, cancel);
    }

    public async Task<string?> NameAsync(string userId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<UserRow>().Where(user => user.Id == userId).Select(user => user.DisplayName).SingleOrDefaultAsync(cancel);
    }

    public async Task<Outcome<string>> AddAsync(IPeople.NewPerson person, CancellationToken cancel)
    {
        var refusal = PersonRules.JudgeEmail(person.Email) ?? PersonRules.JudgeRole(person.Role)
            ?? PersonRules.JudgePassword(person.Password, PersonRules.ShortestProvisioned);
        if (refusal is not null)
        {
            return refusal;
        }

        var user = Row(person);
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Set<UserRow>().AnyAsync(known => known.NormalizedEmail == user.NormalizedEmail, cancel))
        {
            return new Refusal("email.taken");
        }

        db.Add(user);
        await db.SaveChangesAsync(cancel);
        return user.Id;
    }

    private UserRow Row(IPeople.NewPerson person)
    {
        var now = time.GetUtcNow();
        var user = new UserRow
        {
            Id = Guid.CreateVersion7(now).ToString("N"),
            UserName = person.Email,
            NormalizedUserName = normalizer.NormalizeName(person.Email),
            Email = person.Email,
            NormalizedEmail = normalizer.NormalizeEmail(person.Email),
            DisplayName = string.IsNullOrWhiteSpace(person.Name) ? person.Email.Split('@')[0] : person.Name.Trim(),
            Role = person.Role,
            Branches = person.Role == Roles.Manager ? CodeList.Join(person.Branches) : "",
            MustChangePassword = person.MustChangePassword,
            SecurityStamp = Secrets.Token(32),
            LockoutEnabled = true,
            CreatedAt = now,
        };
        user.PasswordHash = hasher.HashPassword(user, person.Password);
        return user;
    }
}
