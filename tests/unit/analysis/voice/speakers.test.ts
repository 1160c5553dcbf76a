import { describe, expect, it } from 'vitest';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

/** The stretches of somebody else's words as "holder: words". */
function views(text: string): string[] {
  return readText(text, knowledge)
    .segments.filter(({ voice }) => voice === 'attributed')
    .map(({ holder, start, end }) => `${holder ?? '-'}: ${text.slice(start, end)}`);
}

describe('who an office is', () => {
  it.each([
    ["The brewery's chief engineer, Olav Brandt, said the vat was new.", ['Olav Brandt: the vat was new.']],
    ["“We lost,” said the club's captain, Marta Ruiz.", ['Marta Ruiz: “We lost,”']],
    ['The operator Norrlink said the line was safe.', ['Norrlink: the line was safe.']],
    ["The board's chairman, the Rev Paul Innes, said it was late.", ['Rev Paul Innes: it was late.']],
    [
      'Welcoming the plan, the Energy Minister, Fraser Oakes MSP, said: “It is a good day for us.”',
      ['Fraser Oakes MSP: “It is a good day for us.”']
    ]
  ])('is the name behind it: %s', (text, expected) => expect(views(text)).toEqual(expected));
});

describe('whom "he" and "she" mean', () => {
  it('is the man who spoke last, not the woman before him', () => {
    const text =
      "Susan Kemp, who runs the mill, said: “The dam held.”\n\nThe union's leader, Peter Holt, said it had not. “We saw the water,” he said.";
    expect(views(text).at(-1)).toBe('Peter Holt: “We saw the water,”');
  });

  it('is whoever spoke in the sentence before under one name', () => {
    const text =
      '“The count is right,” said Susan Kemp, who runs the office.\n\nHarkin said he would sue. He alleged that votes were lost.';
    expect(views(text).at(-1)).toBe('Harkin: that votes were lost.');
  });

  it('stays the woman named last where a firm of one name has spoken since', () => {
    const text = 'Susan Kemp runs the mill. Norrlink said the dam was safe. She said the dam was old.';
    expect(views(text).at(-1)).toBe('Susan Kemp: the dam was old.');
  });
});

describe('pronouns inside a quotation', () => {
  it('never mean who speaks it', () => {
    const text =
      'Martin Keane rows. “My father was stubborn. He said the bridge would fall,” Martin Keane said.';
    expect(views(text).at(-1)).toContain('My father: the bridge would fall');
  });
});

describe('relatives by their noun', () => {
  it('are whom "she" means', () => {
    const text =
      'Martin Keane rows every day. His daughter Aoife, who works for a bank, lives in Cork. “He is too old for it now,” she says.';
    expect(views(text).at(-1)).toBe('His daughter Aoife: “He is too old for it now,”');
  });
});

describe('somebody’s wife', () => {
  it('is whom "she" means, not whom "he" means', () => {
    const text = "Ann Kemp ran the mill. Mr Dutton's wife, Ellen, slept. “They will try again,” she said.";
    expect(views(text).at(-1)).toMatch(/^Mr Dutton's wife/);
  });
});

describe('bodies with names like people’s', () => {
  it('are what "it" means, not whom "he" means', () => {
    const text = 'A strike ended on Monday. Vale Transit had lost money. It said the drivers would be back.';
    expect(views(text).at(-1)).toBe('Vale Transit: the drivers would be back.');
  });
});

describe('who stands before a colon', () => {
  it('speaks behind it', () => {
    const text = 'Our reporter Sana Iqbal is in Calder: “The water has come up a foot in an hour.”';
    expect(views(text)).toEqual(['Our reporter Sana Iqbal: “The water has come up a foot in an hour.”']);
  });
});

describe('who acts behind a quotation', () => {
  it('has said it, whatever the verb', () => {
    expect(views('“They stole the mill,” Harkin raged to his followers.')).toEqual([
      'Harkin: “They stole the mill,”'
    ]);
  });
});

describe('clauses and participles about who speaks', () => {
  it.each([
    ['A man who saw the flood told reporters that the dam broke.', ['A man: that the dam broke.']],
    ['A woman who lives nearby told police she heard a bang.', ['A woman: she heard a bang.']],
    ['Papers seen by the Courier suggest the dam was old.', ['Papers seen by the Courier: the dam was old.']],
    [
      'The dam was known to be weak, records kept by the mill show.',
      ['records kept by the mill: The dam was known to be weak,']
    ],
    [
      'The unions, who met on Monday, claim their pay fell by a fifth.',
      ['The unions: their pay fell by a fifth.']
    ],
    [
      'Roe was accused on Friday of misleading the court.',
      ['-: Roe was accused on Friday of misleading the court.']
    ],
    ['In April inspectors said the kitchen was dirty.', ['inspectors: the kitchen was dirty.']],
    ['In 2019 police said the road was closed.', ['police: the road was closed.']],
    ['The union fears that the cuts will hurt.', ['The union: that the cuts will hurt.']],
    ['14:52 Trains have been cancelled, Northern Line says.', ['Northern Line: Trains have been cancelled,']],
    [
      'Detectives investigating the theft of a painting by Joan Eardley believe it is in Leeds.',
      ['Detectives investigating the theft of a painting by Joan Eardley: it is in Leeds.']
    ],
    [
      'The mill lost two million, according to accounts filed in Bergen.',
      ['accounts filed in Bergen: The mill lost two million,']
    ]
  ])('belong to the speaker: %s', (text, expected) => expect(views(text)).toEqual(expected));
});

describe('a stand on something', () => {
  it('ends where the writer tells what went on meanwhile', () => {
    expect(views('Harkin slammed the recount as his rival Susan Kemp took office.')).toEqual([
      'Harkin: the recount'
    ]);
  });
});

describe('what nobody is said to have said', () => {
  it.each(['The bridge is expected to open in June.', 'According to our information, the gate was shut.'])(
    "is the writer's: %s",
    (text) => expect(views(text)).toEqual([])
  );

  it('is still a view where somebody is named for it', () => {
    expect(views('The captain is expected to resign, aides said.')).toEqual([
      'aides: The captain is expected to resign,'
    ]);
    expect(views('The driver is believed to have fled.')).toHaveLength(1);
  });

  it("is the writer's remark behind a wish", () => {
    expect(
      views('Harkin wants to freeze fares for a year, a reckless giveaway that would cost millions.')
    ).toEqual(['Harkin: to freeze fares for a year,']);
    expect(views('Harkin wants to buy a boat, a net and a hut.')).toEqual([
      'Harkin: to buy a boat, a net and a hut.'
    ]);
  });
});
