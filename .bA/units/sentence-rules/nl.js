import { sentenceRules } from './rules.js';
export const dutch = sentenceRules({
    never: `
    dhr mevr mw mr mrs dr drs ir ing prof ds st bijv bv b.v d.w.z d.m.v i.p.v i.v.m m.b.t m.b.v n.a.v o.a o.m t.a.v t.o.v
    t.g.v v.d ca evt incl excl resp max min vgl zgn z.g z.s.m a.u.b tel gem geb ong`,
    sometimes: 'enz etc e.d e.a n.v n.chr v.chr jr sr jl str',
    beforeNumber: 'nr nrs no blz p pp art afb fig hfst hoofdst par tab dl vol',
    starters: `
    de het een ik jij je hij zij ze wij we jullie u dit dat deze die daar hier er toen dan nu in op aan met van voor door
    over onder uit bij na naar tot tussen zonder maar en of want dus als omdat hoewel terwijl toch wie wat waar wanneer
    waarom hoe welke is zijn was waren heeft hebben had kan kunnen moet zal wordt werd ook nog zo daarom daarna daarnaast
    bovendien echter vandaag gisteren morgen mijn jouw zijn haar ons onze hun alle alles veel sommige geen niet elk elke`,
});
