/** Signs of commitment from the words that an event hangs on, up to three of them. */
import { negativeBefore } from './commitment-negatives';
import { governorOf } from './commitment-governors';
import { classAt, kindOf, plain, wordAt, type Site } from './commitment-site';

/** How many governors are followed upwards, and how each is called. */
const LEVELS = ['first', 'second', 'third'] as const;
const COUNTS = ['none', 'one', 'two'] as const;
const count = (value: number): string => COUNTS[Math.min(value, 2)]!;

/** What the event hangs on, how, and how many of these words are negated, modal or infinitive. */
export function governorSigns(site: Site): void {
  const { map, at, from, end, own, kind, put } = site;
  let denied = (own?.negated ? 1 : 0) + (site.negativeSubject === '' ? 0 : 1) + (site.none ? 1 : 0);
  let classes = '';
  let modals = own && own.modal !== null ? 1 : 0;
  let infinitives = own?.infinitive ? 1 : 0;
  let here = at;
  for (const level of LEVELS) {
    const governor = governorOf(map, here, from, end);
    if (!governor) {
      put('root', level);
      break;
    }
    const { relation } = governor;
    put('relation', level, relation);
    if (level === 'first') put('kind-relation', kind, relation);
    if (level === 'first' && site.none && governor.at >= 0)
      put('none-of-it', relation, wordAt(map, governor.at));
    if (governor.joint !== '') {
      const joint = plain(governor.joint);
      put('joint', level, joint);
      put('joint-any', joint);
      put('joint-relation', relation, joint);
    }
    if (governor.at < 0 || governor.at === here) break;
    here = governor.at;
    const group = map.groups[map.groupAt[here]!];
    const negative = group ? negativeBefore(map, site.negatives, here, from) : '';
    const upKind = kindOf(map, here);
    const name = classAt(site, here);
    classes += name === '' ? '-any' : `-${name}`;
    if (level === 'second') put(`classes${classes}`);
    if (level === 'first' && name !== '') put('class-path', kind, name, relation, upKind);
    if (level !== 'third') put('governor', level, wordAt(map, here));
    put('governor-kind', level, upKind);
    governorClassSigns(
      site,
      here,
      level,
      [relation, plain(governor.joint)],
      group?.negated === true || negative !== ''
    );
    if (negative !== '') {
      denied++;
      put('governor-negative', level, negative);
      put('governor-negative-any', relation);
    }
    if (!group) continue;
    if (group.modal !== null) {
      const modal = plain(group.modal);
      modals++;
      put('governor-modal', level, modal);
      put('governor-modal-any', modal);
      if (level === 'first') put('relation-modal', relation, modal);
    }
    if (group.negated) {
      denied++;
      put('governor-not', level);
      put('governor-not-relation', relation);
      put('governor-not-lemma', wordAt(map, here));
    }
    if (group.infinitive) {
      infinitives++;
      put('governor-infinitive', level, relation);
    }
  }
  put('denied', count(denied));
  put('modals', count(modals));
  put('infinitives', count(infinitives));
}

function governorClassSigns(
  site: Site,
  at: number,
  level: string,
  [relation, joint]: readonly [string, string],
  denied: boolean
): void {
  const { put } = site;
  const name = classAt(site, at);
  if (name === '') return;
  put('governor-class-any', name);
  put('governor-class', level, name);
  put('governor-class-relation', name, relation);
  if (level !== 'first') return;
  put('governor-class-own', name, site.kind);
  put('governor-class', denied ? 'denied' : 'affirmed', name);
  if (joint !== 'mark') put('governor-class-joint', name, joint);
}
