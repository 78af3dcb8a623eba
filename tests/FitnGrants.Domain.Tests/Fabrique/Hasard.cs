using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace FitnGrants.Domain.Tests.Fabrique;

/// <summary>Properties over many cases, the same at every run.</summary>
internal static class Hasard
{
    private static readonly FSharpOption<Replay> Graine = FSharpOption<Replay>.Some(
        new Replay(new Rnd(20_210_827, 1_188_001), FSharpOption<int>.None)
    );

    public static void Verifier<T>(Gen<T> gen, Func<T, bool> propriete, int cas = 500) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cas).WithReplay(Graine), Prop.ForAll(gen.ToArbitrary(), propriete));
}
