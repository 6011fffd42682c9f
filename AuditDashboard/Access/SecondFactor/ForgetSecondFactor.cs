using AuditDashboard.Access.People;
using AuditDashboard.Foundation;

namespace AuditDashboard.Access.SecondFactor;

/// <summary>An owner drops the second step of somebody who lost phone and recovery codes; that person's open sign-ins stay.</summary>
internal sealed class ForgetSecondFactor(ICurrentViewer viewers, SecondFactors factors, IAccessJournal journal, Pulse<PersonChanged> changed)
{
    /// <summary>Refusals: <c>forbidden</c>.</summary>
    public async Task<Refusal?> HandleAsync(string userId, CancellationToken cancel)
    {
        if (!(await viewers.GetAsync()).IsOwner)
        {
            return new Refusal("forbidden");
        }

        if (await factors.TurnOffAsync(userId, cancel))
        {
            changed.Send(new PersonChanged(userId));
            await journal.WriteAsync("code.forgotten", userId, null, cancel);
        }

        return null;
    }
}
