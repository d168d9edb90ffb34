using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Mainstay.Web.Diary;

/// <summary>The form that brings in a file for the diary. Its file goes straight to the disk, beside the data file and readable by the person
/// alone, and is gone when it is closed; all else in the form is small.</summary>
public sealed class UploadForm(HttpRequest request, string data) : IFormFeature, IDisposable
{
    public const long MostBytes = 2L << 30;
    const int MostFields = 20, LongestField = 4096, FormBytes = 64 * 1024;

    FileStream? _file;

    /// <summary>Comes before anything reads the form.</summary>
    public static Task Allow(HttpContext http, RequestDelegate next)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || http.Request.Path != DiaryImportPages.Path) return next(http);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MostBytes + FormBytes;
        var form = new UploadForm(http.Request, http.RequestServices.GetRequiredService<Journal.JournalStore>().Path);
        http.Features.Set<IFormFeature>(form);
        http.Response.RegisterForDispose(form);
        return next(http);
    }

    public bool HasFormContentType => MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType == "multipart/form-data";

    public IFormCollection? Form { get; set; }

    /// <summary>The name the file had, without its folders.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Hands the file over, at its beginning; null: none was sent, or it is empty.</summary>
    public FileStream? Take()
    {
        if (_file is not { Length: > 0 } file) return null;
        _file = null;
        file.Position = 0;
        return file;
    }

    public IFormCollection ReadForm() => throw new NotSupportedException("It is read as it comes.");

    public async Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken)
    {
        if (Form is not null) return Form;
        if (HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType).Boundary).Value is not { Length: > 0 } boundary) throw new BadHttpRequestException("No boundary.");
        var reader = new MultipartReader(boundary, request.Body);
        var fields = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var says)) continue;
            var name = HeaderUtilities.RemoveQuotes(says.Name).ToString();
            if (says.IsFileDisposition())
            {
                if (_file is not null) throw new BadHttpRequestException("More than one file.");
                Name = Path.GetFileName(Flow.OwnWords.Clean((says.FileNameStar.HasValue ? says.FileNameStar : says.FileName).Value?.Trim('"')));
                _file = Make(data);
                await Copy(section.Body, _file, cancellationToken);
            }
            else
            {
                if (fields.Count == MostFields) throw new BadHttpRequestException("Too many fields.");
                section.Body = new LimitedStream(section.Body, LongestField);
                using var text = new StreamReader(section.Body);
                fields[name] = StringValues.Concat(fields.GetValueOrDefault(name), await text.ReadToEndAsync(cancellationToken));
            }
        }
        return Form = new FormCollection(fields);
    }

    static async Task Copy(Stream from, FileStream to, CancellationToken cancel)
    {
        var buffer = new byte[128 * 1024];
        while (await from.ReadAsync(buffer, cancel) is > 0 and var count)
        {
            if (to.Position + count > MostBytes) throw new BadHttpRequestException("The file is too large.", StatusCodes.Status413PayloadTooLarge);
            try
            {
                await to.WriteAsync(buffer.AsMemory(0, count), cancel);
            }
            catch (IOException full)
            {
                throw new Journal.JournalException(Journal.JournalFault.Full, $"{to.Name} cannot be written: {full.Message}", full);
            }
        }
    }

    static FileStream Make(string data)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream($"{data}{DiaryUploads.Ending}{RandomNumberGenerator.GetHexString(32, lowercase: true)}", options);
    }

    public void Dispose() => _file?.Dispose();

    /// <summary>A field has no more than this.</summary>
    sealed class LimitedStream(Stream inner, int most) : Stream
    {
        int _read;

        int Counted(int count) => (_read += count) <= most ? count : throw new BadHttpRequestException("A field is too long.", StatusCodes.Status413PayloadTooLarge);

        public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Counted(await inner.ReadAsync(buffer, cancellationToken));
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => _read; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
