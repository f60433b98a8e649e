import { inflateRawSync } from 'node:zlib';

/** The parts of a Word document by their names: the zip's own list of what it holds, each part inflated. */
export function partsOf(bytes: Uint8Array): Map<string, Buffer> {
  const file = Buffer.from(bytes);
  const end = file.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const parts = new Map<string, Buffer>();
  let at = file.readUInt32LE(end + 16);
  for (let n = file.readUInt16LE(end + 10); n > 0; n--) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    const local = file.readUInt32LE(at + 42);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const data = file.subarray(start, start + file.readUInt32LE(at + 20));
    parts.set(name, file.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data));
    at += 46 + nameLength + extra + comment;
  }
  return parts;
}

/** The parts that are XML, as text. */
export const xmlPartsOf = (bytes: Uint8Array): Map<string, string> =>
  new Map(
    [...partsOf(bytes)]
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, data]) => [name, data.toString('utf8')]),
  );

/** What is wrong with a text as XML 1.0, or null: tags that do not match, attributes twice, characters it cannot hold. */
export function faultOf(xml: string): string | null {
  const unfit = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uFFFD]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/.exec(
    xml,
  );
  if (unfit) return `a character at ${unfit.index}`;
  const open: string[] = [];
  const token = /<\?xml[^>]*\?>|<(\/?)([\w:]+)((?:\s+[\w:]+="[^<"]*")*)\s*(\/?)>|([^<]+)|(.)/gsy;
  for (const [, closes, name = '', attributes = '', empty, text, stray] of xml.matchAll(token)) {
    if (stray !== undefined) return `a stray ${stray} in ${open.join('/')}`;
    if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\dA-Fa-f]+);)/.test(text ?? attributes))
      return `an entity in ${open.join('/')}`;
    const names = [...attributes.matchAll(/([\w:]+)=/g)].map(([, attribute]) => attribute);
    if (new Set(names).size < names.length) return `an attribute twice in ${name}`;
    if (name === '') continue;
    if (closes === '/') {
      if (open.pop() !== name) return `</${name}> out of place`;
    } else if (empty !== '/') open.push(name);
  }
  return open.length > 0 ? `no end of ${open.join('/')}` : null;
}

/** The elements of a name, each as its XML: with what is in it, where these do not hold each other. */
export const elements = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?(?:/>|>.*?</${name}>)`, 'gs'))].map(([found]) => found);

/** The values of an attribute of elements of a name. */
export const values = (xml: string, name: string, attribute: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name} [^>]*${attribute}="([^"]*)"`, 'g'))].map(([, value]) => value!);

/** The text of a piece of a part, without marks of direction. */
export const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>|<w:tab\/>/g)]
    .map(([all, text]) => text ?? (all === '<w:tab/>' ? '\t' : '\n'))
    .join('')
    .replace(/[\u200E\u200F]/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
