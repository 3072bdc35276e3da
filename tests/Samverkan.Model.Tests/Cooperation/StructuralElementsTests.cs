using CsCheck;
using Samverkan.Model.Cooperation;

namespace Samverkan.Model.Tests.Cooperation;

public class StructuralElementsTests
{
    private static readonly ElementParameters P = Examples.P.Element;

    private static readonly Gen<StructuralElements> Any = Gen.UInt[0, (1u << Elements.Count) - 1]
        .Select(bits => new StructuralElements(bits));

    private static readonly Gen<Element> AnyElement = Gen.Enum<Element>();

    [Fact]
    public void What_is_introduced_is_there_until_it_is_taken_away() => Gen.Select(Any, AnyElement).Sample((structure, element) =>
        structure.With(element).Has(element) && !structure.Without(element).Has(element)
        && structure.With(element).Count - structure.Without(element).Count == 1);

    [Fact]
    public void What_is_forbidden_is_not_there() => Gen.Select(Any, AnyElement).Sample((structure, element) =>
    {
        var p = Examples.P.With(($"element.allowed.{element.Id()}", 0)).Element;
        return !structure.Allowed(p).Has(element) && structure.Allowed(p).Bits == structure.Without(element).Bits;
    });

    [Fact]
    public void Coordination_is_a_share_that_cooperation_raises() =>
        Gen.Select(Any, Gen.Double[0, 1], Gen.Double[0, 1], Gen.Bool).Sample((structure, c, d, complex) =>
            structure.Coordination(P, .78, Math.Max(c, d), complex, Roles.Full)
        >= structure.Coordination(P, .78, Math.Min(c, d), complex, Roles.Full)
        && structure.Coordination(P, .78, c, complex, Roles.Full) is >= .78 and <= 1);

    [Theory]
    [InlineData(Element.CaseManagers)]
    [InlineData(Element.IndividualPlans)]
    [InlineData(Element.SharedNeedsData)]
    [InlineData(Element.SharedRoutines)]
    [InlineData(Element.Coordinators)]
    public void An_element_of_coordination_closes_its_part_of_the_gap(Element element)
    {
        var alone = new StructuralElements(0).With(element).Coordination(P, .78, .4, false, Roles.Full);
        Assert.Equal(1 - .22 * .6 * (1 - P.Coordination[(int)element]), alone, 1e-12);
    }

    [Fact]
    public void No_element_harms_coordination_or_involvement() =>
        Gen.Select(Any, AnyElement, Gen.Bool).Sample((structure, element, complex) =>
            structure.With(element).Coordination(P, .78, .4, complex, Roles.Full) >= structure.Without(element)
        .Coordination(P, .78, .4, complex, Roles.Full)
        && structure.With(element).Involvement(P, .6, complex, Roles.Full) >= structure.Without(element)
        .Involvement(P, .6, complex, Roles.Full));

    [Fact]
    public void A_case_manager_takes_the_place_of_coordinators()
    {
        var manager = new StructuralElements(0).With(Element.CaseManagers);
        Assert.Equal(manager.Coordination(P, .78, .4, false, Roles.Full),
            manager.With(Element.Coordinators).Coordination(P, .78, .4, false, Roles.Full));
    }

    [Fact]
    public void A_multi_case_manager_is_for_complex_users_alone()
    {
        var structure = new StructuralElements(0).With(Element.MultiCaseManagers);
        Assert.Equal(new StructuralElements(0).Coordination(P, .78, .4, false, Roles.Full),
            structure.Coordination(P, .78, .4, false, Roles.Full));
        Assert.True(structure.Coordination(P, .78, .4, true, Roles.Full) > structure.Coordination(P, .78, .4, false, Roles.Full));
    }

    [Fact]
    public void Involvement_is_never_above_1() =>
        Gen.Select(Any, Gen.Double[0, 1], Gen.Bool).Sample((structure, without, complex) =>
        structure.Involvement(P, without, complex, Roles.Full) is >= 0 and <= 1);

    [Fact]
    public void Contact_is_full_under_one_roof_with_two_leaders()
    {
        var together = new StructuralElements(0).With(Element.CoLocatedCentres).With(Element.CoLeadership);
        Assert.Equal(1, together.Contact(P, false));
        Assert.Equal(P.ContactApart, together.Without(Element.CoLocatedCentres).Contact(P, false));
        Assert.Equal(P.ContactOneLeader, together.Without(Element.CoLeadership).Contact(P, false));
        Assert.Equal(1 + P.ContactTraining, together.Contact(P, true));
    }

    [Fact]
    public void An_employer_by_profession_fills_vacancies_faster() =>
        Assert.Equal(4 * P.HiringByProfession, new StructuralElements(0).With(Element.EmployerByProfession).HiringLag(P, 4));

    [Fact]
    public void A_financial_agreement_lowers_the_cost_that_an_item_is_judged_by() =>
        Assert.Equal(100 * P.SharedCost, new StructuralElements(0).With(Element.FinancialAgreement).JudgedCost(P, 100));
}
