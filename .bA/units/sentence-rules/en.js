import { sentenceRules } from './rules.js';
export const english = sentenceRules({
    never: `
    mr mrs ms messrs mmes dr drs prof rev hon gen col maj capt cmdr lt sgt cpl pvt adm gov sen rep pres supt insp msgr fr
    mlle mme e.g eg i.e ie viz cf vs v approx ca esp incl resp p pp n° trans repr asst assoc`,
    sometimes: `
    st mt ft co corp inc ltd llc plc bros jr sr esq etc al ibid op.cit ave blvd rd ln sq hwy bldg dept univ est ext min max
    avg misc ed eds a.m p.m a.d b.c b.c.e c.e u.s u.k e.u u.n u.s.a d.c ph.d m.d b.a m.a b.sc m.sc oz lb lbs hr hrs secs`,
    beforeNumber: `
    no nos nr fig figs tab vol vols ch chap sec sect art para eq eqs ex exp ref refs app pt ver op jan feb mar apr jun jul
    aug sep sept oct nov dec`,
    starters: `
    i you he she it we they this that these those there here the a an my your his her its our their who whom whose what
    when where why how which did does do is are was were has have had can could will would should may might must if in on
    at by for from with without after before since until while although though because however but and or so yet nor not
    no yes once then thus therefore moreover furthermore meanwhile instead today tomorrow yesterday now please let each
    every some many most all both several few any another other such as to also perhaps maybe next first finally`,
});
