/** A file of the server: u32 length, a header as JSON, bytes. */
export interface Parts<Header> { header: Header; body: Uint8Array }

export function open<Header>(buffer: ArrayBuffer): Parts<Header> {
  const length = new DataView(buffer).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length))) as Header;
  return { header, body: new Uint8Array(buffer, 4 + length) };
}

/** One of the planes of low bytes and of high bytes, as unsigned 16-bit numbers. */
export function plane(body: Uint8Array, start: number, count: number): Uint16Array {
  const values = new Uint16Array(count);
  for (let i = 0; i < count; i++) values[i] = body[start + i]! | body[start + count + i]! << 8;
  return values;
}

const files = new Map<string, Promise<ArrayBuffer>>();

/** Each address is asked for once a page; a failed try is forgotten. */
export function fetchOnce(url: string): Promise<ArrayBuffer> {
  let file = files.get(url);
  if (!file) {
    file = fetch(url).then(answer => {
      if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
      return answer.arrayBuffer();
    });
    file.catch(() => files.delete(url));
    files.set(url, file);
  }
  return file;
}
