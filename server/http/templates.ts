import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { projectRoot } from '../words.ts';

/** A template of `views/`, compiled. Unknown names throw: a gap in a page is a fault, not an empty place. */
export function template<T>(name: string): (values: T) => string {
  const source = readFileSync(join(projectRoot, 'views', `${name}.hbs`), 'utf8');
  return Handlebars.compile<T>(source, { strict: true, noEscape: false, preventIndent: true });
}
