using Microsoft.AspNetCore.Components.Authorization;

namespace Samverkan.App.Web.Security;

/// <summary>What the reader of one page does: checked against the role, and written down, like the requests of
/// programs.</summary>
internal sealed class Acts(AuthenticationStateProvider sessions, Tokens tokens, AuditLog audit)
{
    /// <summary>The address that the reader comes from.</summary>
    public string? From { get; set; }

    public bool May(Act act) =>
        sessions.GetAuthenticationStateAsync() is { IsCompletedSuccessfully: true } state && state.Result.User.May(act.Least);

    /// <exception cref="BadRequest">The reader may not.</exception>
    public T Do<T>(Act act, string? subject, Func<T> work)
    {
        var user = Check(act, subject);
        var result = AuditLog.Failed;
        try
        {
            var made = work();
            result = AuditLog.Done;
            return made;
        }
        finally
        {
            audit.Write(user, From, act, subject, result);
        }
    }

    /// <exception cref="BadRequest">The reader may not.</exception>
    public void Do(Act act, string? subject, Action work) => Do(act, subject, () =>
    {
        work();
        return true;
    });

    /// <exception cref="BadRequest">The reader may not.</exception>
    public async Task<T> Do<T>(Act act, string? subject, Func<Task<T>> work)
    {
        var user = Check(act, subject);
        var result = AuditLog.Failed;
        try
        {
            var made = await work();
            result = AuditLog.Done;
            return made;
        }
        finally
        {
            audit.Write(user, From, act, subject, result);
        }
    }

    /// <exception cref="BadRequest">The reader may not.</exception>
    public Task Do(Act act, string? subject, Func<Task> work) => Do(act, subject, async () =>
    {
        await work();
        return true;
    });

    private System.Security.Claims.ClaimsPrincipal Check(Act act, string? subject)
    {
        var state = sessions.GetAuthenticationStateAsync();
        var user = state.IsCompletedSuccessfully ? state.Result.User : new();
        if (user.May(act.Least) && tokens.StillGood(user)) return user;
        audit.Write(user, From, act, subject, AuditLog.Refused);
        throw new BadRequest($"Your role is {Roles.Of(user)?.Word() ?? "none"}; this needs the role of {act.Least.Word()}.");
    }
}
