using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Samverkan.Model.Chance;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Needs;

namespace Samverkan.Model.Teams;

/// <summary>What a team can do for each target group: competence, content match, and training under way.</summary>
internal sealed class TeamCompetence
{
    private const byte TrainingYear = 12;

    private readonly double[] competence = new double[TargetGroups.Count];
    private readonly double[] match = new double[TargetGroups.Count];
    private readonly byte[] trainingMonths = new byte[TargetGroups.Count];

    public TeamCompetence(CompetenceParameters p)
    {
        Array.Fill(competence, p.Initial);
        Array.Fill(match, p.InitialMatch);
    }

    public double[] Competence => competence;

    public double[] Match => match;

    /// <summary>Groups in training.</summary>
    public GroupSet InTraining
    {
        get
        {
            var groups = default(GroupSet);
            for (var g = 0; g < TargetGroups.Count; g++)
                if (trainingMonths[g] > 0)
                    groups = groups.With(g);
            return groups;
        }
    }

    /// <summary>What was ordered: training years start, content is adapted.</summary>
    public void Begin(CompetenceParameters p, TeamMandate month)
    {
        for (var g = 0; g < TargetGroups.Count; g++)
        {
            if (month.Train.Has(g)) trainingMonths[g] = TrainingYear;
            if (month.Adapt.Has(g)) match[g] = Learning.Adapted(p, match[g], month.Freshness);
        }
    }

    /// <summary>A month of learning and forgetting.</summary>
    /// <param name="persons">Persons on the caseload, by group.</param>
    public void Month(CompetenceParameters p, ReadOnlySpan<int> persons, int caseload, bool joint, double turnover)
    {
        for (var g = 0; g < TargetGroups.Count; g++)
        {
            var training = trainingMonths[g] > 0 ? joint ? 1 : p.SingleSectorTraining : 0;
            var share = caseload == 0 ? 0 : (double)persons[g] / caseload;
            competence[g] = Learning.Competence(p, competence[g], training, share, turnover);
            match[g] = Learning.Match(p, match[g]);
            if (trainingMonths[g] > 0) trainingMonths[g]--;
        }
    }

    /// <summary>Share of the caseload whose group the team is in training for.</summary>
    public double ShareInTraining(ReadOnlySpan<int> persons, int caseload)
    {
        double share = 0;
        for (var g = 0; g < TargetGroups.Count; g++)
            if (trainingMonths[g] > 0 && caseload > 0)
                share += (double)persons[g] / caseload;
        return share;
    }

    /// <summary>By group: what support by the team is worth to a partner.</summary>
    public ImmutableArray<double> Quality(CareParameters p, double cover)
    {
        var quality = new double[TargetGroups.Count];
        for (var g = 0; g < TargetGroups.Count; g++)
            quality[g] = EffectiveCare.Quality(p, cover, competence[g], match[g]);
        return ImmutableCollectionsMarshal.AsImmutableArray(quality);
    }
}
