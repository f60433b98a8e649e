import { arabicFont, colour, latinFont, sizes } from './look.ts';
import { type Direction, wordLanguage } from './text.ts';

/*
 * The styles of the document, by the names under which Word and LibreOffice list them: whoever goes on editing changes
 * a style, and not each paragraph. Written as the part of the file that they are.
 */

interface Look {
  readonly id: string;
  /** The names of Word's own styles are English in every Word, and shown in its language. */
  readonly name: string;
  readonly based?: string;
  readonly next?: string;
  readonly size?: readonly [number, number];
  readonly colour?: string;
  readonly bold?: boolean;
  /** Before and after, in twips. */
  readonly space?: readonly [number, number];
  readonly keepNext?: boolean;
  /** 0 for a heading of the first level. */
  readonly outline?: number;
  /** Start and hanging, or first line, in twips. */
  readonly indent?: readonly [number, number];
  readonly more?: { readonly paragraph?: string; readonly run?: string };
}

const rule = (side: string, size: number, fill: string, space: number): string =>
  `<w:pBdr><w:${side} w:val="single" w:sz="${size}" w:space="${space}" w:color="${fill}"/></w:pBdr>`;

const heading = (n: 1 | 2 | 3 | 4, more: Partial<Look>): Look[] => {
  const size = sizes[`heading${n}`];
  const base = { size, bold: true, keepNext: true, outline: n - 1, next: 'Normal', ...more };
  return [
    { id: `Heading${n}`, name: `heading ${n}`, ...base },
    { id: `HeadingBeside${n}`, name: `Heading ${n} beside`, based: `Heading${n}`, next: 'Normal', outline: n - 1 },
  ];
};

const paragraphs: readonly Look[] = [
  {
    id: 'Title',
    name: 'Title',
    size: sizes.title,
    bold: true,
    colour: colour.ink,
    space: [0, 60],
    keepNext: true,
  },
  { id: 'Subtitle', name: 'Subtitle', size: sizes.subtitle, colour: colour.soft, space: [0, 60] },
  { id: 'Aside', name: 'Cover aside', size: sizes.body, colour: colour.seaDeep, space: [0, 20] },
  ...heading(1, { colour: colour.seaDeep, space: [480, 140] }),
  ...heading(2, { colour: colour.ink, space: [340, 80] }),
  ...heading(3, { colour: colour.seaDeep, space: [260, 60] }),
  ...heading(4, { colour: colour.ink, space: [200, 40] }),
  { id: 'HeadingUnlisted', name: 'Heading 2 unlisted', based: 'Heading2', next: 'Normal', outline: 1 },
  { id: 'ContentsHeading', name: 'TOC Heading', based: 'Heading1', next: 'Normal', outline: 9 },
  { id: 'TOC1', name: 'toc 1', size: sizes.body, bold: true, colour: colour.ink, space: [100, 20] },
  { id: 'TOC2', name: 'toc 2', size: sizes.body, colour: colour.ink, space: [0, 10], indent: [280, 0] },
  { id: 'Remark', name: 'Remark', size: sizes.small, colour: colour.soft, space: [0, 120] },
  { id: 'Fact', name: 'Fact', space: [0, 60] },
  { id: 'ListBullet', name: 'List Bullet', space: [0, 70] },
  { id: 'ListNumber', name: 'List Number', space: [0, 100] },
  { id: 'Passage', name: 'Passage', space: [60, 60] },
  {
    id: 'QuoteHead',
    name: 'Quote head',
    size: sizes.small,
    colour: colour.soft,
    space: [160, 10],
    keepNext: true,
    next: 'QuoteText',
    more: { paragraph: rule('top', 4, colour.line, 5) },
  },
  {
    id: 'QuoteUnder',
    name: 'Quote head under another',
    based: 'QuoteHead',
    space: [60, 10],
    next: 'QuoteText',
    more: { paragraph: '<w:pBdr><w:top w:val="nil"/></w:pBdr>' },
  },
  { id: 'QuoteText', name: 'Quote text', space: [0, 40] },
  {
    id: 'QuoteOriginal',
    name: 'Quote original',
    based: 'QuoteText',
    size: sizes.small,
    colour: colour.soft,
    space: [0, 40],
  },
  { id: 'Caption', name: 'caption', size: sizes.small, colour: colour.soft, space: [80, 200] },
  {
    id: 'TableCaption',
    name: 'Table caption',
    based: 'Caption',
    bold: true,
    colour: colour.ink,
    space: [200, 80],
    keepNext: true,
  },
  {
    id: 'TableHeader',
    name: 'Table header',
    size: sizes.small,
    bold: true,
    colour: colour.seaDeep,
    space: [40, 40],
    keepNext: true,
  },
  { id: 'TableText', name: 'Table text', size: sizes.body, space: [40, 40] },
  { id: 'TableNote', name: 'Table note', based: 'TableText', size: sizes.small, colour: colour.soft, space: [0, 40] },
  {
    id: 'Bar',
    name: 'Bar',
    size: [10, 10],
    space: [60, 20],
    more: { paragraph: '<w:spacing w:before="90" w:after="20" w:line="190" w:lineRule="exact"/>' },
  },
  { id: 'FigureNumber', name: 'Figure number', size: sizes.figure, bold: true, space: [60, 60] },
  {
    id: 'Between',
    name: 'Between',
    size: [4, 4],
    space: [0, 0],
    more: { paragraph: '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>' },
  },
  { id: 'FootnoteText', name: 'footnote text', size: sizes.small, space: [0, 20] },
  { id: 'Header', name: 'header', size: sizes.small, colour: colour.soft, space: [0, 0] },
  { id: 'Footer', name: 'footer', size: sizes.small, colour: colour.soft, space: [40, 0] },
];

