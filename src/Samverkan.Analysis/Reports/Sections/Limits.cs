namespace Samverkan.Analysis.Reports.Sections;

/// <summary>What nobody should read into the figures.</summary>
internal static class Limits
{
    public static string Of(string from, string to) => Html.List(
    [
        "It foretells nothing. It says what follows from its rules, with and without a change; the difference between two "
            + "scenarios is to be trusted more than the level of either.",
        "Its shape comes from one well-documented Swedish case, told from a steering committee's minutes. That source has no "
            + "effect sizes: how strong the mechanisms are comes from other studies, or is assumed.",
        "Intervals tell what chance may do in this model. They do not tell how wrong the model may be; what it rests on is "
            + "listed above.",
        "All people are synthetic. A target group stands for an average and says nothing of any person.",
        "Needs are counted, not weighed: an unmet need of safety counts as much as one of company. Suffering, quality of life "
            + "and the work of relatives are not measured.",
        "What is not in the model cannot answer: other authorities, the labour market, housing queues, medicines, or people who "
            + "act against a policy.",
        $"A figure over {from} to {to} is of one price year; nothing is discounted but where the budget says so, and cost is "
            + "not weighed against needs.",
    ]);
}
