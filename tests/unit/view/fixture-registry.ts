import type { RegistryClaim } from '$lib/view/registry';

/** An entry of a registry with every field filled in. */
export const CLAIM: RegistryClaim = {
  id: 'sold',
  statement: 'The council sold the harbour.',
  counterStatement: null,
  whyContested: 'One text says so, another denies it.',
  positions: [
    { view: 'It was sold.', references: ['A. Writer, The Quay (2011)', 'Another (2012)'] },
    { view: 'It was leased.', references: [] }
  ],
  cues: [['sell', 'sale'], ['harbour']],
  denials: [['lease']],
  aliases: [['harbour', 'old quay']],
  years: [2011, 2012],
  credits: ['The council']
};
