using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Samverkan.App.Web.Security;

/// <summary>Answers those who may not: a page sends people to the sign-in, programs get problem details.</summary>
internal sealed class Refusals : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy,
        PolicyAuthorizationResult result)
    {
        if (result.Succeeded) return next(context);
        var forPeople = HttpMethods.IsGet(context.Request.Method)
            && context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html");
        if (result.Challenged)
        {
            if (forPeople)
            {
                context.Response.Redirect(
                    $"{SignIn.Path}?back={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
                return Task.CompletedTask;
            }
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Problems.Of(context, StatusCodes.Status401Unauthorized,
                $"Send an access token as 'Authorization: Bearer TOKEN', or sign in at {context.Request.PathBase}{SignIn.Path}.");
        }
        if (forPeople && Roles.Of(context.User) is null) return SignIn.HasNoRole(context).ExecuteAsync(context);
        var role = Roles.Of(context.User)?.Word() ?? "no role";
        return Problems.Of(context, StatusCodes.Status403Forbidden,
            $"You are here as {context.User.FindFirstValue(Claims.Shown)} ({role}), who may not do this.");
    }
}
