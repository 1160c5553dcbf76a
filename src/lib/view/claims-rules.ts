/** What the rules that find a conflict ask for, in words a reader can check against the two spans. */

const RULES: Readonly<Record<string, string>> = {
  'claims/negation': 'Both tell of the same thing, and one of the two says it is not so.',
  'claims/opposite': 'Both tell the same story and end it with opposite words.',
  'claims/other-agent':
    'The same deed is told of different doers, and neither statement names the other one’s.',
  'claims/other-members':
    'Both tell who belonged to the same organisation at its start: one leaves no room for members from elsewhere, the other names one.',
  'claims/other-count':
    'Both put a figure to the same thing, of the same time as far as is said, and the figures differ.',
  'claims/count-at-another-time':
    'Both put a figure to the same thing and the figures differ, but the statements name different times or leave the time open.',
  'claims/figures-of-other-things':
    'The figures differ, and the statements have too little in common to speak of the same thing.',
  'claims/other-year': 'The same deed is put in different years.',
  'claims/other-day': 'The same deed is put on different days or in different months.'
};

/** A rule in one sentence; null for a rule that has no words here, which is then shown by its id alone. */
export function conflictRuleWords(rule: string): string | null {
  return RULES[rule] ?? null;
}
