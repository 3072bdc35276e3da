using Microsoft.AspNetCore.Localization;
using Samverkan.App.Web.Security;

namespace Samverkan.App.Web;

/// <summary>The reader's choice of a language, kept in a cookie.</summary>
internal static class Languages
{
    public static void Map(WebApplication app) => app.MapGet("/language", (HttpContext context, string? to, string? back) =>
    {
        if (Texts.Languages.Contains(to))
            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture("en", to!)),
                new()
                {
                    MaxAge = TimeSpan.FromDays(365),
                    SameSite = SameSiteMode.Strict,
                    Secure = context.Request.IsHttps,
                    IsEssential = true
                });
        return Microsoft.AspNetCore.Http.Results.LocalRedirect(Local.Path(back));
    }).ExcludeFromDescription();
}
