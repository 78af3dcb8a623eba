using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace FitnGrants.Domain.Tests.Fabrique;

/// <summary>Properties over five hundred cases, the same at every run.</summary>
internal static class Hasard
{
    private static readonly FSharpOption<Replay> Graine =
        FSharpOption<Replay>.Some(new Replay(new Rnd(20_210_827, 1_188_001), FSharpOption<int>.None));

    public static void Verifier<T>(Gen<T> gen, Func<T, bool> propriete) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(Graine), Prop.ForAll(gen.ToArbitrary(), propriete));
}
