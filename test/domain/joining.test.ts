import { describe, expect, it } from '@jest/globals';
import { given, joined, later, named, opened, type Sent, says } from '../support/given.ts';

const join = (profile: Partial<Sent<'core.Join'>['profile']>, participant = 'amal'): Sent<'core.Join'> => ({
  participant,
  profile: { name: 'Amal', organisation: 'sfax-city', city: null, kind: null, ...profile },
  consents: { present: false, words: false },
  lang: 'ar',
});
const unlisted = { organisation: null, organisationText: 'Les jardiniers', kind: 'small' };

describe('joining', () => {
  it('[MTG4] keeps a name on one line, without what hides or turns text', () => {
    const story = given()
      .when('server', 'core.Join', join({ name: '  Amal\n\u202E  Ben\u200B Salah\u0007 ' }))
      .thenEvents(['core.ParticipantJoined', { participant: 'amal' }], 'attendance.Arrived');
    expect(story.self('amal').name).toBe('Amal Ben Salah');
  });

  it.each(['', '   ', '\u200B\u2060', '\u200C\u200E', '\u202A\u202C', '\u3164'])(
    '[MTG4] refuses a name that shows nothing: %j',
    (name) => {
      given().when('server', 'core.Join', join({ name })).thenRefused('NAME_MISSING');
    },
  );

  it('[MTG4] takes 80 characters and refuses 81, counted once cleaned', () => {
    given()
      .when('server', 'core.Join', join({ name: `  ${'م'.repeat(80)}\u200B ` }))
      .thenEvents('core.ParticipantJoined', 'attendance.Arrived');
    given()
      .when('server', 'core.Join', join({ name: 'م'.repeat(81) }))
      .thenRefused('NAME_TOO_LONG');
    given()
      .when('server', 'core.Join', join({ ...unlisted, organisationText: 'x'.repeat(81) }))
      .thenRefused('NAME_TOO_LONG');
    given()
      .when('server', 'core.Join', join({ ...unlisted, cityText: 'x'.repeat(81) }))
      .thenRefused('NAME_TOO_LONG');
  });

  it('[MTG5] takes kind and city from a listed organisation, whatever else was sent', () => {
    const story = given()
      .when('server', 'core.Join', join({ organisation: 'lyon-city', city: 'sfax', kind: 'small', cityText: 'Gabès' }))
      .thenEvents(
        ['core.ParticipantJoined', { organisation: 'lyon-city', city: 'lyon', kind: 'city' }],
        'attendance.Arrived',
      );
    expect(story.self('amal')).toMatchObject({ cityText: null, organisationText: null });
  });

  it('[MTG5] leaves the city to the person where the organisation has none', () => {
    given()
      .when('server', 'core.Join', join({ organisation: 'network', city: 'lyon' }))
      .thenEvents(
        ['core.ParticipantJoined', { organisation: 'network', city: 'lyon', kind: 'small' }],
        'attendance.Arrived',
      );
    const story = given()
      .when('server', 'core.Join', join({ organisation: 'network', cityText: 'Gabès' }))
      .thenEvents(['core.ParticipantJoined', { city: null }], 'attendance.Arrived');
    expect(story.self('amal').cityText).toBe('Gabès');
  });

  it('[MTG6] asks whoever is of no listed organisation for its name and a kind of the list', () => {
    const story = given()
      .when('server', 'core.Join', join(unlisted))
      .thenEvents(['core.ParticipantJoined', { organisation: null, kind: 'small', city: null }], 'attendance.Arrived');
    expect(story.self('amal')).toMatchObject({ organisationText: 'Les jardiniers', cityText: null });
    for (const lacking of [{ organisationText: ' ' }, { kind: null }, { kind: 'unheard-of' }])
      given()
        .when('server', 'core.Join', join({ ...unlisted, ...lacking }))
        .thenRefused('ORGANISATION_MISSING');
    given()
      .when('server', 'core.Join', join({ organisation: 'unheard-of', kind: 'small' }))
      .thenRefused('ORGANISATION_MISSING');
  });

  it('[MTG6] lets the city be of the list, in own words, or none', () => {
    given()
      .when('server', 'core.Join', join({ ...unlisted, city: 'lyon' }))
      .thenEvents(['core.ParticipantJoined', { city: 'lyon' }], 'attendance.Arrived');
    const story = given()
      .when('server', 'core.Join', join({ ...unlisted, city: 'unheard-of', cityText: ' Gabès ' }))
      .thenEvents(['core.ParticipantJoined', { city: null }], 'attendance.Arrived');
    expect(story.self('amal').cityText).toBe('Gabès');
  });

  it('[MTG7] lets a participant join once', () => {
    given(joined('amal'))
      .when('server', 'core.Join', join({ name: 'Somebody else' }))
      .thenRefused('UNCHANGED');
    given(joined('amal'))
      .when('server', 'core.Join', join({}, 'rim'))
      .thenEvents('core.ParticipantJoined', 'attendance.Arrived');
  });
});

