namespace Samverkan.App.Web.Security;

/// <summary>Something that people do here, who may, and what the audit log calls it.</summary>
internal sealed record Act(string Name, Role Least)
{
    public static readonly Act SignIn = new("sign-in", Role.Viewer);
    public static readonly Act SignOut = new("sign-out", Role.Viewer);
    public static readonly Act SaveScenario = new("scenario.save", Role.Editor);
    public static readonly Act StartComparison = new("comparison.start", Role.Editor);
    public static readonly Act StopComparison = new("comparison.stop", Role.Editor);
    public static readonly Act StartDecision = new("decision.start", Role.Editor);
    public static readonly Act StopDecision = new("decision.stop", Role.Editor);
    public static readonly Act DeleteResult = new("result.delete", Role.Administrator);
    public static readonly Act StartStudy = new("study.start", Role.Editor);
    public static readonly Act ResumeStudy = new("study.resume", Role.Editor);
    public static readonly Act StopStudy = new("study.stop", Role.Editor);
    public static readonly Act DeleteStudy = new("study.delete", Role.Administrator);
    public static readonly Act StartRun = new("run.start", Role.Editor);
    public static readonly Act ChangeRun = new("run.change", Role.Editor);
    public static readonly Act ForkRun = new("run.fork", Role.Editor);
    public static readonly Act ForgetRun = new("run.forget", Role.Administrator);

    /// <summary>Pause, resume, step, pace and stop.</summary>
    public static Act Steer(string how) => new($"run.{how}", Role.Editor);
}

internal static class Doing
{
    /// <summary>Says what a request to this address does: who may is checked, and that it was done is written down.</summary>
    public static TBuilder Does<TBuilder>(this TBuilder endpoint, Act act)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(act).RequireAuthorization(act.Least.ToString());

    /// <summary>A request turns out to do something else.</summary>
    /// <returns>Whether who asks may.</returns>
    public static bool Turns(this HttpContext context, Act act)
    {
        context.Items[typeof(Act)] = act;
        return context.User.May(act.Least);
    }

    /// <summary>What a request does; null: it changes nothing.</summary>
    public static Act? ActOf(this HttpContext context) =>
        context.Items[typeof(Act)] as Act ?? context.GetEndpoint()?.Metadata.GetMetadata<Act>();
}
