import {
  bookmarkUniqueNumericId,
  FileChild,
  type Footer,
  type Header,
  type ISectionOptions,
  NextAttributeComponent,
  PageOrientation,
  SectionType,
} from 'docx';
import { page } from './look.ts';

/** What stands over and under the pages. */
export interface Furniture {
  readonly header: Header;
  readonly upright: Footer;
  readonly landscape: Footer;
}

/** The beginning or the end of a bookmark between two blocks of the body. */
class Mark extends FileChild {
  constructor(name: 'w:bookmarkStart' | 'w:bookmarkEnd', id: number, bookmark?: string) {
    super(name);
    this.root.push(
      new NextAttributeComponent({
        ...(bookmark === undefined ? {} : { name: { key: 'w:name', value: bookmark } }),
        id: { key: 'w:id', value: id },
      }),
    );
  }
}

/** A bookmark from one block of the body to another: its marks, and the number by which they belong together. */
export function span(name: string): { readonly id: number; readonly start: FileChild; readonly end: FileChild } {
  const id = bookmarkUniqueNumericId();
  return { id, start: new Mark('w:bookmarkStart', id, name), end: new Mark('w:bookmarkEnd', id) };
}

/** Pages that follow each other, upright or on their side: a change of these begins a new one. */
export class Sheets {
  private readonly list: { readonly landscape: boolean; readonly children: FileChild[] }[] = [];

  add(children: readonly FileChild[], { landscape = false, fresh = false } = {}): void {
    if (children.length === 0) return;
    const last = this.list.at(-1);
    if (!last || fresh || last.landscape !== landscape) this.list.push({ landscape, children: [...children] });
    else last.children.push(...children);
  }

  sections({ header, upright, landscape }: Furniture): ISectionOptions[] {
    return this.list.map((sheet, i) => ({
      headers: i === 0 ? { default: header } : {},
      footers: { default: sheet.landscape ? landscape : upright, ...(i === 0 ? { first: upright } : {}) },
      properties: {
        type: SectionType.NEXT_PAGE,
        titlePage: i === 0,
        page: {
          size: {
            width: page.width,
            height: page.height,
            orientation: sheet.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
          },
          margin: { top: 1_247, bottom: 1_134, left: page.margin, right: page.margin, header: 600, footer: 480 },
        },
      },
      children: sheet.children,
    }));
  }
}
