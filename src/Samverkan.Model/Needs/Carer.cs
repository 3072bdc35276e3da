namespace Samverkan.Model.Needs;

/// <summary>
/// Whose care counts for a need: that of the domain's owner. Accommodation is the municipality's, but supported housing
/// gives its own care.
/// </summary>
internal enum Carer { County, Municipality, Both, Accommodation }