describe('names and consents', () => {
  const both = { present: true, words: true };
  const audiences = ['desk', 'room', 'screen'] as const;

  it('[MTG8] shows a name to no audience, the desk included, without the consent for it', () => {
    const story = given(joined('amal', { name: 'Amal', consents: { present: true, words: false } }), opened());
    story.given(says('amal', 'a'));
    for (const audience of audiences) expect(story.contribution('a', audience)?.by).toEqual({ as: 'participant' });
    expect(JSON.stringify(audiences.map((audience) => story.contribution('a', audience)))).not.toContain('Amal');
  });

  it('[MTG8] shows it to every audience with it, with organisation and city', () => {
    const story = given(named('amal'), opened(), says('amal', 'a'));
    const by = { as: 'name', name: 'amal', organisation: 'sfax-city', city: 'sfax' };
    for (const audience of audiences) expect(story.contribution('a', audience)?.by).toEqual(by);
  });

  it('[MTG8] shows the own words for an unlisted organisation and city only with it', () => {
    const story = given();
    story
      .when('server', 'core.Join', join({ ...unlisted, cityText: 'Gabès' }))
      .thenEvents('core.ParticipantJoined', 'attendance.Arrived')
      .given(opened(), says('amal', 'a'));
    expect(story.contribution('a')?.by).toEqual({ as: 'participant' });
    story.when('amal', 'core.SetConsents', both).thenEvents('core.ConsentsSet');
    expect(story.contribution('a')?.by).toEqual({
      as: 'name',
      name: 'Amal',
      organisation: null,
      organisationText: 'Les jardiniers',
      city: null,
      cityText: 'Gabès',
    });
  });

  it('[MTG9] lets a change hold at once for earlier and later texts alike', () => {
    const story = given(joined('amal'), opened(), says('amal', 'a'));
    story.when('amal', 'core.SetConsents', both).thenEvents(['core.ConsentsSet', { consents: both }]);
    story.given(later(5), says('amal', 'b'));
    expect([story.contribution('a')?.by.as, story.contribution('b')?.by.as]).toEqual(['name', 'name']);
    story.when('amal', 'core.SetConsents', { present: true, words: false }).thenEvents('core.ConsentsSet');
    expect([story.contribution('a')?.by.as, story.contribution('b')?.by.as]).toEqual(['participant', 'participant']);
    expect(story.self('amal').consents).toEqual({ present: true, words: false });
  });

  it('[MTG9] changes nothing by the same consents', () => {
    given(named('amal')).when('amal', 'core.SetConsents', { present: false, words: true }).thenNothing();
  });

  it('[MTG10] lets a participant change the language of their pages, at any time', () => {
    const story = given(joined('amal', { lang: 'ar' }));
    story.when('amal', 'core.SetLanguage', { lang: 'en' }).thenEvents(['core.LanguageSet', { lang: 'en' }]);
    expect(story.self('amal').lang).toBe('en');
    story.when('amal', 'core.SetLanguage', { lang: 'en' }).thenNothing();
  });
});
