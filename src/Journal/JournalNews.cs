using System.Collections.Immutable;

namespace Mainstay.Journal;

/// <summary>Where a reader of one person's entries has got to. Only the store that gave it can say what came since.</summary>
/// <param name="Foreign">Changes with what other connections and programs write.</param>
/// <param name="Writes">Own writes so far.</param>
/// <param name="Erasures">Own deletions so far.</param>
/// <param name="Seq">The last arrival that was read.</param>
/// <param name="AtMs">The latest moment at which something that was read stands, in milliseconds since 1970.</param>
public sealed record JournalPosition(long Foreign, long Writes, long Erasures, long Seq, long AtMs);

/// <param name="Anew">True: the entries are all there are, and what was read before no longer counts: another program wrote, something was
/// deleted, something was taken back or put in its place, or an entry of an earlier moment came. False: they follow what was read before.</param>
/// <param name="Entries">In the order of recording.</param>
public sealed record JournalNews(JournalPosition Position, bool Anew, ImmutableArray<Recorded> Entries);
