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

/// <summary>The files that were sent for the diary. Nothing of them is kept beyond an hour, or beyond the end of the app.</summary>
public sealed class DiaryUploads : IDisposable
{
    /// <summary>Of the name of a file while it is read.</summary>
    public const string Ending = ".upload-";

    const int Most = 8, MostAtOnce = 2;
    static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    readonly ConcurrentDictionary<Guid, DiaryUpload> _uploads = [];
    readonly CancellationTokenSource _stop = new();
    readonly TimeProvider _clock;

    public DiaryUploads(JournalStore store, TimeProvider clock)
    {
        _clock = clock;
        // What an earlier run left when it was killed.
        var data = Path.GetFullPath(store.Path);
        foreach (var old in Directory.EnumerateFiles(Path.GetDirectoryName(data)!, $"{Path.GetFileName(data)}{Ending}*")) File.Delete(old);
    }

    /// <returns>Null: others are being read; this one can come later.</returns>
    public DiaryUpload? Begin(FileStream file, string name, DateOrder order, DateOnly today)
    {
        var now = _clock.GetUtcNow();
        foreach (var old in _uploads.Values.Where(one => one.Reading.IsCompleted).OrderByDescending(one => one.At).Index().Where(one => one.Index >= Most || now - one.Item.At > Kept)) _uploads.TryRemove(old.Item.Id, out _);
        if (_uploads.Values.Count(one => !one.Reading.IsCompleted) >= MostAtOnce)
        {
            file.Dispose();
            return null;
        }
        var upload = new DiaryUpload(name, now).Begin(file, order, today, _stop.Token);
        return _uploads[upload.Id] = upload;
    }

    public DiaryUpload? Find(Guid id) => _uploads.GetValueOrDefault(id);

    public void Forget(Guid id) => _uploads.TryRemove(id, out _);

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }
}
