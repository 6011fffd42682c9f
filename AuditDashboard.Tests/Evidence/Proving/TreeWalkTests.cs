using System.Security.Cryptography;
using AuditDashboard.Evidence.Log;
using AuditDashboard.Evidence.Proving;

namespace AuditDashboard.Tests.Evidence.Proving;

public sealed class TreeWalkTests
{
    /// <summary>The leaves that implementations of RFC 6962 test each other with.</summary>
    private static readonly string[] Inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public async Task Roots_are_those_of_RFC_6962(int size, string root)
    {
        var leaves = Inputs.Select(input => SHA256.HashData([0, .. Convert.FromHexString(input)])).ToList();
        var range = new CompactRange();
        leaves.Take(size).ToList().ForEach(leaf => range.Add(leaf));

        Assert.Equal(root, Convert.ToHexStringLower(await Walk(leaves).RootAsync(size)));
        Assert.Equal(root, Convert.ToHexStringLower(range.Root()));
    }

    [Fact]
    public async Task Paths_are_those_of_the_known_tree()
    {
        var leaves = Inputs.Select(input => SHA256.HashData([0, .. Convert.FromHexString(input)])).ToList();

        var path = await Walk(leaves).InclusionAsync(5, 8);
        var proof = await Walk(leaves).ConsistencyAsync(6, 8);

        Assert.Equal(
            ["bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b", "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"],
            path.Select(Convert.ToHexStringLower));
        Assert.Equal(
            ["0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a", "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"],
            proof.Select(Convert.ToHexStringLower));
    }

    [Fact]
    public async Task Every_leaf_of_every_small_tree_is_proved_and_no_other_leaf_is()
    {
        var leaves = Leaves(70);
        for (var size = 1; size <= leaves.Count; size++)
        {
            var root = await Walk(leaves).RootAsync(size);
            for (var index = 0; index < size; index++)
            {
                var path = await Walk(leaves).InclusionAsync(index, size);
                Assert.Equal(root, Proof.RootOf(index, size, leaves[index], path));
                Assert.NotEqual(root, Proof.RootOf(index, size, SHA256.HashData(leaves[index]), path));
                Assert.NotEqual(root, Proof.RootOf((index + 1) % size, size + 1, leaves[index], path));
            }
        }
    }

    [Fact]
    public async Task Every_small_tree_is_the_beginning_of_every_larger_one_and_of_no_changed_one()
    {
        var leaves = Leaves(40);
        List<byte[]> changed = [SHA256.HashData([9]), .. leaves.Skip(1)];
        for (var size = 1; size <= leaves.Count; size++)
        {
            for (var older = 1; older <= size; older++)
            {
                var (olderRoot, root) = (await Walk(leaves).RootAsync(older), await Walk(leaves).RootAsync(size));
                var proof = await Walk(leaves).ConsistencyAsync(older, size);
                Assert.True(Proof.IsConsistent(older, olderRoot, size, root, proof), $"{older} of {size}");
                Assert.False(Proof.IsConsistent(older, await Walk(changed).RootAsync(older), size, root, proof), $"{older} of {size}, changed");
            }
        }
    }

    private static TreeWalk Walk(List<byte[]> leaves) => new((level, index) =>
        ValueTask.FromResult(Leaf.FullRoot(leaves.Skip((int)index << level).Take(1 << level).ToArray())));

    private static List<byte[]> Leaves(int count) => [.. Enumerable.Range(0, count).Select(i => SHA256.HashData([0, (byte)i]))];
}
