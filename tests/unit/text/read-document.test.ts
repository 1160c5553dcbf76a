import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { knowledge } from '$lib/lexicons/generated';
import { quoteOf, type Document } from '$lib/text/document';
import { readDocument } from '$lib/text/read-document';

const read = (text: string): Document => readDocument(text, knowledge);
const sentencesOf = (text: string): string[] => {
  const document = read(text);
  return document.sentences.map((sentence) => quoteOf(document, sentence));
};
const headingsOf = (document: Document): string[] =>
  document.headings.map((heading) => quoteOf(document, heading));
const excludedOf = (document: Document): [string, string][] =>
  document.excluded.map((span) => [span.reason, quoteOf(document, span)]);
const codesOf = (document: Document): string[] => document.notices.map(({ code }) => code);

describe('sentences', () => {
  it.each([
    ['The U.S. and the U.S.S.R. met. Gen. Smith left.', 2],
    ['She works at the Dept. of State in St. Petersburg.', 1],
    ['George H. W. Bush met J. K. Rowling, e.g. on Jan. 5, for talks.', 1],
    ['He lives in the U.S. He likes it.', 2],
    ['The U.S. Congress met at 5 p.m. Monday in Washington.', 1],
    ['They came at 5 p.m. Smith left.', 2],
    ['He said no. Then he left. It is No. 5 on the list.', 3],
    ['Acme Inc. sold the mill. Acme Inc. The mill burned.', 3],
    ['The firm paid $3.5bn for 3.5 per cent of it.', 1],
    ['“It is over.” They left. (It rained.) It stopped.', 4],
    ['“Why?” Mr. Smith asked. "Really!?" he said.', 2],
    ['She left... Then he came. Well… maybe not.', 3],
    ['He waited . . . and then he left.', 1],
    ['It stopped.[12] The rest went on.', 2],
    ['It cost 5 million.The rest went on.', 2],
    ['Prices rose vs. last year, approx. five per cent.', 1],
    ['The post-Sept. 11 law passed. Plan B. But why?', 3]
  ])('%s', (text, count) => {
    expect(sentencesOf(text)).toHaveLength(count);
  });

  it('keeps closing quotation marks with the words they close', () => {
    expect(sentencesOf('“Who knows?” “I do.” She left.')).toEqual(['“Who knows?”', '“I do.”', 'She left.']);
  });

  it('never makes a sentence of a list number', () => {
    expect(sentencesOf('1. Eat well. 2. Sleep well.')).toEqual(['Eat well.', '2. Sleep well.']);
  });

  it('does not run a heading into the sentence below it', () => {
    const document = read('A start was made there.\nThe Ukraine Factor\nRussia grew worried about it.');
    expect(headingsOf(document)).toEqual(['The Ukraine Factor']);
    expect(document.sentences.map((sentence) => quoteOf(document, sentence))).toEqual([
      'A start was made there.',
      'Russia grew worried about it.'
    ]);
  });
});

describe('tokens', () => {
  it('cuts contractions and keeps curly apostrophes in the text, not in the normal form', () => {
    const { tokens } = read('She didn’t, I’m told, and cannot.');
    expect(tokens.map(({ text }) => text)).toEqual([
      'She',
      'did',
      'n’t',
      ',',
      'I',
      '’m',
      'told',
      ',',
      'and',
      'can',
      'not',
      '.'
    ]);
    expect(tokens.map(({ normal }) => normal)).toContain("n't");
    expect(tokens.filter(({ lemma }) => lemma === 'not')).toHaveLength(2);
  });

  it('reads contractions that lack their mark as the same words', () => {
    const { tokens } = readDocument('They dont say why they havent paid.', knowledge);
    expect(tokens.filter(({ normal }) => normal === "n't").map(({ text }) => text)).toEqual(['nt', 'nt']);
  });

  it('counts words as a reader does', () => {
    expect(read('She didn’t go, he’s told — 30 times.').words).toBe(7);
  });

  it('does not let an em dash glue two words', () => {
    expect(read('It invoked Article 5—a pledge—twice.').tokens.map(({ text }) => text)).toEqual([
      'It',
      'invoked',
      'Article',
      '5',
      '—',
      'a',
      'pledge',
      '—',
      'twice',
      '.'
    ]);
  });

  it('survives words that are names of object properties', () => {
    const { tokens } = read('The constructor saw __proto__ and toString there.');
    expect(tokens.every(({ lemma }) => typeof lemma === 'string')).toBe(true);
  });

  it('does not take a sentence’s capital for a name', () => {
    const find = (text: string, word: string) => read(text).tokens.find((token) => token.text === word);
    expect(find('Experts say the ice is thin.', 'Experts')).toMatchObject({ pos: 'NOUN', lemma: 'expert' });
    expect(find('Critics claim it failed.', 'claim')).toMatchObject({ pos: 'VERB', lemma: 'claim' });
    expect(find('It built bases which NATO claims are defensive.', 'claims')).toMatchObject({ pos: 'VERB' });
    expect(find('The claims that were made failed.', 'claims')).toMatchObject({ pos: 'NOUN' });
    expect(find('Gates left. They saw Gates go.', 'Gates')).toMatchObject({ pos: 'PROPN' });
  });
});

