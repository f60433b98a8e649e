import { MeetingFile } from '../../server/domain/meeting-file.ts';

const words = (en: string) => ({ ar: `${en} (ar)`, fr: `${en} (fr)`, en });

/** A small meeting with each kind of activity, and a live and a collecting discussion, for the tests of the domain. */
export const sampleMeeting = (): MeetingFile =>
  MeetingFile.parse({
    format: 1,
    id: 'sample',
    title: words('Sample meeting'),
    subtitle: words('Learning from each other'),
    place: words('Sfax'),
    dates: { first: '2019-06-25', last: '2019-06-26' },
    timezone: 'Africa/Tunis',
    region: 'TN',
    languages: ['ar', 'fr', 'en'],
    holder: { name: words('The city'), until: '2020-06-30', contact: words('the welcome desk') },
    cities: [
      { id: 'sfax', name: words('Sfax') },
      { id: 'lyon', name: words('Lyon') },
    ],
    kinds: [
      { id: 'city', name: words('Municipality') },
      { id: 'small', name: words('Small association') },
    ],
    organisations: [
      { id: 'sfax-city', name: words('City of Sfax'), city: 'sfax', kind: 'city' },
      { id: 'lyon-city', name: words('City of Lyon'), city: 'lyon', kind: 'city' },
      { id: 'network', name: words('A network'), city: null, kind: 'small' },
    ],
    agenda: [
      { id: 'welcome', date: '2019-06-25', start: '09:00', minutes: 30, title: words('Welcome'), type: 'welcome' },
      {
        id: 'first',
        date: '2019-06-25',
        start: '09:30',
        minutes: 60,
        title: words('First question'),
        type: 'session',
        activities: ['live'],
      },
      {
        id: 'second',
        date: '2019-06-26',
        start: '09:00',
        minutes: 60,
        title: words('Second question'),
        type: 'session',
        activities: ['collect'],
      },
      {
        id: 'work',
        date: '2019-06-26',
        start: '10:00',
        minutes: 90,
        title: words('Reading and weighing'),
        type: 'session',
        activities: ['read', 'table', 'dots'],
      },
    ],
    activities: [
      { id: 'live', kind: 'discussion', config: { prompt: words('What worked?'), minutes: 20 } },
      { id: 'collect', kind: 'discussion', config: { prompt: words('What would you fund?'), reveal: 'collect' } },
      {
        id: 'read',
        kind: 'briefing',
        config: {
          prompt: words('What cities do'),
          sections: [
            {
              id: 'first',
              heading: words('Coordination'),
              passages: [{ id: 'centre', text: words('A centre knows who does what.'), notes: ['source'] }],
              practices: [{ id: 'desk', city: 'lyon', text: words('A desk at the town hall.') }],
            },
          ],
          notes: [{ id: 'source', text: words('A report, 2019.') }],
        },
      },
      {
        id: 'table',
        kind: 'matrix',
        config: {
          prompt: words('Where is strength?'),
          corner: words('Role'),
          rows: [
            { id: 'rights', name: words('Raising awareness of rights'), short: words('Rights') },
            { id: 'services', name: words('Opening services'), short: words('Services') },
          ],
          columns: [
            { id: 'strong', name: words('Strengths'), tone: 'for' },
            { id: 'weak', name: words('Weaknesses'), tone: 'against' },
          ],
          seeds: [
            { row: 'rights', column: 'strong', text: words('They know the ground.') },
            { row: 'services', column: 'weak', text: words('Funds run out.') },
          ],
          reveal: 'collect',
          attribution: 'city',
        },
      },
      {
        id: 'dots',
        kind: 'ballot',
        config: {
          prompt: words('What weighs most?'),
          options: [{ text: words('Coherence') }, { text: words('Funding'), detail: words('And its length.') }],
        },
      },
    ],
  });
