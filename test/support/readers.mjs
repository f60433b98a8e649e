import { spawnSync } from 'node:child_process';

/*
 * Programs that are not ours and read the files that we make, with the tests that need each. Where one is not installed
 * its tests are left out and said to be; in CI, where `.ci/run` installs them, they run and fail.
 */
const readers = {
  pdftotext: ['test/minutes/pdf/', 'test/minutes/seven/', 'test/minutes/docx/libreoffice'],
  qpdf: ['test/minutes/pdf/'],
  soffice: ['test/minutes/docx/libreoffice', 'test/minutes/xlsx/libreoffice'],
};

const installed = (program) => spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;

/** The readers that are missing, by name, with the beginnings of the paths of what is left out without them. */
export const missingReaders = () =>
  process.env.CI ? [] : Object.entries(readers).filter(([program]) => !installed(program));
