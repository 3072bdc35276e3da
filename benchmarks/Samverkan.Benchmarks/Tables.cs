namespace Samverkan.Benchmarks;
internal static class Tables { public static void Write(int rounds) { } }
