using System.Reflection;
using System.Runtime.CompilerServices;

namespace FitnGrants.Domain.Tests;

public sealed class ArchitectureTests
{
    private static readonly Assembly Domaine = typeof(Catalogue).Assembly;

    [Fact]
    public void Le_domaine_ne_référence_que_le_cadre_d_exécution()
    {
        var cadre = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        Assert.All(Domaine.GetReferencedAssemblies(), a =>
            Assert.True(File.Exists(Path.Combine(cadre, a.Name + ".dll")), $"{a.Name} n’est pas du cadre d’exécution")
        );
    }

    [Fact]
    public void Toutes_les_classes_concrètes_sont_scellées() =>
        Assert.Empty(
            Domaine
                .GetTypes()
                .Where(t => t is { IsClass: true, IsAbstract: false, IsSealed: false } && !t.IsDefined(typeof(CompilerGeneratedAttribute)))
                .Select(t => t.FullName)
        );

    [Fact]
    public void Aucune_propriété_publique_n_a_de_mutateur_ouvert() =>
        Assert.Empty(
            Domaine
                .GetExportedTypes()
                .Where(t => t.IsClass)
                .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
                .Where(p =>
                    p.DeclaringType!.Assembly == Domaine
                    && p.SetMethod is { IsPublic: true } m
                    && !m.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
                )
                .Select(p => $"{p.DeclaringType!.Name}.{p.Name}")
        );

    [Fact]
    public void Aucun_flottant_ne_compte_l_argent() =>
        Assert.Empty(
            Domaine
                .GetTypes()
                .Where(t => !t.IsDefined(typeof(CompilerGeneratedAttribute)))
                .SelectMany(t => t.GetProperties())
                .Where(p =>
                    (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) is var t && (t == typeof(double) || t == typeof(float))
                )
                .Select(p => $"{p.DeclaringType!.Name}.{p.Name}")
        );
}
