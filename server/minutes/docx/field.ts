import { BuilderElement, type IRunOptions, TextRun, type XmlComponent } from 'docx';

type Mark = 'begin' | 'separate' | 'end';

// Not marked for an update, so that Word opens the file without asking.
const markOf = (type: Mark): XmlComponent =>
  new BuilderElement<{ readonly type: string }>({
    name: 'w:fldChar',
    attributes: { type: { key: 'w:fldCharType', value: type } },
  });

const instruction = (text: string): XmlComponent => new BuilderElement({ name: 'w:instrText' }).addChildElement(text);

/** The end of a field that `fieldStart` began. */
export const fieldEnd = (options: IRunOptions = {}): TextRun => new TextRun({ ...options, children: [markOf('end')] });

/** The beginning of a field up to what it shows, which follows. */
export const fieldStart = (words: string, options: IRunOptions = {}): TextRun[] =>
  [markOf('begin'), instruction(words), markOf('separate')].map(
    (part) => new TextRun({ ...options, children: [part] }),
  );

/** A field, each part of it in a run of its own: LibreOffice loses its way in one that is a single run. */
export const field = (words: string, shown: string, options: IRunOptions = {}): TextRun[] => [
  ...fieldStart(words, options),
  ...(shown === '' ? [] : [new TextRun({ ...options, text: shown })]),
  fieldEnd(options),
];
