import { basename, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { projectRoot } from '../../words.ts';
import { fontFolders } from './fonts.ts';
import { lastResortFont } from './last-resort.ts';

/** An accessible PDF; where the compiler finds that a document cannot be one, it is still tagged. */
const ACCESSIBLE = 'ua-1';

let made: NodeCompiler | undefined;

/**
 * One for the life of the thread: it keeps the fonts and the compiled templates. Reads nothing outside of `views/`. What a
 * document took is given back when the thread next comes to rest.
 */
function compiler(): NodeCompiler {
  // Fonts of memory must come before those of folders.
  made ??= NodeCompiler.create({
    workspace: join(projectRoot, 'views'),
    fontArgs: [{ fontBlobs: [lastResortFont()] }, { fontPaths: fontFolders() }],
  });
  return made;
}

/**
 * Sets the document that the template `views/minutes.typ` reads from its inputs.
 * @throws Error with the compiler's words where the template fails.
 */
export function typeset(data: unknown): Buffer {
  const typst = compiler();
  const result = typst.compile({
    mainFilePath: join(projectRoot, 'views', 'minutes.typ'),
    inputs: { document: JSON.stringify(data) },
    resetRead: true,
  });
  const document = result.result;
  if (!document) throw new Error(`the minutes could not be typeset: ${messagesOf(typst, result.takeDiagnostics())}`);
  try {
    return typst.pdf(document, { pdfStandard: ACCESSIBLE });
  } catch {
    return typst.pdf(document);
  } finally {
    // What was set for one document is of no use to the next, and would be kept.
    typst.evictCache(0);
  }
}

function messagesOf(typst: NodeCompiler, error: Parameters<NodeCompiler['fetchDiagnostics']>[0] | null): string {
  if (!error) return 'no reason was given';
  const told: { readonly message: string; readonly path?: string; readonly range?: { start: { line: number } } }[] =
    typst.fetchDiagnostics(error);
  return told
    .map(({ message, path = '', range }) => `${message} (${basename(path)}:${(range?.start.line ?? -1) + 1})`)
    .join('; ');
}
