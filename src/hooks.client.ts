import type { ClientInit } from '@sveltejs/kit';

/** Frames are held back in a tab that is not looked at; it starts all the same. */
const LONGEST_WAIT = 200;

/** A page is read before it is used: its first picture does not wait for its scripts. */
export const init: ClientInit = () =>
  new Promise((ready) => {
    const timer = setTimeout(ready, LONGEST_WAIT);
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(timer);
        ready();
      })
    );
  });
