import { fileURLToPath } from 'node:url';

/** The project's folder, wherever it was cloned to; ends with a separator. */
export const root = fileURLToPath(new URL('../../', import.meta.url));
