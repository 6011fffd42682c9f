using AuditDashboard.Access.Journal;
using AuditDashboard.Access.People;
using AuditDashboard.Access.SignIn;
using AuditDashboard.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Access.SecondFactor;

/// <summary>Drops the second step of the person whom the operator named in <c>Access:ForgetSecondFactorOf</c>, and says so in the journal.</summary>
internal sealed class ForgetAtStart(
    IDbContextFactory<AuditDbContext> databases, SecondFactors factors, ILookupNormalizer normalizer, IOptions<AccessOptions> options, JournalStore journal)
{
    public async Task HandleAsync(CancellationToken cancel)
    {
        if (normalizer.NormalizeEmail(options.Value.ForgetSecondFactorOf) is not { Length: > 0 } email)
        {
            return;
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Set<UserRow>().AsNoTracking().SingleOrDefaultAsync(user => user.NormalizedEmail == email, cancel) is { } person
            && await factors.TurnOffAsync(person.Id, cancel))
        {
            await journal.AddAsync(new JournalActor("", "", ""), "code.forgotten", person.Id, null, cancel);
        }
    }
}
