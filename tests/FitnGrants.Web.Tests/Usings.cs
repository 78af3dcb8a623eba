global using System.Net;
global using FitnGrants.Web.Tests.Fabrique;
global using Xunit;

[assembly: AssemblyFixture(typeof(FitnGrants.Web.Tests.Fabrique.Serveur))]
