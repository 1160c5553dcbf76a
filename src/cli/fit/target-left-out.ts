/**
 * Words that may not weigh in the sentiment aimed at a target: they say who is spoken of, not what is said. Names are
 * not read as features at all; these are the common words for peoples, parties, faiths, offices and groups, and words
 * that stand for one story of the news the weights are fitted on.
 */
export const LEFT_OUT: ReadonlySet<string> = new Set(
  [
    // Parties and camps.
    'conservative conservatives democrat democratic democrats gop labour left leftist leftists liberal',
    'liberals libertarian nationalist nationalists populist progressive progressives republican',
    'republicans rightist socialist socialists communist communists tory tories left-wing right-wing alt-right',
    'far-right far-left centrist centrists',
    // Faiths.
    'atheist buddhist catholic catholics christian christians church evangelical evangelicals hindu imam islam islamic',
    'islamist islamists jew jewish jews mosque mormon muslim muslims protestant protestants rabbi religious sikh sunni',
    'shia shiite synagogue zionist',
    // Peoples and groups of people.
    'african african-american aboriginal arab arabs asian asians black blacks ethnic foreigner',
    'foreigners gay gays hispanic hispanics homosexual immigrant immigrants immigration indigenous latina latino',
    'latinos lesbian lgbt lgbtq migrant migrants minority minorities natives queer racial refugee',
    'refugees trans transgender undocumented white whites disabled elderly teenager teenagers youth',
    // Persons of one sex or family.
    'actress aunt bride businessman businesswoman chairman chairwoman congressman congresswoman dad daughters feminine',
    'feminist feminists gentlemen girls grandfather grandmother husbands ladies lady masculine maternal',
    'mothers nephew niece pregnant sisters sons spokesman spokeswoman uncle widow wives boys brothers',
    // Offices and bodies.
    'administration ambassador cabinet chancellor congress congressional council',
    'governor governors lawmaker lawmakers mayor minister ministers ministry parliament premier',
    'presidency president presidential presidents prosecutor prosecutors secretary senate senator senators sheriff',
    // One story of that news.
    'ballot brexit caravan caravans hurricane kneeling opioid pipeline server servers shutdown'
  ]
    .join(' ')
    .split(' ')
);
