import type { MinutesDocument } from '../../domain/minutes-document.ts';
import { flowOf } from '../flow.ts';
import { contentsOf, listed } from './contents.ts';
import { coverOf } from './cover.ts';
import { landscapeWidth } from './look.ts';
import type { Pen } from './pen.ts';
import { landscapeKeys, pieceOf, planOf } from './pieces.ts';
import { Sheets, span } from './sheets.ts';

/** One language: cover, key points, contents, then the document; the annex begins a page. */
export function single(doc: MinutesDocument, pen: Pen): { readonly sheets: Sheets; readonly until: number } {
  const sheets = new Sheets();
  const plan = planOf(flowOf(doc), pen);
  const { flow, entries } = plan;
  const onSide = landscapeKeys(flow);
  const { id, start, end } = span(listed);
  sheets.add(coverOf([[doc, pen]]));
  let part = 'opening';
  for (const piece of flow) {
    const landscape = onSide.has(piece.key);
    if (part === 'opening' && piece.part !== 'opening')
      sheets.add([...contentsOf(doc.labels.contents ?? '', entries, pen), start]);
    const fresh = piece.part === 'annex' && part !== 'annex';
    sheets.add(pieceOf(piece, landscape ? { ...pen, width: landscapeWidth } : pen, plan), { landscape, fresh });
    if (fresh) sheets.add([end], { landscape });
    part = piece.part;
  }
  if (part !== 'annex' && part !== 'opening') sheets.add([end], { landscape: onSide.has(flow.at(-1)?.key ?? '') });
  return { sheets, until: id };
}