const characters: readonly Look[] = [
  { id: 'Strong', name: 'Strong', bold: true },
  { id: 'Secondary', name: 'Secondary', colour: colour.soft },
  { id: 'Missing', name: 'Missing', colour: colour.brickDeep },
  { id: 'Reference', name: 'Reference', bold: true, colour: colour.seaDeep, more: { run: '<w:noProof/>' } },
  {
    id: 'Objection',
    name: 'Reference of an objection',
    bold: true,
    colour: colour.brickDeep,
    more: { run: '<w:noProof/>' },
  },
  { id: 'Code', name: 'Code', more: { run: '<w:noProof/>' } },
  { id: 'ListMark', name: 'List mark', bold: true, colour: colour.brickDeep },
  { id: 'Hyperlink', name: 'Hyperlink', colour: colour.sea },
  {
    id: 'FootnoteReference',
    name: 'footnote reference',
    colour: colour.seaDeep,
    more: { run: '<w:vertAlign w:val="superscript"/>' },
  },
];

const AMONG_LATIN = 1.14;

const bold = (on: boolean | undefined): string => (on ? '<w:b/><w:bCs/>' : '');
const inColour = (fill: string | undefined): string => (fill === undefined ? '' : `<w:color w:val="${fill}"/>`);
const inSize = (size: readonly [number, number] | undefined): string =>
  size === undefined ? '' : `<w:sz w:val="${size[0]}"/><w:szCs w:val="${size[1]}"/>`;

/** In the order of the schema: marks of the language come before weight, colour and size, raised letters last. */
function runProperties({ more, ...look }: Look): string {
  const extra = more?.run ?? '';
  const late = extra.includes('vertAlign');
  const all = `${bold(look.bold)}${late ? '' : extra}${inColour(look.colour)}${inSize(look.size)}${late ? extra : ''}`;
  return all === '' ? '' : `<w:rPr>${all}</w:rPr>`;
}

function paragraphProperties({ more, space, ...look }: Look): string {
  const extra = more?.paragraph ?? '';
  const spacing =
    space === undefined || extra.includes('w:spacing')
      ? ''
      : `<w:spacing w:before="${space[0]}" w:after="${space[1]}"/>`;
  const indent = look.indent ? `<w:ind w:start="${look.indent[0]}" w:hanging="${look.indent[1]}"/>` : '';
  const outline = look.outline === undefined ? '' : `<w:outlineLvl w:val="${look.outline}"/>`;
  const all = `${look.keepNext ? '<w:keepNext/>' : ''}${extra}${spacing}${indent}${outline}`;
  return all === '' ? '' : `<w:pPr>${all}</w:pPr>`;
}

const own = new Set(['Title', 'Subtitle', 'ListBullet', 'ListNumber', 'Caption', 'Header', 'Footer', 'Strong']);
const builtIn = ({ id }: Look): boolean =>
  own.has(id) || /^(TOC|Heading)\d$|^Footnote|^ContentsHeading|^Hyperlink/.test(id);

const styleOf = (type: 'paragraph' | 'character', look: Look): string =>
  [
    `<w:style w:type="${type}" w:styleId="${look.id}"${builtIn(look) ? '' : ' w:customStyle="1"'}>`,
    `<w:name w:val="${look.name}"/>`,
    type === 'paragraph' ? `<w:basedOn w:val="${look.based ?? 'Normal'}"/>` : '',
    look.next ? `<w:next w:val="${look.next}"/>` : '',
    '<w:uiPriority w:val="1"/><w:qFormat/>',
    type === 'paragraph' ? paragraphProperties(look) : '',
    runProperties(look),
    '</w:style>',
  ].join('');

/** `styles.xml`: a document that runs from the right does so in its Normal style, for what is added later. */
export function stylesXml(lang: string, dir: Direction): string {
  const rtl = dir === 'rtl';
  // A few Arabic words among Latin ones must not push the lines apart.
  const size = ([latin, arabic]: readonly [number, number]) =>
    [latin, rtl ? arabic : Math.round(latin * AMONG_LATIN)] as const;
  const latin = rtl ? 'fr-FR' : wordLanguage(lang);
  const arabic = rtl ? wordLanguage(lang) : 'ar-TN';
  const fonts = `<w:rFonts w:ascii="${latinFont}" w:hAnsi="${latinFont}" w:eastAsia="${latinFont}" w:cs="${arabicFont}"/>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}${inColour(colour.ink)}${inSize(size(sizes.body))}`,
    `<w:lang w:val="${latin}" w:eastAsia="${latin}" w:bidi="${arabic}"/></w:rPr></w:rPrDefault>`,
    `<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="100" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>',
    `<w:pPr>${rtl ? '<w:bidi/>' : ''}</w:pPr></w:style>`,
    ...paragraphs.map((look) => styleOf('paragraph', { ...look, ...(look.size ? { size: size(look.size) } : {}) })),
    ...characters.map((look) => styleOf('character', look)),
    tableStyle,
    '</w:styles>',
  ].join('');
}

/** A table of the minutes: a head over a strong line, rows over fine ones. */
const tableStyle = [
  '<w:style w:type="table" w:customStyle="1" w:styleId="MinutesTable"><w:name w:val="Minutes table"/>',
  '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="1"/><w:qFormat/>',
  `<w:tblPr><w:tblBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="${colour.line}"/>`,
  `<w:insideH w:val="single" w:sz="4" w:space="0" w:color="${colour.line}"/></w:tblBorders>`,
  '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="90" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar></w:tblPr>',
  `<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="${colour.ink}"/></w:tcBorders></w:tcPr></w:tblStylePr>`,
  '</w:style>',
].join('');
