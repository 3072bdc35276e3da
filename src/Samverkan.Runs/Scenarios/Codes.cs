namespace Samverkan.Runs.Scenarios;

/// <summary>The codes of findings. A code keeps its meaning for ever; <c>docs/errors.md</c> shows each by example.</summary>
public static class Codes
{
    // The file itself
    public const string NoFile = "SC001";
    public const string TooLarge = "SC002";
    public const string NotText = "SC003";
    public const string Empty = "SC004";
    public const string NotYaml = "SC005";
    public const string Tab = "SC006";
    public const string DuplicateKey = "SC007";
    public const string TooDeep = "SC008";
    public const string NotPlain = "SC009";

    // Names and values
    public const string UnknownKey = "SC010";
    public const string Missing = "SC011";
    public const string WrongShape = "SC012";
    public const string NotANumber = "SC013";
    public const string OutOfRange = "SC014";
    public const string WrongUnit = "SC015";
    public const string UnknownWord = "SC016";
    public const string Contradiction = "SC017";
    public const string BadId = "SC018";
    public const string BadCharacter = "SC019";

    // Dates
    public const string BadDate = "SC020";
    public const string DatesReversed = "SC021";
    public const string OutsideHorizon = "SC022";

    // The model's names
    public const string UnknownParameter = "SC030";
    public const string UnknownIndicator = "SC031";
    public const string UnknownScope = "SC032";
    public const string UnsupportedScope = "SC033";
    public const string NotKept = "SC034";

    // How files hang together
    public const string DuplicateId = "SC040";
    public const string NothingToRemove = "SC041";
    public const string Cycle = "SC042";
    public const string ChainTooLong = "SC043";
    public const string OutsideFolder = "SC044";
    public const string BadTable = "SC045";
    public const string BadSetting = "SC046";
    public const string BadCode = "SC047";

    // Warnings and notes
    public const string NoExpectation = "SC050";
    public const string Removed = "SC051";
    public const string OverruledLater = "SC052";
    public const string NotUsed = "SC054";
    public const string ScaledFromCase = "SC053";
    public const string UnknownScenario = "SC055";
    public const string OtherEncoding = "SC056";
    public const string TotalLeftOut = "SC057";
    public const string Comment = "SC058";
    public const string TakenFromTable = "SC059";

    // Study files
    public const string NotComparable = "SC060";
    public const string BadDistribution = "SC061";
    public const string SampledPolicy = "SC062";
    public const string NothingUncertain = "SC063";
    public const string NothingSampled = "SC064";
    public const string NotAPowerOfTwo = "SC065";
    public const string UnknownOutcome = "SC066";
    public const string BadTarget = "SC067";
    public const string BadExpression = "SC068";

    public const string TooMany = "SC099";
}
