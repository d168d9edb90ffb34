using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Mainstay.Web.Push;

/// <summary>Encrypts one message for one browser (RFC 8291 over RFC 8188, aes128gcm), so that the server that carries it cannot read it. No library
/// for it is to be had; it is held against the vector of the RFC and against another implementation.</summary>
public static class PushCipher
{
    /// <summary>A point of P-256, not compressed, in bytes; and the other lengths of the two documents.</summary>
    public const int PointLength = 65, AuthLength = 16, SaltLength = 16, TagLength = 16;

    const int KeyLength = 16, NonceLength = 12, RecordSize = 4096, HeaderLength = SaltLength + 4 + 1 + PointLength;

    /// <summary>What fits into one record, in bytes: all that push servers must take.</summary>
    public const int MostBytes = RecordSize - HeaderLength - TagLength - 1;

    /// <param name="browser">Its public key, 65 bytes.</param>
    /// <param name="auth">Its secret, 16 bytes.</param>
    /// <exception cref="CryptographicException">The key is no point of the curve.</exception>
    /// <exception cref="ArgumentException">A length is wrong, or the message is too long.</exception>
    public static byte[] Encrypt(ReadOnlySpan<byte> message, ReadOnlySpan<byte> browser, ReadOnlySpan<byte> auth)
    {
        using var own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Encrypt(message, browser, auth, own, RandomNumberGenerator.GetBytes(SaltLength));
    }

    /// <param name="own">A key for this message alone.</param>
    /// <param name="salt">16 bytes, for this message alone.</param>
    public static byte[] Encrypt(ReadOnlySpan<byte> message, ReadOnlySpan<byte> browser, ReadOnlySpan<byte> auth, ECDiffieHellman own, ReadOnlySpan<byte> salt)
    {
        if (message.Length > MostBytes) throw new ArgumentException($"A message has {MostBytes} bytes at most, this one has {message.Length}.");
        if (auth.Length != AuthLength) throw new ArgumentException($"The secret has {AuthLength} bytes, this one has {auth.Length}.");
        using var other = ECDiffieHellman.Create(PointOf(browser));
        var ownPoint = PointOf(own.ExportParameters(false).Q);
        var shared = own.DeriveRawSecretAgreement(other.PublicKey);
        var input = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, auth.ToArray(), [.. "WebPush: info\0"u8, .. browser, .. ownPoint]);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, input, KeyLength, salt.ToArray(), [.. "Content-Encoding: aes128gcm\0"u8]);
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, input, NonceLength, salt.ToArray(), [.. "Content-Encoding: nonce\0"u8]);

        var body = new byte[HeaderLength + message.Length + 1 + TagLength];
        salt.CopyTo(body);
        BinaryPrimitives.WriteUInt32BigEndian(body.AsSpan(SaltLength), RecordSize);
        body[SaltLength + 4] = PointLength;
        ownPoint.CopyTo(body, SaltLength + 5);
        // 2 marks the last record; more padding is not needed, since every message of ours has nearly the same length.
        byte[] plain = [.. message, 2];
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(nonce, plain, body.AsSpan(HeaderLength, plain.Length), body.AsSpan(HeaderLength + plain.Length));
        return body;
    }

    /// <exception cref="CryptographicException">These 65 bytes are no point of the curve.</exception>
    public static ECParameters PointOf(ReadOnlySpan<byte> point)
    {
        if (point.Length != PointLength || point[0] != 4) throw new CryptographicException($"A public key has {PointLength} bytes and begins with 4.");
        return new() { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = point[1..33].ToArray(), Y = point[33..].ToArray() } };
    }

    public static byte[] PointOf(ECPoint point) => [4, .. point.X!, .. point.Y!];
}