describe('blocks', () => {
  it('takes a text of one line for a paragraph, whatever it looks like', () => {
    for (const line of ['By Anna Brown', '1. The Way Ahead', 'NATO expands', 'Sign in to comment']) {
      const { blocks, excluded, sentences } = read(line);
      expect([blocks.length, excluded.length, sentences.length]).toEqual([1, 0, 1]);
      expect(blocks[0]!.kind).not.toBe('heading');
    }
  });

  it('joins lines that were wrapped by a column', () => {
    const text = [
      'The council met on Monday and spoke about the roads of the town, which had',
      'been closed since the flood. Nobody from the county came to the meeting. Mr.',
      'Reed said that the work would be done before the winter, and that it would',
      'not cost the town anything.',
      '',
      'The next meeting is in May. Until then the bridge by the mill stays closed,',
      'as it has been for a year, and the school bus takes the long way round.'
    ].join('\n');
    const document = read(text);
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph']);
    expect(document.sentences).toHaveLength(5);
    expect(quoteOf(document, document.sentences[1]!)).toContain('Nobody');
  });

  it('keeps paragraphs apart that stand on lines of their own', () => {
    const paragraph =
      'The council met on Monday and spoke about the roads, which had been closed since the flood of last year. '
        .repeat(3)
        .trim();
    expect(read([paragraph, paragraph, paragraph].join('\n')).blocks).toHaveLength(3);
  });

  it('knows headings by number, by Markdown and by standing alone', () => {
    const body = 'The council met on Monday and spoke about the roads of the town.';
    const document = read(
      [
        'The Roads',
        '',
        body,
        '',
        '3. The Ukraine Factor and its Influence',
        body,
        '',
        '## What next',
        '',
        body,
        '',
        '**Cost**',
        '',
        body,
        '',
        'What was decided?',
        '',
        body
      ].join('\n')
    );
    expect(headingsOf(document)).toEqual([
      '3. The Ukraine Factor and its Influence',
      'What next',
      '**Cost**',
      'What was decided?'
    ]);
    expect(excludedOf(document)).toEqual([['title', 'The Roads']]);
  });

  it('reads list items without their marks', () => {
    const document = read(
      'The town needs three things soon.\n\n- a new road\n- a bridge\n\n1. First do this.\n2. Then do that.'
    );
    expect(document.blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'list-item',
      'list-item',
      'list-item',
      'list-item'
    ]);
    expect(document.sentences.map((sentence) => quoteOf(document, sentence)).slice(1)).toEqual([
      'a new road',
      'a bridge',
      'First do this.',
      'Then do that.'
    ]);
  });
});

