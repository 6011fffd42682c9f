using System.Security.Cryptography;
using AuditDashboard.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Access.SecondFactor;

/// <summary>Who has the second step switched on, and whether a code is right.</summary>
internal sealed class SecondFactors(IDbContextFactory<AuditDbContext> databases, IDataProtectionProvider protection, TimeProvider time) : IDisposable
{
    private readonly IDataProtector _protector = protection.CreateProtector("AuditDashboard.Access.SecondFactor.v1");

    // Two tries with the same code at once must not both find it unused.
    private readonly SemaphoreSlim _gate = new(1);

    public void Dispose() => _gate.Dispose();

    public async Task<FactorState?> StateAsync(string userId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<SecondFactorRow>().AsNoTracking().SingleOrDefaultAsync(row => row.UserId == userId, cancel) is { } row
            ? new FactorState(row.EnabledAt, RecoveryCodes.Left(row.RecoveryHashes))
            : null;
    }

    /// <summary>The recovery codes, or null when the code does not belong to the secret.</summary>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(string userId, string secret, string code, CancellationToken cancel)
    {
        if (Authenticator.StepOf(secret, Plain(code), time.GetUtcNow()) is not { } step)
        {
            return null;
        }

        var codes = RecoveryCodes.Make();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Set<SecondFactorRow>().Where(row => row.UserId == userId).ExecuteDeleteAsync(cancel);
        db.Add(new SecondFactorRow
        {
            UserId = userId, SealedSecret = _protector.Protect(secret), EnabledAt = time.GetUtcNow(), LastStep = step, RecoveryHashes = RecoveryCodes.Hash(codes),
        });
        await db.SaveChangesAsync(cancel);
        return codes;
    }

    /// <summary>True once for every code of the app and for every recovery code.</summary>
    public async Task<bool> TryAsync(string userId, string code, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            if (await db.Set<SecondFactorRow>().SingleOrDefaultAsync(row => row.UserId == userId, cancel) is not { } row || !Use(row, code))
            {
                return false;
            }

            await db.SaveChangesAsync(cancel);
            return true;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<bool> TurnOffAsync(string userId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<SecondFactorRow>().Where(row => row.UserId == userId).ExecuteDeleteAsync(cancel) > 0;
    }

    private bool Use(SecondFactorRow row, string code)
    {
        if (SecretOf(row) is { } secret && Authenticator.StepOf(secret, Plain(code), time.GetUtcNow()) is { } step && step > row.LastStep)
        {
            row.LastStep = step;
            return true;
        }

        if (RecoveryCodes.Use(row.RecoveryHashes, code) is { } left)
        {
            row.RecoveryHashes = left;
            return true;
        }

        return false;
    }

    // Keys lost: the app's codes open nothing any more, recovery codes still do, and a new authenticator can be set up then.
    private string? SecretOf(SecondFactorRow row)
    {
        try
        {
            return _protector.Unprotect(row.SealedSecret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Plain(string code) => code.Replace(" ", "", StringComparison.Ordinal);
}

/// <param name="CodesLeft">Recovery codes not yet used.</param>
internal sealed record FactorState(DateTimeOffset EnabledAt, int CodesLeft);
