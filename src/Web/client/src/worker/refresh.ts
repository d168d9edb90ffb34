import { ageOf, clear, eraNow, files, keepPage, pages } from './shelves';

/** What the app says is to be kept. */
interface List { pages: string[]; files: string[] }

const list = '/api/offline', often = 600_000;
/** Figures that a page names: motions, skins, muscles, pictures. */
const figures = /\/(?:figure|motions)\/[\w./~-]+\?v=\w+/g;

let running: Promise<void> | null = null;

/** Takes in anew what works without the network; soon after the last time only if something was recorded. */
export function refresh(recorded: boolean): Promise<void> {
  return running ??= work(recorded).catch(() => {
    // No network: what was kept stays.
  }).finally(() => { running = null; });
}

async function work(recorded: boolean): Promise<void> {
  const since = eraNow(), before = await (await caches.open(pages)).match(list);
  if (before && !recorded && ageOf(before) < often) return;
  const answer = await fetch(list, { cache: 'no-store' });
  if (answer.headers.has('Clear-Site-Data')) await clear();
  if (!answer.ok || since !== eraNow()) return;
  const kept = await answer.clone().json() as List, wanted = new Set(kept.files);
  for (const path of kept.pages) for (const figure of await pageOf(path, since)) wanted.add(figure);
  if (since !== eraNow()) return;
  await shelve(wanted, since);
  await keepPage(list, answer, since);
}

/** Keeps a page as it is now, and says which figures it has. One that leads elsewhere just now stays as it was. */
async function pageOf(path: string, since: number): Promise<string[]> {
  const now = await fetch(path, { redirect: 'manual', cache: 'no-store' }), shelf = await caches.open(pages);
  if (now.headers.has('Clear-Site-Data')) await clear();
  if (since !== eraNow()) return [];
  if (now.ok) await keepPage(path, now.clone(), since);
  else if (now.type !== 'opaqueredirect') await shelf.delete(path);
  const text = now.ok ? await now.text() : await (await shelf.match(path))?.text() ?? '';
  return text.match(figures) ?? [];
}

/** Their addresses change with what is in them, so that one that is there is right, and one that is named no more can go. */
async function shelve(wanted: Set<string>, since: number): Promise<void> {
  const shelf = await caches.open(files), there = new Set<string>();
  for (const { url } of await shelf.keys()) {
    const { pathname, search } = new URL(url);
    if (wanted.has(pathname + search)) there.add(pathname + search);
    else await shelf.delete(url, { ignoreVary: true });
  }
  for (const path of wanted) {
    if (there.has(path)) continue;
    const file = await fetch(path);
    if (since !== eraNow()) return;
    if (file.ok) await shelf.put(path, file);
  }
}
