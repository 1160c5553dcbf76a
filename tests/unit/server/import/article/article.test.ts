import { describe, expect, test } from 'vitest';
import { extractArticle } from '$lib/server/import/article';
import { pageSize } from '$lib/server/import/article/page-size';
import { publishedDay } from '$lib/server/import/article/published-day';
import { composeText } from '$lib/server/import/blocks';

const LONG = [
  'The new bridge over the harbour opened on Monday, and thousands of people walked across it on the first day.',
  'The city paid 30 million pounds for it, said the mayor, who called the price high but fair for what it brings.',
  'Ferries will stop in June, according to the harbour office, which has offered new work to all of the crews.',
  'Critics say that the crews were never asked, and that the money should have gone to the schools of the town.'
];
const paragraphs = LONG.map((text) => `<p>${text}</p>`);

function article(inside: string, { head = '', around = '' } = {}): string {
  return `<!doctype html><html lang="en"><head>${head}</head><body>${around}<main><article>${inside}</article></main></body></html>`;
}

function read(html: string, address: string | null = null) {
  const { blocks, metadata, found } = extractArticle(html, address);
  const reasons = new Map(blocks.filter(({ kept }) => !kept).map(({ text, reason }) => [text, reason]));
  return { text: composeText(blocks).text, reasons, metadata, found };
}

describe('what a page puts around and between the paragraphs is left out, with the reason', () => {
  const body = (between: string) =>
    article(`${paragraphs[0]}${paragraphs[1]}${between}${paragraphs[2]}${paragraphs[3]}`);
  test.each<[string, string, string, string]>([
    [
      'a caption',
      '<figure><img src="a.jpg"><figcaption>The bridge at dawn.</figcaption></figure>',
      'The bridge at dawn.',
      'caption'
    ],
    [
      'words beside a picture',
      '<div class="x1"><img src="a.jpg"><div>The bridge seen from the town hall</div></div>',
      'The bridge seen from the town hall',
      'caption'
    ],
    [
      'a photo credit',
      '<p>The mayor on the bridge (Image: TOWN PRESS)</p>',
      'The mayor on the bridge (Image: TOWN PRESS)',
      'caption'
    ],
    [
      'a pointer to another page',
      '<p><a href="/a">Ten bridges you must see before they fall</a></p>',
      'Ten bridges you must see before they fall',
      'related'
    ],
    [
      'a pointer with a lead',
      '<p>Read more: <a href="/a">Ten bridges you must see</a></p>',
      'Read more: Ten bridges you must see',
      'related'
    ],
    [
      'a list of pointers under its label',
      '<h4>More:</h4><ul><li><a href="/a">Ten bridges to see</a></li><li><a href="/b">Ferries of the past</a></li></ul>',
      'More:',
      'related'
    ],
    [
      'an appeal to subscribe',
      '<div class="newsletter-signup"><p>Get the news every morning.</p></div>',
      'Get the news every morning.',
      'promotion'
    ],
    ['an advertisement’s label', '<div>Advertisement</div>', 'Advertisement', 'page-chrome'],
    [
      'share buttons',
      '<div class="social-share"><span>Share on everything</span></div>',
      'Share on everything',
      'page-chrome'
    ],
    [
      'a comment form',
      '<section id="comments"><p>What do you think of it?</p></section>',
      'What do you think of it?',
      'comments'
    ],
    [
      'hidden text',
      '<p style="display: none">Only for machines, this sentence is.</p>',
      'Only for machines, this sentence is.',
      'hidden'
    ],
    [
      'who reported it',
      '<p>Reporting by Anna Brown and Carl Reed, with help from the harbour desk of this paper</p>',
      'Reporting by Anna Brown and Carl Reed, with help from the harbour desk of this paper',
      'byline'
    ]
  ])('%s', (_name, between, cut, reason) => {
    const { text, reasons } = read(body(between));
    expect(text).toBe(LONG.join('\n\n'));
    expect(reasons.get(cut)).toBe(reason);
  });

  test('headline, navigation and footer', () => {
    const around = '<header><nav><a href="/">Home</a><a href="/s">Sport</a></nav></header>';
    const page = article(`<h1>Bridge opens</h1>${paragraphs.join('')}`, { around }).replace(
      '</main>',
      '</main><footer><p>All rights reserved by the Harbour News.</p></footer>'
    );
    const { text, reasons } = read(page);
    expect(text).toBe(LONG.join('\n\n'));
    expect(reasons.get('Bridge opens')).toBe('title');
    expect([...reasons.values()].every((reason) => reason !== null)).toBe(true);
  });
});

