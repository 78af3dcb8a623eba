namespace FitnGrants.Web.Tests.Pieces;

[Trait("duree", "longue")]
public sealed class PiecesSurDisqueTests(DesPieces instance) : PiecesTests(instance), IClassFixture<DesPieces>;
