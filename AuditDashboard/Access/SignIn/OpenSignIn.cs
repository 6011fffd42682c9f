using System.Security.Claims;
using AuditDashboard.Access.Journal;
using AuditDashboard.Access.People;
using AuditDashboard.Foundation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace AuditDashboard.Access.SignIn;

/// <summary>Writes a fresh cookie for a person whose password was right, and says so in the journal.</summary>
internal sealed class OpenSignIn(SignInManager<UserRow> signIn, JournalStore journal, TimeProvider time)
{
    public async Task HandleAsync(HttpContext context, UserRow user)
    {
        user.LastSignInAt = time.GetUtcNow();
        await signIn.UserManager.UpdateAsync(user);
        await signIn.SignInWithClaimsAsync(user, new AuthenticationProperties(), [new Claim(PersonClaims.SignIn, Secrets.Token(16))]);
        await journal.AddAsync(JournalActor.Of(context, user.Id), "signed.in", user.Id, null, context.RequestAborted);
    }
}
