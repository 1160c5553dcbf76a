/** English verb inflection: which forms a verb has, and what a form can be. Closed-class grammar, hence code. */

import { bytePerType } from '$lib/text/type-codes';

/** What an inflected form can be; a form may be several at once ("claimed" is past and participle). */
export const FORM = { base: 1, third: 2, past: 4, participle: 8, ing: 16 } as const;

/** base, past, participle; the past stands for the participle where that is missing. */
const IRREGULAR = `
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|begin began begun
bend bent|bet bet|bid bid|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred
bring brought|build built|burst burst|buy bought|cast cast|catch caught|choose chose chosen|cling clung
come came come|cost cost|creep crept|cut cut|deal dealt|dig dug|draw drew drawn|drink drank drunk
drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled
fly flew flown|forbid forbade forbidden|forecast forecast|foresee foresaw foreseen|forget forgot forgotten
forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone|grow grew grown
hang hung|hear heard|hide hid hidden|hit hit|hold held|hurt hurt|keep kept|know knew known|lay laid|lead led
leave left|lend lent|let let|lie lay lain|lose lost|make made|mean meant|meet met|mislead misled|mistake mistook mistaken
overcome overcame overcome|override overrode overridden|overthrow overthrew overthrown|pay paid|plead pled|put put|quit quit|read read
retell retold|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said|see saw seen|seek sought
sell sold|send sent|set set|shake shook shaken|shed shed|shine shone|shoot shot|show showed shown|shrink shrank shrunk
shut shut|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|spend spent|spin spun
split split|spread spread|spring sprang sprung|stand stood|steal stole stolen|stick stuck|strike struck
strive strove striven|swear swore sworn|sweep swept|swim swam swum|swing swung|take took taken|teach taught
tear tore torn|tell told|think thought|throw threw thrown|undergo underwent undergone
understand understood|undertake undertook undertaken|undo undid undone|uphold upheld|upset upset|wake woke woken
wear wore worn|weep wept|win won|wind wound|withdraw withdrew withdrawn|withhold withheld|withstand withstood
write wrote written|rewrite rewrote rewritten`;

const irregular = new Map<string, readonly [string, string]>();
const irregularForms = new Map<string, number>();
for (const entry of IRREGULAR.trim().split(/[|\n]/)) {
  const [base, past, participle = past] = entry.split(' ') as [string, string, string?];
  irregular.set(base, [past, participle]);
  for (const [form, bit] of [
    [past, FORM.past],
    [participle, FORM.participle]
  ] as const) {
    irregularForms.set(form, (irregularForms.get(form) ?? 0) | bit);
  }
  if (past === base || participle === base) irregularForms.set(base, irregularForms.get(base)! | FORM.base);
}

const DOUBLED =
  /^(?:(?:[^aeiou]*[aeiou])(?:[bdgmnpt])|[^aeiou]*qui[pz]|admit|commit|emit|forget|begin|refer|infer|rebut|submit|permit|compel|rebel|propel|control|concur|regret|upset)$/;

/** All inflected forms of a verb, the base first. */
export function inflect(base: string): string[] {
  const third = /(?:[sxz]|ch|sh|[^aeiou]o)$/.test(base)
    ? `${base}es`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`;
  const stem = DOUBLED.test(base) ? base + base.at(-1) : base;
  const ing = /[^eo]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${stem}ing`;
  const known = irregular.get(base);
  if (known) return [base, third, known[0], known[1], ing];
  const past = base.endsWith('e')
    ? `${base}d`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ied`
      : `${stem}ed`;
  const forms = [base, third, past, past, ing];
  // British spelling: "labelled", "signalling".
  if (/[aeiou]l$/.test(base)) forms.push(`${base}led`, `${base}ling`);
  return forms;
}

/** What a word taken as a verb can be. */
export function formOf(normal: string, lemma: string): number {
  const known = irregularForms.get(normal);
  if (known !== undefined) return known;
  if (normal.length > 4 && normal.endsWith('ing') && lemma !== normal) return FORM.ing;
  if (normal.length > 3 && normal.endsWith('ed')) return FORM.past | FORM.participle;
  if (normal.endsWith('s') && lemma !== normal) return FORM.third;
  if (normal.length > 5 && normal.endsWith('ing')) return FORM.ing;
  return FORM.base;
}

/** What a token's word can be, taken as a verb. */
export const verbForm = bytePerType(({ normal, lemma }) => formOf(normal, lemma));