describe('what belongs to the article stays', () => {
  test.each([
    [
      'a list',
      '<ul><li>30 million pounds</li><li>four years of work</li></ul>',
      '30 million pounds\nfour years of work'
    ],
    ['a heading', '<h2>What comes next</h2>', 'What comes next'],
    [
      'a quotation',
      '<blockquote><p>We will not be moved, said the oldest captain.</p></blockquote>',
      'We will not be moved, said the oldest captain.'
    ],
    [
      'a table, a row a line',
      '<table><tr><td>Year</td><td>Boats</td></tr><tr><td>1990</td><td>12</td></tr></table>',
      'Year Boats\n1990 12'
    ],
    [
      'a link within a sentence',
      '<p>The plan, <a href="/a">published in May</a>, had said so all along.</p>',
      'The plan, published in May, had said so all along.'
    ]
  ])('%s', (_name, inside, kept) => {
    const { text } = read(
      article(`${paragraphs[0]}${paragraphs[1]}${inside}${paragraphs[2]}${paragraphs[3]}`)
    );
    expect(text).toBe(
      [LONG[0], LONG[1], kept, LONG[2], LONG[3]]
        .join('\n\n')
        .replace(/(1990 12|four years of work)\n\n/, '$1\n')
    );
  });

  test('an article whose class is called like an advertisement', () => {
    const { text } = read(
      article(paragraphs.join('')).replace('<article>', '<article class="promo related ad">')
    );
    expect(text).toBe(LONG.join('\n\n'));
  });
});

test('a page without an article keeps what it shows, and says so', () => {
  const { text, found } = read('<html><body><p>Closed.</p></body></html>');
  expect([text, found]).toEqual(['Closed.', false]);
});

test.each([
  '',
  'hello',
  '<',
  '<p',
  '<html>',
  '<p>a<p>b',
  '\0<b>x',
  '<!--',
  '<script>',
  '</html></html>',
  '<svg><p>x'
])('%j does not throw', (html) => expect(() => read(html)).not.toThrow());

describe('what a page says about itself', () => {
  const linked = (thing: unknown) =>
    article(paragraphs.join(''), {
      head: `<script type="application/ld+json">${JSON.stringify(thing)}</script>`
    });

  test('in JSON-LD, also where its parts only point to one another', () => {
    const { metadata } = read(
      linked({
        '@graph': [
          { '@type': 'WebPage', name: 'Site' },
          { '@type': 'Person', '@id': '#anna', name: 'Anna Brown' },
          {
            '@type': ['NewsArticle'],
            headline: 'Bridge &amp; town',
            author: [{ '@id': '#anna' }, { name: 'Carl Reed' }],
            publisher: { name: 'Harbour News' },
            datePublished: '2024-03-05T23:30:00-05:00',
            inLanguage: 'en_GB'
          }
        ]
      })
    );
    expect(metadata).toMatchObject({
      title: 'Bridge & town',
      author: 'Anna Brown, Carl Reed',
      publisher: 'Harbour News',
      published: '2024-03-05',
      language: 'en'
    });
  });

  test('in meta elements, with its address made whole', () => {
    const head =
      '<meta property="og:title" content="Bridge opens"><meta name="author" content="By Anna Brown"><meta property="og:site_name" content="Harbour News"><meta property="article:published_time" content="2024-03-05"><link rel="canonical" href="/story">';
    expect(read(article(paragraphs.join(''), { head }), 'https://news.test/x?a=1').metadata).toEqual({
      title: 'Bridge opens',
      author: 'Anna Brown',
      publisher: 'Harbour News',
      published: '2024-03-05',
      canonical: 'https://news.test/story',
      language: 'en'
    });
  });

  test('is null where it says nothing, or something that cannot be', () => {
    const head =
      '<meta name="author" content="https://facebook.com/anna"><link rel="canonical" href="javascript:alert(1)"><script type="application/ld+json">{broken</script>';
    expect(read(article(paragraphs.join(''), { head }).replace(' lang="en"', '')).metadata).toEqual({
      title: null,
      author: null,
      publisher: null,
      published: null,
      canonical: null,
      language: null
    });
  });
});

test.each([
  ['2024-03-05T10:00:00Z', '2024-03-05'],
  ['2024-3-5', '2024-03-05'],
  ['20240305T1000', '2024-03-05'],
  ['Tue, 05 Mar 2024 10:00:00 GMT', '2024-03-05'],
  ['March 5, 2024, 10:00 am', '2024-03-05'],
  ['5th March 2024', '2024-03-05'],
  ['05.03.2024', '2024-03-05'],
  ['5.3.2024 10:00', '2024-03-05'],
  ['25/03/2024', '2024-03-25'],
  ['03-25-2024', '2024-03-25'],
  ['03/03/2024', '2024-03-03'],
  ['03/04/2024', null],
  ['30/02/2024', null],
  ['2024-02-30', null],
  ['yesterday', null],
  [null, null]
])('the day of %j is %j', (text, day) => expect(publishedDay(text)).toBe(day));

test('a page is measured without being parsed; scripts and comments do not count', () => {
  expect(
    pageSize('<div><p>a<p>b<br></div><!-- <div><div> --><script>"<div><div>"</script><div></div>')
  ).toEqual({
    elements: 6,
    depth: 1,
    pieces: 0,
    attributes: 0
  });
  expect(pageSize('<div><DIV><span>').depth).toBe(3);
  // A tag ends where its quotes say, and a sign that begins no tag is a piece of text as an entity is.
  expect(pageSize('<a x=">" y=1 z><b>1 < 2 &amp; 3')).toMatchObject({
    elements: 2,
    pieces: 2,
    attributes: 3
  });
});
