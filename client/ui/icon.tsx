/*
 * Outlines of 24 × 24, drawn with the current text colour. Those that point along the line of reading turn round in
 * Arabic.
 */
const shapes = {
  agenda: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  ask: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8M12 16.8h.01',
  back: 'M20 12H5M11 6l-6 6 6 6',
  blank: 'M3 5h18v11H3zM8 20h8M3 5l18 11',
  building: 'M4 21V7l8-4 8 4v14M4 21h16M9 21v-5h6v5M9 10h.01M15 10h.01',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3.5 2',
  close: 'M6 6l12 12M18 6L6 18',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  document: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  down: 'M6 9l6 6 6-6',
  download: 'M12 4v11M7 10.5l5 5 5-5M4 20h16',
  ear: 'M7 10a5 5 0 0 1 10 0c0 4-4 4.5-4 8a2.5 2.5 0 0 1-4.5 1.5M10 10.5a2 2 0 0 1 4 0',
  edit: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  endorse: 'M9 6a6 6 0 1 0 0 12A6 6 0 0 0 9 6M15 6a6 6 0 1 0 0 12 6 6 0 0 0 0-12',
  equal: 'M6 9h12M6 15h12',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6',
  freeze: 'M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9',
  grip: 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01',
  headphones: 'M4 17v-4a8 8 0 0 1 16 0v4M4 14h3.5v6H6a2 2 0 0 1-2-2zM20 14h-3.5v6H18a2 2 0 0 0 2-2z',
  hide: 'M4 4l16 16M9.9 5.8A9.6 9.6 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a16 16 0 0 1-2.7 3.4M6.2 7.5A16 16 0 0 0 2.5 12s3.5 6.5 9.5 6.5a9 9 0 0 0 4-.9',
  language: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
  late: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5.5M12 16.5h.01',
  less: 'M5 12h14',
  link: 'M10 14a4.5 4.5 0 0 0 6.4 0l3-3A4.5 4.5 0 0 0 13 4.6l-1 1M14 10a4.5 4.5 0 0 0-6.4 0l-3 3A4.5 4.5 0 0 0 11 19.4l1-1',
  merge: 'M6 4v5l6 5v6M18 4v5l-6 5',
  mic: 'M9 6a3 3 0 0 1 6 0v5a3 3 0 0 1-6 0zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3',
  mine: 'M5 4h14v16l-7-4-7 4z',
  minus: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8 12h8',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  next: 'M4 12h15M13 6l6 6-6 6',
  now: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5',
  offline:
    'M4 4l16 16M8.5 12.8a6 6 0 0 1 2.3-1.2M5 9.3a11 11 0 0 1 3.2-2M12 6.5a11 11 0 0 1 7 2.8M15.5 12.8a6 6 0 0 0-.8-.6M12 17h.01',
  pause: 'M8 5v14M16 5v14',
  people:
    'M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M2.5 20a6.5 6.5 0 0 1 13 0M16 5.3a3.5 3.5 0 0 1 0 6.4M18 14.5a6.5 6.5 0 0 1 3.5 5.5',
  phone:
    'M8 2.5h8a1.5 1.5 0 0 1 1.5 1.5v16a1.5 1.5 0 0 1-1.5 1.5H8A1.5 1.5 0 0 1 6.5 20V4A1.5 1.5 0 0 1 8 2.5M11 18.5h2',
  pin: 'M9 3h6l-1 6 3 3v2H7v-2l3-3zM12 14v7',
  play: 'M8 5l11 7-11 7z',
  plus: 'M12 5v14M5 12h14',
  points: 'M12 4l2.4 4.9 5.4.8-3.9 3.8.9 5.4-4.8-2.5-4.8 2.5.9-5.4-3.9-3.8 5.4-.8z',
  print: 'M7 8V3h10v5M5 8h14a1.5 1.5 0 0 1 1.5 1.5V17H17v4H7v-4H3.5V9.5A1.5 1.5 0 0 1 5 8M7 14h10',
  // People in a ring, and the sign for playing.
  rehearse:
    'M7.5 19.8h.01M4.2 16.5h.01M3 12h.01M4.2 7.5h.01M7.5 4.2h.01M12 3h.01M16.5 4.2h.01M19.8 7.5h.01M21 12h.01M19.8 16.5h.01M16.5 19.8h.01M9.8 8l6 4-6 4z',
  refresh: 'M20 5v5h-5M19.5 10A8 8 0 1 0 20 14',
  remove: 'M5 7h14M10 4h4M7 7l1 13h8l1-13M10 11v5M14 11v5',
  reply: 'M9 7L4 12l5 5M4 12h10a6 6 0 0 1 6 6v1',
  screen: 'M3 5h18v11H3zM8 20h8M12 16v4',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14M16 16l4.5 4.5',
  send: 'M4 12h15M13 6l6 6-6 6',
  settings: 'M4 7h10M18 7h2M16 5v4M4 17h2M10 17h10M8 15v4',
  share: 'M12 15V3.5M8 7l4-4 4 4M7 11H5v9.5h14V11h-2',
  skip: 'M5 6l7 6-7 6zM12 6l7 6-7 6z',
  stop: 'M6 6h12v12H6z',
  themes: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  translate: 'M3 6h9M7.5 4v2M10 6c-.5 4-3 7-6.5 8.5M5.5 9c1 2.5 3 4.5 5.5 5.5M12 20l4.5-10L21 20M13.5 17h6',
  unequal: 'M6 9h12M6 15h12M15 5L9 19',
  undo: 'M8 5L4 9l4 4M4 9h10.5a5.5 5.5 0 0 1 0 11H8',
  up: 'M6 15l6-6 6 6',
  wait: 'M7 3h10M7 21h10M8 3c0 5 8 5.5 8 9s-8 4-8 9M16 3c0 5-8 5.5-8 9s8 4 8 9',
  warning: 'M12 4l9 16H3zM12 10v4.5M12 17.2h.01',
} as const;

export type IconName = keyof typeof shapes;

const turning: ReadonlySet<IconName> = new Set([
  'agenda',
  'back',
  'next',
  'play',
  'rehearse',
  'reply',
  'send',
  'skip',
  'undo',
]);

/** Decoration beside a word; whoever hears the page hears the word. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={turning.has(name) ? 'icon flip' : 'icon'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}
