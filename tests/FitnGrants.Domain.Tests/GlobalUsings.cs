global using FitnGrants.Domain.Tests.Fabrique;
global using Xunit;
