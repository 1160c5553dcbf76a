import { describe, expect, it } from 'vitest';
import { knowledge } from '$lib/lexicons/generated';
import { readText } from '$lib/analysis/read';

/** The text with somebody else's words as "[holder: words]", denied ones as "[holder!: …]", hedged as "[holder?: …]". */
function mark(text: string): string {
  const { segments } = readText(text, knowledge);
  return segments
    .map((segment) => {
      const words = text.slice(segment.start, segment.end);
      if (segment.voice === 'author') return words;
      const signs = (segment.polarity === 'deny' ? '!' : '') + (segment.certainty === 'hedged' ? '?' : '');
      return `[${segment.holder ?? '-'}${signs}: ${words}]`;
    })
    .join(' ');
}

describe('whose words', () => {
  it.each([
    // reporting verbs before, after and inside the content
    [
      'Chile argues that the border was drawn by mistake.',
      'Chile argues [Chile: that the border was drawn by mistake.]'
    ],
    [
      'The minister said the road would open in May.',
      'The minister said [The minister: the road would open in May.]'
    ],
    ['The road will open in May, officials say.', '[officials: The road will open in May,] officials say.'],
    [
      'The road, officials said on Monday, would open in May.',
      '[officials: The road,] officials said on Monday, [officials: would open in May.]'
    ],
    ['The bridge is safe, said Ana Rojas.', '[Ana Rojas: The bridge is safe,] said Ana Rojas.'],
    ['Critics claim the count was rushed.', 'Critics claim [Critics: the count was rushed.]'],
    ['She told reporters he had resigned.', 'She told reporters [She: he had resigned.]'],
    // an office with its name between commas; a listener after the verb
    [
      'The delay hurt the firm, its chairman, Ivo Maas, said.',
      '[Ivo Maas: The delay hurt the firm,] its chairman, Ivo Maas, said.'
    ],
    [
      "Managers refused to close the mine, the union's president, Ana Rojas, said.",
      "[Ana Rojas: Managers refused to close the mine,] the union's president, Ana Rojas, said."
    ],
    [
      'The pumps had failed for weeks, a night guard told us.',
      '[a night guard: The pumps had failed for weeks,] a night guard told us.'
    ],
    // what has a figure is a thing on offer; it is no part of who asked for another
    ['The mine offers a reward of 5,000 euros.', 'The mine offers a reward of 5,000 euros.'],
    [
      'The firm had offered 4 percent and the union had demanded 12 percent.',
      'The firm had offered 4 percent and the union had demanded [the union: 12 percent.]'
    ],
    [
      'He was held on Sunday and has been charged with theft.',
      'He was held on Sunday and has been charged with theft.'
    ],
    [
      'The harbour authority now rules out a collision.',
      'The harbour authority now rules out [The harbour authority!: a collision.]'
    ],
    // names that look like verbs, or hold an article
    [
      'Human Rights Watch said the road was mined.',
      'Human Rights Watch said [Human Rights Watch: the road was mined.]'
    ],
    [
      'Save the Children said the road was mined.',
      'Save the Children said [Save the Children: the road was mined.]'
    ],
    [
      'LIMA, May 3 - The mayor said the well is dry.',
      'LIMA, May 3 - The mayor said [The mayor: the well is dry.]'
    ],
    [
      'Peru considered closing the road, but the plan was dropped.',
      'Peru considered [Peru: closing the road,] but the plan was dropped.'
    ],
    [
      'Documents released in 1998 suggest that the road was mined.',
      'Documents released in 1998 suggest [Documents released in 1998: that the road was mined.]'
    ],
    [
      'The road was mined by rebels, who say it is safe.',
      'The road was mined by rebels, who say [rebels: it is safe.]'
    ],
    ['The union today called for a ban.', 'The union today called for [The union: a ban.]'],
    [
      'The mayor said at least 17 people had left.',
      'The mayor said [The mayor: at least 17 people had left.]'
    ],
    // the writer's own
    ['I have no doubt that the well is dry.', 'I have no doubt that the well is dry.'],
    ['In my view, the well is dry.', 'In my view, the well is dry.'],
    ['Let us hope the well is dry.', 'Let us hope the well is dry.'],
    // a verb's form in a phrase of its own
    ['Chile believes that its estimates are fair.', 'Chile believes [Chile: that its estimates are fair.]'],
    // frames
    ['According to the mayor, the well is dry.', 'According to the mayor, [the mayor: the well is dry.]'],
    ["From Peru's perspective, the treaty is void.", "From Peru's perspective, [Peru: the treaty is void.]"],
    ['For Bolivia, the sea is a birthright.', 'For Bolivia, [Bolivia: the sea is a birthright.]'],
    // perception and belief
    ['Peru views the dam as a threat.', 'Peru views [Peru: the dam as a threat.]'],
    ['The dam is seen as a threat by Peru.', '[Peru: The dam is seen as a threat] by Peru.'],
    ['The exercise was deemed provocative by Lima.', '[Lima: The exercise was deemed provocative] by Lima.'],
    ['Chile believes that the river belongs to it.', 'Chile believes [Chile: that the river belongs to it.]'],
    [
      'While Peru sees the port as a gain, Chile sees it as a loss.',
      'While Peru sees [Peru: the port as a gain,] Chile sees [Chile: it as a loss.]'
    ],
    // accusations and denials
    [
      'Bolivia accused Chile of breaking the treaty.',
      'Bolivia accused [Bolivia: Chile of breaking the treaty.]'
    ],
    ['Chile denied that it had moved the border.', 'Chile denied [Chile!: that it had moved the border.]'],
    ['Chile has denied the allegations.', 'Chile has denied [Chile!: the allegations.]'],
    [
      'Lima rejects the claim that it broke the treaty.',
      'Lima rejects [Lima!: the claim that it broke the treaty.]'
    ],
    // nouns
    [
      'The fear that the mine would close kept buyers away.',
      'The fear [-: that the mine would close] kept buyers away.'
    ],
    // hedges are the holder's
    [
      'He argues that the gate could potentially fail.',
      'He argues [He?: that the gate could potentially fail.]'
    ]
  ])('%s', (text, expected) => {
    expect(mark(text)).toBe(expected);
  });

  it.each([
    'The dam was built in 1971 and holds a million tons of water.',
    'Ana Rojas is the mayor of a small town in the south of Chile.',
    'They joined the so-called “Friendship Accord” in 1994.',
    'I think the road is too long.',
    'It is important to note that the country has two capitals.',
    'Bring the claim form to the office on Monday.'
  ])('leaves the author their own words: %s', (text) => {
    const { segments } = readText(text, knowledge);
    expect(segments.map((segment) => segment.voice)).toEqual(segments.map(() => 'author'));
  });
});

