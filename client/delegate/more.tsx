/* What stands behind the other tabs, in one piece that is fetched when it is first needed. */
export { AgendaPage } from './agenda.tsx';
export { FloorPage } from './floor/floor.tsx';
export { Mine } from './mine.tsx';
export { PeopleHere } from './others/people-here.tsx';
