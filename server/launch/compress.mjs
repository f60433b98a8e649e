import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const COMPRESSIBLE = /\.(js|css|svg|json)$/;
const brotli = promisify(brotliCompress);
const gz = promisify(gzip);

/** Puts a `.br` and a `.gz` beside each text file of a folder, as small as they get: made once, served often. */
export async function compressFolder(folder) {
  const files = (await readdir(folder)).filter((name) => COMPRESSIBLE.test(name));
  await Promise.all(
    files.map(async (name) => {
      const bytes = await readFile(join(folder, name));
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      const [small, smaller] = await Promise.all([gz(bytes, { level: 9 }), brotli(bytes, { params })]);
      await writeFile(join(folder, `${name}.gz`), small);
      await writeFile(join(folder, `${name}.br`), smaller);
    }),
  );
}