describe('quotations', () => {
  it('gives a quotation over several sentences to the speaker named in the middle', () => {
    const text =
      '“The road is closed,” said Ana Rojas. “It will stay closed. We have no money.” The road is long.';
    const { segments } = readText(text, knowledge);
    const own = segments
      .filter((segment) => segment.voice === 'author')
      .map((s) => text.slice(s.start, s.end));
    expect(own).toEqual(['said Ana Rojas.', 'The road is long.']);
    expect(new Set(segments.filter((s) => s.quoted).map((s) => s.holder))).toEqual(new Set(['Ana Rojas']));
  });

  it('follows speech over paragraphs that each open with a mark', () => {
    const text =
      'Ana Rojas said, “The road is closed. It was never safe.\n\n“Nobody should use it.”\n\nThe road is forty miles long and runs south.';
    const { segments } = readText(text, knowledge);
    const own = segments
      .filter((segment) => segment.voice === 'author')
      .map((s) => text.slice(s.start, s.end));
    expect(own).toEqual(['Ana Rojas said,', 'The road is forty miles long and runs south.']);
  });

  it('takes scare quotes for the author’s own distance', () => {
    const text = 'The two sides made “goodwill” moves and the talks were “frozen” for a year.';
    expect(readText(text, knowledge).segments.map((segment) => segment.voice)).toEqual(['author']);
  });

  it('reads doubled single marks as quotation marks', () => {
    const text = "''The road is closed and will stay closed,'' Ana Rojas said.";
    const first = readText(text, knowledge).segments[0]!;
    expect([first.voice, first.holder, first.quoted]).toEqual(['attributed', 'Ana Rojas', true]);
  });
});

describe('holders', () => {
  it('resolves pronouns to the nearest fitting name', () => {
    const text = 'President Ana Rojas came to Lima. She said the treaty was dead.';
    const holders = readText(text, knowledge).segments.map((segment) => segment.holder);
    expect(holders.at(-1)).toContain('Ana Rojas');
  });

  it('keeps an organisation for "it"', () => {
    const text = 'The company has denied the allegations. It says the water is clean.';
    expect(readText(text, knowledge).segments.at(-1)!.holder).toBe('The company');
  });

  it('keeps unnamed holders as they are named', () => {
    expect(mark('Experts believe the ice is thin.')).toBe('Experts believe [Experts: the ice is thin.]');
  });

  it('keeps hearsay as it is worded', () => {
    expect(mark('It is said that the mine will close.')).toBe(
      'It is said [It is said: that the mine will close.]'
    );
    expect(mark('The guard reportedly slept.')).toBe('[-: The guard reportedly slept.]');
  });

  it('keeps nested holders apart', () => {
    const text = 'Experts believe that Chile and Peru fear that Bolivia will leave.';
    const { segments } = readText(text, knowledge);
    expect(segments.filter((s) => s.voice === 'attributed').map((s) => s.holder)).toEqual([
      'Experts',
      'Chile and Peru'
    ]);
  });

  it('points at the words that named holder and cue', () => {
    const text = 'Chile argues that the border was drawn by mistake.';
    const { holderSpan, cueSpan } = readText(text, knowledge).segments.at(-1)!;
    expect(text.slice(holderSpan!.start, holderSpan!.end)).toBe('Chile');
    expect(text.slice(cueSpan!.start, cueSpan!.end)).toBe('argues');
  });
});

describe('transcripts', () => {
  it('gives labelled paragraphs to their labels', () => {
    const text =
      'ROJAS: I went home and waited. Nobody called us that day.\n\nPAZ: The road was closed by the town on the day of the storm.\n\nROJAS: I wrote a letter to the mayor. She never sent me an answer.';
    const said = readText(text, knowledge).segments.filter((segment) => segment.voice === 'attributed');
    expect(said.map((segment) => segment.holder)).toEqual(['ROJAS', 'ROJAS', 'PAZ', 'ROJAS', 'ROJAS']);
  });
});
