namespace FitnGrants.Web.Tests.Pieces;

public sealed class PiecesSurDisqueTests(DesPieces instance) : PiecesTests(instance), IClassFixture<DesPieces>;
