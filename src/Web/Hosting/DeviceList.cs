using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mainstay.Journal;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Hosting;

/// <summary>The devices of the same person that were let in, and the code that lets the next one in. Devices are entries of the journal, with a
/// digest of their secret. The code lives in memory, salted and hashed, and ends with the app.</summary>
public sealed class DeviceList
{
    public static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(10);
    public const int CodeDigits = 8, MostTries = 5, MostDevices = 20;

    readonly Lock _gate = new();
    readonly PersonFile _file;
    readonly TimeProvider _clock;
    Pending? _pending;

    sealed record Pending(string Salt, string Hash, DateTimeOffset Until, int Tries);

    public DeviceList(PersonFile file, TimeProvider clock) => (_file, _clock) = (file, clock);

    /// <summary>As the journal says now: also after an import or a deletion by another program.</summary>
    /// <exception cref="JournalException">The data file cannot be read.</exception>
    public IReadOnlyList<Device> All => [.. _file.Now().Folded.History.Devices.Values];

    /// <summary>Makes a new code of eight digits; an older one stops working.</summary>
    public string NewCode()
    {
        var code = RandomNumberGenerator.GetInt32(0, 100_000_000).ToString("D8", CultureInfo.InvariantCulture);
        var salt = RandomNumberGenerator.GetHexString(32);
        lock (_gate) _pending = new(salt, Hash(salt + code), _clock.GetUtcNow() + CodeLife, 0);
        return code;
    }

    /// <summary>The secret for the cookie of a new device, or null: the code is wrong, used, older than ten minutes, or was guessed five times.</summary>
    /// <exception cref="JournalException">The data file cannot be written; the code can be tried again.</exception>
    public string? LetIn(string code, string name)
    {
        lock (_gate)
        {
            if (_pending is not { } pending) return null;
            if (_clock.GetUtcNow() > pending.Until || pending.Tries >= MostTries || All.Count >= MostDevices)
            {
                _pending = null;
                return null;
            }
            var typed = new string([.. code.Where(char.IsAsciiDigit).Take(CodeDigits + 1)]);
            if (!Same(Hash(pending.Salt + typed), pending.Hash))
            {
                _pending = pending with { Tries = pending.Tries + 1 };
                return null;
            }
            var token = RandomNumberGenerator.GetHexString(64, lowercase: true);
            var id = Guid.CreateVersion7(_clock.GetUtcNow()).ToString("N", CultureInfo.InvariantCulture);
            _file.Write(new DeviceLetIn(id, name, Hash(token)));
            _pending = null;
            return token;
        }
    }

    public Device? Recognise(string token)
    {
        var hash = Hash(token);
        Device? found = null;
        foreach (var device in All)
            if (Same(device.KeyHash, hash)) found = device;
        return found;
    }

    /// <returns>What lets it in again; nothing where there is no such device (any more).</returns>
    public UndoToken PutOut(string id)
    {
        lock (_gate)
        {
            if (All.All(device => device.Id != id)) return UndoToken.None;
            return _file.Write(new DevicePutOut(id));
        }
    }

    static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    static bool Same(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(left), Encoding.ASCII.GetBytes(right));
}