describe('what is set aside', () => {
  const body = 'The council met on Monday and spoke about the roads of the town. Nobody came.';

  it('goes by the page, not by the words alone', () => {
    const document = read(
      `Roads stay closed\n\nBy Anna Brown\n\nMarch 5, 2020\n\n${body}\n\nPhoto by Carl Reed\n\n${body}\n\nSign in to comment`
    );
    expect(excludedOf(document)).toEqual([
      ['title', 'Roads stay closed'],
      ['byline', 'By Anna Brown'],
      ['date', 'March 5, 2020'],
      ['caption', 'Photo by Carl Reed'],
      ['page-chrome', 'Sign in to comment']
    ]);
    expect(document.sentences).toHaveLength(4);
  });

  it('leaves sentences alone that only begin like page furniture', () => {
    const text = `${body}\n\nBy Monday evening the road was open again.\n\nShare this with your neighbours, the mayor told the paper, and they did.\n\nSign in to comment, the page said; nobody did so for a whole week.`;
    expect(read(text).excluded).toEqual([]);
  });

  it('closes the article at the comments, but not at a heading of the same words on top', () => {
    const long = Array.from({ length: 6 }, () => body).join(' ');
    const below = read(`${long}\n\n${long}\n\nComments (2)\n\nI liked this very much, thank you for it.`);
    expect(excludedOf(below).map(([reason]) => reason)).toEqual(['comments', 'comments']);
    const above = read(`${body}\n\nComments\n\n${long}\n\n${long}`);
    expect(above.sentences.length).toBe(26);
  });

  it('sets aside a repeated title and a signature', () => {
    const document = read(
      `Roads stay closed\n\nBy Anna Brown\n\nRoads stay closed\n\n${body}\n\n${body}\n\nAnna Brown`
    );
    expect(excludedOf(document).map(([reason]) => reason)).toEqual(['title', 'byline', 'title', 'byline']);
  });

  it('does without word lists', () => {
    const document = readDocument('Roads stay closed\n\nBy Anna Brown\n\nMr. Reed left.', {
      hash: 'none',
      lexicons: {}
    });
    expect(document.sentences.length).toBeGreaterThan(0);
  });
});

describe('notices', () => {
  const english =
    'The council met on Monday and spoke about the roads of the town. It was late when they left. ';

  it('tells a text that breaks off', () => {
    const document = read(`${english.repeat(3)}This brings us to the town's **`);
    expect(codesOf(document)).toContain('truncated');
    const notice = document.notices.find(({ code }) => code === 'truncated')!;
    expect(document.text.slice(notice.start, notice.end)).toContain('This brings us');
    expect(codesOf(read(english.repeat(3).trim()))).not.toContain('truncated');
  });

  it.each([
    [
      'French',
      'Le conseil municipal s’est réuni lundi soir pour parler de la fermeture des routes. Personne de la région n’est venu à la réunion, et le maire a dit que les travaux seraient finis avant l’hiver.'
    ],
    [
      'German',
      'Der Stadtrat hat sich am Montag getroffen und über die Straßen gesprochen. Niemand aus dem Kreis war da, und der Bürgermeister sagte, dass die Arbeiten vor dem Winter fertig sind.'
    ],
    [
      'Vietnamese',
      'Hội đồng thành phố đã họp vào thứ hai và nói về những con đường bị đóng cửa từ trận lụt năm ngoái. Không có ai từ tỉnh đến dự cuộc họp này.'
    ],
    [
      'Russian',
      'Городской совет собрался в понедельник и говорил о дорогах, закрытых после наводнения. Никто из области не приехал на встречу.'
    ]
  ])('tells that %s is not English', (_, text) => {
    expect(codesOf(read(text))).toContain('not-english');
  });

  it('does not doubt English, headlines and lists of names included', () => {
    expect(codesOf(read(english.repeat(4)))).toEqual(['short']);
    expect(codesOf(read('Fed raises rates as inflation cools; markets cheer'))).toEqual(['short']);
  });

  it('tells a translation by its credit or by several turns of phrase, and names them', () => {
    const credited = read(`Roads stay closed\n\nTranslated by Anna Brown\n\n${english}`);
    expect(codesOf(credited)).toContain('translated');
    const signs = read(
      `${english}They discussed about peace in the Europe. It was developed by the NATO. Despite of this, the Europe is calm.`
    );
    const notice = signs.notices.find(({ code }) => code === 'translated');
    expect(notice?.message).toContain('may be a translation');
    expect(notice?.message).toContain('“the Europe”');
    const native = read(
      `${english}The NATO summit and the Russia sanctions were the talk of the Europe of those years. The Japan Times wrote of the Canada it knew.`
    );
    expect(codesOf(native)).not.toContain('translated');
  });

  it('says when there is nothing to measure', () => {
    for (const text of ['', ' \n\uFEFF', '— — —', '***'])
      expect(codesOf(read(text))).toContain('no-sentences');
  });
});

