namespace Samverkan.Model;

/// <summary>Divides whole things by shares so that nothing is lost: largest remainders first, ties to the earlier.</summary>
public static class LargestRemainder
{
    /// <param name="shares">Each 0 or more; all 0 gives everything to the first.</param>
    public static int[] Divide(int whole, ReadOnlySpan<double> shares)
    {
        var parts = new int[shares.Length];
        if (parts.Length == 0) return parts;
        double sum = 0;
        foreach (var share in shares)
            sum += share;
        if (sum <= 0)
        {
            parts[0] = whole;
            return parts;
        }
        var remainders = new double[parts.Length];
        var left = whole;
        for (var i = 0; i < parts.Length; i++)
        {
            var exact = whole * shares[i] / sum;
            parts[i] = (int)Math.Floor(exact);
            remainders[i] = exact - parts[i];
            left -= parts[i];
        }
        for (; left > 0; left--)
        {
            var largest = 0;
            for (var i = 1; i < parts.Length; i++)
                if (remainders[i] > remainders[largest])
                    largest = i;
            parts[largest]++;
            remainders[largest] = -1;
        }
        return parts;
    }
}
