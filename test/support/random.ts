export { Random } from '../../server/rehearsal/random.ts';
