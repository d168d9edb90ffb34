using System.Collections.Concurrent;
using Mainstay.Journal;
using Mainstay.Journal.Imports;

namespace Mainstay.Web.Diary;

/// <summary>A file that is read, or was read and waits for a word.</summary>
public sealed class DiaryUpload(string name, DateTimeOffset at)
{
    double _share;

    public Guid Id { get; } = Guid.CreateVersion7(at);
    public string Name => name;
    public DateTimeOffset At => at;

    /// <summary>How far it is, 0 to 1.</summary>
    public double Share => Volatile.Read(ref _share);

    public Task<DiaryFile> Reading { get; private set; } = null!;

    internal DiaryUpload Begin(FileStream file, DateOrder order, DateOnly today, CancellationToken stop)
    {
        Reading = Task.Factory.StartNew(() =>
        {
            using (file) return DiaryReader.Read(file, order, today, share => Volatile.Write(ref _share, share), stop);
        }, stop, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return this;
    }
}

/// <summary>The files that were sent for the diary. Nothing of them is kept beyond an hour, or beyond the end of the app, and nothing once all is deleted.</summary>
public sealed class DiaryUploads : IDisposable
{
    /// <summary>Of the name of a file while it is read.</summary>
    public const string Ending = ".upload-";

    const int Most = 8, MostAtOnce = 2;
    static readonly TimeSpan Kept = TimeSpan.FromHours(1), Sweep = TimeSpan.FromMinutes(5);

    readonly ConcurrentDictionary<Guid, DiaryUpload> _uploads = [];
    readonly TimeProvider _clock;
    readonly ITimer _sweep;
    readonly Lock _gate = new();
    CancellationTokenSource _stop = new();

    public DiaryUploads(JournalStore store, TimeProvider clock)
    {
        _clock = clock;
        _sweep = clock.CreateTimer(_ => Drop(), null, Sweep, Sweep);
        // What an earlier run left when it was killed.
        var data = Path.GetFullPath(store.Path);
        foreach (var old in Directory.EnumerateFiles(Path.GetDirectoryName(data)!, $"{Path.GetFileName(data)}{Ending}*")) File.Delete(old);
    }

    /// <returns>Null: others are being read; this one can come later.</returns>
    public DiaryUpload? Begin(FileStream file, string name, DateOrder order, DateOnly today)
    {
        var now = _clock.GetUtcNow();
        Drop();
        foreach (var old in _uploads.Values.Where(one => one.Reading.IsCompleted).OrderByDescending(one => one.At).Skip(Most)) _uploads.TryRemove(old.Id, out _);
        if (_uploads.Values.Count(one => !one.Reading.IsCompleted) >= MostAtOnce)
        {
            file.Dispose();
            return null;
        }
        lock (_gate)
        {
            var upload = new DiaryUpload(name, now).Begin(file, order, today, _stop.Token);
            return _uploads[upload.Id] = upload;
        }
    }

    public DiaryUpload? Find(Guid id) => _uploads.GetValueOrDefault(id) is { } upload && !IsOver(upload) ? upload : null;

    public void Forget(Guid id) => _uploads.TryRemove(id, out _);

    /// <summary>Those that are still read are read no further.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _stop.Cancel();
            _stop.Dispose();
            _stop = new();
            _uploads.Clear();
        }
    }

    void Drop()
    {
        foreach (var old in _uploads.Values.Where(one => one.Reading.IsCompleted && IsOver(one))) _uploads.TryRemove(old.Id, out _);
    }

    /// <summary>A clock that was set back makes none of them older, and so ends them too.</summary>
    bool IsOver(DiaryUpload upload) => (_clock.GetUtcNow() - upload.At).Duration() > Kept;

    public void Dispose()
    {
        _sweep.Dispose();
        _stop.Cancel();
        _stop.Dispose();
    }
}
