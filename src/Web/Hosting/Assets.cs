using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;

namespace Mainstay.Web.Hosting;

/// <summary>Style sheets, scripts, fonts and icons, kept in memory. Their address holds a hash of them all, so that they can be cached for
/// ever and references between them stay relative.</summary>
public sealed partial class Assets
{
    public const string Prefix = "/a";

    readonly FrozenDictionary<string, Asset> _files;
    readonly string _version;

    /// <param name="Brotli">Packed as small as can be when it is first asked for, so that it does not hold up the start.</param>
    sealed record Asset(byte[] Plain, Lazy<byte[]>? Brotli, string Type);

    public Assets()
    {
        var assembly = typeof(Assets).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.StartsWith("wwwroot/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).ToArray();
        _files = names.ToFrozenDictionary(name => name["wwwroot/".Length..], name => Load(assembly, name));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in names) hash.AppendData(_files[name["wwwroot/".Length..]].Plain);
        _version = Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    /// <param name="path">Below wwwroot, with forward slashes.</param>
    public string Url(string path) => _files.ContainsKey(path) ? $"{Prefix}/{_version}/{path}" : throw new ArgumentException($"There is no asset {path}.");

    /// <summary>The names of the sprite's icons.</summary>
    public IEnumerable<string> Icons => IconIds().Matches(Encoding.UTF8.GetString(_files["icons.svg"].Plain)).Select(id => id.Groups[1].Value);

    [GeneratedRegex("id=\"i-([a-z-]+)\"")]
    private static partial Regex IconIds();

    /// <summary>Paths below wwwroot.</summary>
    public IEnumerable<string> Names => _files.Keys;

    public bool Has(string path) => _files.ContainsKey(path);

    public async Task Serve(HttpContext http, string version, string path)
    {
        if (version != _version || !_files.TryGetValue(path, out var asset))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        await Write(http, asset);
    }

    /// <summary>One that has an address of its own and is asked for anew each time, as a worker is.</summary>
    public Task Serve(HttpContext http, string path)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return Write(http, _files[path]);
    }

    static async Task Write(HttpContext http, Asset asset)
    {
        var headers = http.Response.Headers;
        headers.ContentType = asset.Type;
        headers.Vary = HeaderNames.AcceptEncoding;
        var body = asset.Plain;
        if (asset.Brotli is not null && http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
        {
            headers.ContentEncoding = "br";
            body = asset.Brotli.Value;
        }
        headers.ContentLength = body.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(body);
    }

    static Asset Load(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var plain = new byte[stream.Length];
        stream.ReadExactly(plain);
        var type = Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".woff2" => "font/woff2",
            ".png" => "image/png",
            _ => "text/plain; charset=utf-8",
        };
        return new Asset(plain, type is "font/woff2" or "image/png" ? null : new(() => Compress(plain)), type);
    }

    static byte[] Compress(byte[] plain)
    {
        using var result = new MemoryStream();
        using (var brotli = new BrotliStream(result, CompressionLevel.SmallestSize)) brotli.Write(plain);
        return result.ToArray();
    }
}
