using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Mainstay.Web.Hosting;

/// <summary>A phone or tablet of the same person that was let in.</summary>
public sealed record Device(Guid Id, string Name, DateTimeOffset LetIn, string TokenHash);

/// <summary>The devices that were let in, and the code that lets the next one in. Kept in a file of its own beside the data file, readable by
/// its owner alone, so that an export or a copy of the data never carries a key to the app. Only hashes are stored.</summary>
public sealed class DeviceList
{
    public static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(10);
    public const int CodeDigits = 8, MostTries = 5, MostDevices = 20;

    readonly Lock _gate = new();
    readonly string _path;
    readonly TimeProvider _time;
    State _state;

    sealed record Pending(string Salt, string Hash, DateTimeOffset Until, int Tries);
    sealed record State(List<Device> Devices, Pending? Pending);

    /// <exception cref="IOException">The file is there and cannot be read.</exception>
    public DeviceList(string path, TimeProvider time)
    {
        (_path, _time) = (path, time);
        _state = File.Exists(path) ? JsonSerializer.Deserialize<State>(File.ReadAllBytes(path)) ?? new([], null) : new([], null);
    }

    public IReadOnlyList<Device> All
    {
        get { lock (_gate) return [.. _state.Devices]; }
    }

    /// <summary>Makes a new code of eight digits; an older one stops working.</summary>
    public string NewCode()
    {
        var code = RandomNumberGenerator.GetInt32(0, 100_000_000).ToString("D8", System.Globalization.CultureInfo.InvariantCulture);
        var salt = RandomNumberGenerator.GetHexString(32);
        lock (_gate) Save(_state with { Pending = new(salt, Hash(salt + code), _time.GetUtcNow() + CodeLife, 0) });
        return code;
    }

    /// <summary>The secret for the cookie of a new device, or null: the code is wrong, used, older than ten minutes, or was guessed five times.</summary>
    public string? LetIn(string code, string name)
    {
        lock (_gate)
        {
            if (_state.Pending is not { } pending) return null;
            if (_time.GetUtcNow() > pending.Until || pending.Tries >= MostTries || _state.Devices.Count >= MostDevices)
            {
                Save(_state with { Pending = null });
                return null;
            }
            var typed = new string([.. code.Where(char.IsAsciiDigit).Take(CodeDigits + 1)]);
            if (!Same(Hash(pending.Salt + typed), pending.Hash))
            {
                Save(_state with { Pending = pending with { Tries = pending.Tries + 1 } });
                return null;
            }
            var token = RandomNumberGenerator.GetHexString(64, lowercase: true);
            var now = _time.GetUtcNow();
            Save(new([.. _state.Devices, new Device(Guid.CreateVersion7(now), name, now, Hash(token))], null));
            return token;
        }
    }

    public Device? Recognise(string token)
    {
        var hash = Hash(token);
        Device? found = null;
        lock (_gate)
            foreach (var device in _state.Devices)
                if (Same(device.TokenHash, hash)) found = device;
        return found;
    }

    /// <summary>False: there is no such device (any more).</summary>
    public bool PutOut(Guid id)
    {
        lock (_gate)
        {
            var left = _state.Devices.Where(device => device.Id != id).ToList();
            if (left.Count == _state.Devices.Count) return false;
            Save(_state with { Devices = left });
            return true;
        }
    }

    void Save(State state)
    {
        var temporary = _path + ".new";
        var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(temporary, how)) JsonSerializer.Serialize(file, state);
        File.Move(temporary, _path, overwrite: true);
        _state = state;
    }

    static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    static bool Same(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(left), Encoding.ASCII.GetBytes(right));
}
