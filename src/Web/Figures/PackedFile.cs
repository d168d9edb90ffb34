using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Mainstay.Web.Figures;

/// <summary>A file as it is sent, plain and packed, and a name for what is in it.</summary>
public sealed record PackedFile(byte[] Plain, byte[] Brotli, string Hash, string Type)
{
    public static PackedFile Of(byte[] plain, string type)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize)) brotli.Write(plain);
        return new(plain, packed.ToArray(), Convert.ToHexStringLower(SHA256.HashData(plain))[..16], type);
    }

    /// <param name="lasting">True where the address names what is in it: kept for ever. Else it is asked for again.</param>
    public async Task Send(HttpContext http, bool lasting)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = lasting ? "public, max-age=31536000, immutable" : "no-cache";
        headers.ETag = $"\"{Hash}\"";
        headers.Vary = HeaderNames.AcceptEncoding;
        if (http.Request.Headers.IfNoneMatch.ToString().Contains(Hash, StringComparison.Ordinal))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        headers.ContentType = Type;
        var body = Plain;
        if (http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
        {
            headers.ContentEncoding = "br";
            body = Brotli;
        }
        headers.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body);
    }
}
