/** English words that are no term and no edge of one: function words, and verbs, adverbs and adjectives of every text. */
const WORDS = `
a about above across after again against all almost alone along already also although always among an and another any
anyone anything are aren around as ask at away back bad be became because become been before behind being below best
better between big bit both but by call came can cannot case come comes could day days did didn different do does doesn
doing don done down during each early either else end enough even ever every everything example fact far few find first
for found from full gave get gets give given go goes going good got great had has hasn have haven having he help helps
her here him his how however i if in indeed instead into is isn it its itself just keep kind know known large last later
least less let like little ll long look lot made main make makes making many may maybe me mean might more most much must
my near need needs never new next no nor not nothing now of off often old on once one ones only or other others our out
over own part people perhaps place possible put quite rather re really recent right said same saw say see seem seen set
several she should show shows side simple since small so some someone something sometimes soon sort start started still
stop such sure take taken tell than thanks that the their them then there these they thing things think this those
though three through time times to today together too toward towards two under until up upon us use used uses using
usually ve very want was wasn way ways we well went were weren what whatever when where whether which while who whole
whom whose why will with within without won work works would year years yes yet you your
`;
const ENGLISH = new Set(WORDS.split(/\s+/u).filter((word) => word !== ''));
/** Words of other languages are taken for function words when they are shorter than this. */
const SHORT = 4;
/** Whether a folded word can be neither a term nor the beginning or end of one. */
export function isStopWord(word, language) {
    if (!/\p{L}/u.test(word))
        return true;
    return language === 'en' ? word.length < 2 || ENGLISH.has(word) : word.length < SHORT;
}
