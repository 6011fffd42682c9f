using AuditDashboard.Access.ApiKeys;

namespace AuditDashboard.Tests.Access;

public sealed class KeyFormTests
{
    [Fact]
    public void The_checksum_is_the_one_of_zip() => Assert.Equal(0xCBF43926, Crc32.Of("123456789"u8));

    [Fact]
    public void A_made_key_has_its_form_and_keeps_its_checksum()
    {
        var (id, key) = KeyForm.Make();

        Assert.Matches("^adk_live_[0-9A-Za-z]{50}$", key);
        Assert.Equal(id, key[9..21]);
        Assert.False(KeyForm.IsTypo(key));
    }

    [Fact]
    public void Every_single_mistyped_character_is_noticed()
    {
        var (_, key) = KeyForm.Make();

        for (var i = 9; i < key.Length; i++)
        {
            var typo = key.ToCharArray();
            typo[i] = typo[i] == 'x' ? 'y' : 'x';
            Assert.True(KeyForm.IsTypo(typo), $"at {i}");
        }

        Assert.True(KeyForm.IsTypo(key.AsSpan(0, key.Length - 1)));
        Assert.True(KeyForm.IsTypo(key + "0"));
    }

    [Theory]
    [InlineData("provisioned-key-of-any-form_0123456789", true)]
    [InlineData("with a blank in it and long enough 0123", false)]
    [InlineData("ключ-из-русских-букв-достаточной-длины", false)]
    public void A_free_form_key_is_no_typo_but_has_its_alphabet(string key, bool allowed)
    {
        Assert.False(KeyForm.IsTypo(key));
        Assert.Equal(allowed, KeyForm.IsAllowed(key));
    }
}