describe('the bundled documents', () => {
  const folder = 'corpus/russia-nato/documents/';
  const open = (name: string): Document => read(readFileSync(folder + name, 'utf8'));

  it('000: six headings, nothing set aside', () => {
    const document = open('000_7d14e0dea93e5764.txt');
    expect(headingsOf(document)).toEqual([
      'Historical Precedence',
      'Perceived Encroachment',
      'Security Concerns',
      'Divergent Worldviews',
      'Legacy of Mistrust',
      'Need for a Balance'
    ]);
    expect(document.excluded).toEqual([]);
    expect(document.sentences).toHaveLength(29);
    expect(document.notices).toEqual([]);
  });

  it('001: numbered headings and a dash', () => {
    const document = open('001_d8c9874709a02e27.txt');
    expect(headingsOf(document)).toHaveLength(7);
    expect(headingsOf(document)[2]).toBe('3. The Ukraine Factor and NATO’s Influence');
    expect(excludedOf(document)).toEqual([['page-chrome', '—']]);
    expect(document.sentences).toHaveLength(24);
    expect(document.notices).toEqual([]);
  });

  it('002: title, byline, captions and the foot of the page', () => {
    const document = open('002_e9f3e53a6a316330.txt');
    expect(headingsOf(document)).toEqual([
      'What is NATO and why was it formed?',
      "What is Russia's current conflict with Ukraine and NATO?",
      'What else is Russia worried about?',
      'The role of NATO in the past on the question of Russia and Ukraine',
      "NATO's role in Ukraine",
      "Russia's concern"
    ]);
    const set = excludedOf(document);
    expect(set.slice(0, 8)).toEqual([
      ['page-chrome', 'Geeks logo'],
      ['title', "What Is The Reason For Russia's Enmity With NATO?"],
      ['title', "What is NATO's relationship with Russia?"],
      ['byline', 'By Mehedi Hasan ShawonPublished about a year ago 4 min read'],
      ['title', "What Is The Reason For Russia's Enmity With NATO?"],
      ['caption', 'Photo by Marek Studzinski on Unsplash'],
      ['caption', 'By Edoardo Ceriani on Unsplash'],
      ['page-chrome', 'About the Creator']
    ]);
    expect(set).toHaveLength(23);
    const last = document.sentences[document.sentences.length - 1]!;
    expect(quoteOf(document, last)).toMatch(/^So one of the main conditions .* never join NATO\.$/);
    expect(document.sentences).toHaveLength(64);
    expect(document.notices).toEqual([]);
  });

  it('003: breaks off in the middle of a sentence', () => {
    const document = open('003_f3d9bcbdb68915b2.txt');
    expect(excludedOf(document)).toEqual([
      ['title', 'Putin And NATO: A Complex Relationship'],
      ['byline', 'by Jhon Lennon 39 views']
    ]);
    expect(headingsOf(document)).toHaveLength(3);
    expect(document.sentences).toHaveLength(75);
    expect(codesOf(document)).toEqual(['truncated']);
  });

  it('004: dates, signature, comments and a teaser; reads like a translation', () => {
    const document = open('004_a030eb584eb5d23c.txt');
    expect(excludedOf(document).map(([reason, quote]) => [reason, quote.slice(0, 24)])).toEqual([
      ['date', 'Thursday, April 24, 2025'],
      ['date', 'Thursday, October 17, 20'],
      ['title', 'Stormy relationship betw'],
      ['byline', 'Duc Minh'],
      ['comments', 'Your Comment (0)'],
      ['teaser', 'Great Spring Victory and'],
      ['teaser', '50 years have elapsed, b']
    ]);
    expect(headingsOf(document)).toEqual([
      'Differences hard to resolve between the two sides',
      'Reasons for the “broken” relationship between Russia and NATO',
      'Implications'
    ]);
    expect(document.sentences).toHaveLength(58);
    expect(codesOf(document)).toEqual(['translated']);
  });
});
