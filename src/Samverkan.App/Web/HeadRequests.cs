namespace Samverkan.App.Web;

/// <summary>
/// Answers a HEAD as the GET that it asks about, wherever there is one: who only looks whether the program is there uses it. The
/// server keeps the body back, as it knows what was asked.
/// </summary>
internal sealed class HeadRequests : IStartupFilter
{
    // Before an endpoint is looked for by its method.
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) =>
        {
            if (HttpMethods.IsHead(context.Request.Method)) context.Request.Method = HttpMethods.Get;
            return rest(context);
        });
        next(app);
    };
}
