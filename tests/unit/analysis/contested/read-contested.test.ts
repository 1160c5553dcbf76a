import { describe, expect, it } from 'vitest';
import type { RequestClaim, StanceCell } from '$lib/analysis/audit-schema';
import { readContested } from '$lib/analysis/contested/read-contested';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

function cell(claim: Omit<RequestClaim, 'id'>, text: string): StanceCell {
  const documents = [{ id: 'a', reading: readText(text, knowledge) }];
  return readContested([{ id: 'c', ...claim }], documents, knowledge)[0]!.cells[0]!;
}

describe('what a document says of a claim', () => {
  const annexed = { statement: 'Peru annexed the Isla Verde in 1932.' };

  it('meets a verb in its noun', () => {
    expect(cell(annexed, "Peru's annexation of the Isla Verde in 1932 was brief.").stance).toBe('asserts');
  });

  it('is a denial when the deed is negated', () => {
    expect(cell(annexed, 'Peru never annexed the Isla Verde.').stance).toBe('disputes');
  });

  it('is a denial when nothing is said to speak for it', () => {
    const text = 'There is no evidence that Peru annexed the Isla Verde in 1932.';
    expect(cell(annexed, text).stance).toBe('disputes');
  });

  it('is silence when the same words tell of another year or somebody else', () => {
    expect(cell(annexed, 'Brazil held an election in 1932. Peru exports copper.').stance).toBe('silent');
  });

  it('is silence where the thing is told, and nobody who could have caused it', () => {
    const claim = { statement: 'Dunmore Steel caused the collapse of the Harbour Bridge.' };
    expect(cell(claim, 'Part of the Harbour Bridge collapsed on Tuesday.')).toMatchObject({
      stance: 'silent',
      nearest: { quote: 'Part of the Harbour Bridge collapsed on Tuesday.' }
    });
    const told = 'The Harbour Bridge collapsed because of faulty beams by Dunmore Steel.';
    expect(cell(claim, told).stance).toBe('asserts');
    const earlier = 'Dunmore Steel cut corners. It caused the collapse of the Harbour Bridge.';
    expect(cell(claim, earlier).stance).toBe('asserts');
  });

  it('does not take exchanged roles for the claim', () => {
    const claim = { statement: 'Kenya attacked Uganda.' };
    expect(cell(claim, 'Kenya attacked Uganda at dawn.').stance).toBe('asserts');
    expect(cell(claim, 'Uganda attacked Kenya at dawn.').stance).toBe('silent');
  });

  it('does not take what came before a moment for what came after it', () => {
    const claim = { statement: 'Parcels that arrived after the strike were sent back.' };
    expect(cell(claim, 'Parcels that arrived after the strike were sent back.').stance).toBe('asserts');
    expect(cell(claim, 'All parcels that were sent back had arrived before the strike.').stance).not.toBe(
      'asserts'
    );
  });

  it('takes a broken promise as a promise made', () => {
    const claim = {
      statement: 'The airline promised that it would not cut jobs.',
      cues: [['promise'], ['job', 'airline']]
    };
    const text =
      'In May the airline promised that it would not cut any jobs. The airline broke this promise.';
    const { mentions, mixed } = cell(claim, text);
    expect(mentions.map(({ polarity }) => polarity)).toEqual(['affirm', 'affirm']);
    expect(mixed).toBe(false);
  });

  it('reads a reaction to what was said in the sentence before', () => {
    const claim = { statement: 'The airline hid the fault.', cues: [['fault']] };
    const text = 'Pilots claim that the airline hid the fault. The airline has denied the allegations.';
    const { stance, mixed, mentions } = cell(claim, text);
    expect(stance).toBe('attributes');
    expect(mixed).toBe(true);
    expect(mentions.at(-1)).toMatchObject({ voice: 'attributed', polarity: 'deny' });
  });

  it('does not mix up what something is with what stands beside it', () => {
    const claim = { statement: 'The league is a defensive alliance.' };
    expect(cell(claim, 'The league is a defensive alliance of eight cities.').stance).toBe('asserts');
    expect(cell(claim, 'The league bought missile defence systems.').stance).toBe('silent');
  });

  it('takes denial terms of the claim itself', () => {
    const claim = {
      statement: 'The club started the riot.',
      cues: [['riot']],
      denials: [['outsiders']]
    };
    expect(cell(claim, 'The riot was the work of outsiders.').stance).toBe('disputes');
  });

  it('reads that there was none of it as a denial, where the text is about the same occasion', () => {
    const claim = { statement: 'There was a leak at the Brant chemical works.' };
    const about = 'The Brant chemical works on Friday\n\nOne line stopped. There was no leak. Work went on.';
    const elsewhere = 'The harbour on Friday\n\nOne ferry stopped. There was no leak. Work went on.';
    expect(cell(claim, about).stance).toBe('disputes');
    expect(cell(claim, about).mentions[0]?.quote).toBe('There was no leak.');
    expect(cell(claim, elsewhere).stance).toBe('silent');
    expect(cell(claim, 'A pipe at the Brant chemical works leaked for an hour.').stance).toBe('asserts');
  });

  it('does not take the same thing in another place for it', () => {
    const claim = { statement: 'There was an outbreak of measles at Corve school.' };
    const text = 'Measles\n\nCorve school has new windows. There was an outbreak in Tarn.';
    expect(cell(claim, text).stance).toBe('silent');
  });

  it('lets "nobody" speak of whom the sentence before named', () => {
    const claim = { statement: 'Guards beat prisoners at the Holm jail.' };
    const before = 'Guards were sent to the Holm jail after prisoners had barred the doors.';
    expect(cell(claim, `${before} Nobody was beaten.`).stance).toBe('disputes');
    expect(cell(claim, `${before} No one was beaten.`).stance).toBe('disputes');
    expect(cell(claim, before).stance).toBe('silent');
    expect(cell(claim, 'Ferries came home late. Nobody was beaten.').stance).toBe('silent');
  });

  it('knows what somebody had, not only that they were there', () => {
    const claim = { statement: 'The robbers had a key to the vault.' };
    expect(cell(claim, 'Robbers broke into the vault of the bank and took gold.').stance).toBe('silent');
    expect(cell(claim, 'The robbers had no key to the vault.').stance).toBe('disputes');
    expect(cell(claim, 'The robbers had a key to the vault.').stance).toBe('asserts');
  });

  it('reads a verb of two words as the one verb that it stands for', () => {
    const claim = { statement: 'Rents will rise because of the new law.' };
    expect(cell(claim, 'Rents will go up, whatever the minister says.').stance).toBe('asserts');
    expect(cell(claim, 'Rents will not go up.').stance).toBe('disputes');
    expect(cell(claim, 'Rents will go down because of the new law.').stance).toBe('disputes');
    const turnout = { statement: 'Turnout went down in the north.' };
    expect(cell(turnout, 'Turnout fell in the north.').stance).toBe('asserts');
    expect(cell(turnout, 'Voters in the north went down to the harbour.').stance).toBe('silent');
  });

  it('takes staying open for the opposite of closing', () => {
    const claim = { statement: 'The school will close next year.' };
    expect(cell(claim, 'The school will stay open next year.').stance).toBe('disputes');
    expect(cell(claim, 'The school will shut next year.').stance).toBe('asserts');
  });

  it('does not ask every sentence for the number that a thing is known by', () => {
    const claim = { statement: 'There was a fire on Arden Air flight 212.' };
    const text =
      'What happened on flight 212?\n\nThe Arden Air jet with 90 people landed after one of its engines caught fire.';
    expect(cell(claim, text)).toMatchObject({ stance: 'asserts', mixed: false });
  });

  it('answers for a claim without a single word that counts', () => {
    expect(cell({ statement: '…' }, 'Rain fell.')).toMatchObject({ stance: 'silent', nearest: null });
  });
});
