using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mainstay.Journal;

namespace Mainstay.Web.Push;

/// <summary>Says to a push server that a message comes from this place (RFC 8292). The key is made when it is first needed and kept in the data
/// file; browsers that subscribed take messages signed with it alone.</summary>
public sealed class Vapid(Secrets secrets, TimeProvider clock)
{
    public const string SecretName = "push-key";

    /// <summary>The RFC allows a day at most.</summary>
    static readonly TimeSpan Life = TimeSpan.FromHours(12);

    /// <summary>What a browser subscribes with: base64url of 65 bytes.</summary>
    /// <exception cref="JournalException">The data file cannot be read or written.</exception>
    public string PublicKey
    {
        get
        {
            using var key = Key();
            return Base64Url.EncodeToString(PushCipher.PointOf(key.ExportParameters(false).Q));
        }
    }

    /// <summary>The header that goes with a message.</summary>
    /// <param name="endpoint">Where it goes.</param>
    /// <param name="contact">Where the server's keepers can reach whoever runs this: https or mailto.</param>
    public string Authorization(Uri endpoint, string contact)
    {
        using var key = Key();
        var claims = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["aud"] = endpoint.GetLeftPart(UriPartial.Authority), ["exp"] = (clock.GetUtcNow() + Life).ToUnixTimeSeconds(), ["sub"] = contact,
        });
        var signed = $"{Base64Url.EncodeToString("""{"typ":"JWT","alg":"ES256"}"""u8)}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return string.Create(CultureInfo.InvariantCulture, $"vapid t={signed}.{Base64Url.EncodeToString(signature)}, k={Base64Url.EncodeToString(PushCipher.PointOf(key.ExportParameters(false).Q))}");
    }

    ECDsa Key()
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(secrets.FindOrMake(JournalStore.Me, SecretName, Make)), out _);
        return key;
    }

    static string Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Convert.ToBase64String(key.ExportPkcs8PrivateKey());
    }
}
