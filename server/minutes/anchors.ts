import { type MinutesDocument, quotesIn } from '../domain/minutes-document.ts';
import { sectionAnchor } from './agenda.ts';
import { logAnchor } from './annex.ts';

/** What a link of the document can lead to: sections, references, sources, themes. In the minutes of one item, those of others are not there. */
export function anchorsOf(doc: MinutesDocument): Set<string> {
  const anchors = new Set<string>();
  for (const { ref } of doc.themes) anchors.add(ref);
  for (const section of doc.sections) {
    anchors.add(sectionAnchor(section.id));
    for (const { id, blocks, log } of section.activities) {
      if (log.length > 0) anchors.add(logAnchor(id));
      for (const { ref, merged } of quotesIn(log))
        for (const each of [ref, ...merged.map((part) => part.ref)]) anchors.add(each);
      for (const block of blocks)
        if (block.type === 'sources') for (const { anchor } of block.sources) anchors.add(anchor);
    }
  }
  return anchors;
}
