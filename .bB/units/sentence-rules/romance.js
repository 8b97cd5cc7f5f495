import { sentenceRules } from './rules.js';
export const spanish = sentenceRules({
    never: `
    sr sra srta sres sras srtas dr dra drs dres prof profa lic ing arq d dña dª don fr gral cnel cap tte sgto excmo excma
    ilmo ilma rvdo hno hna mons sto sta s ud uds vd vds admón adm avda av cía c ctra dpto depto dto dcha izq izda edo ej
    p.ej p aprox máx mín núm tel fig cf vs v r.p mt ee`,
    sometimes: 'etc cía s.a s.l s.a.s s.r.l ee.uu uu e.e.u.u a.m p.m a.c d.c jr ltda inc ltd co corp vol ed',
    beforeNumber: 'núm nº n.º n no pág págs pag p pp párr vol vols cap caps art arts fig figs sec tomo t km tel ext ap apdo cra ene feb abr ago sept oct nov dic',
    starters: `
    el la los las un una unos unas lo él ella ellos ellas yo tú usted ustedes nosotros este esta estos estas ese esa esos
    esas esto eso aquel aquella aquí allí ahí en con sin por para según desde hasta entre sobre tras ante pero y e o u ni
    si no sí cuando donde como cómo qué quién cuál cuándo dónde porque aunque mientras también además entonces luego
    después antes ahora hoy ayer mañana así sin embargo por se su sus mi mis tu tus nuestro nuestra es son fue fueron era
    hay había ha han todo toda todos todas algunos algunas muchos muchas cada otro otra otros`,
});
export const galician = sentenceRules({
    never: `
    sr sra srta sres dr dra prof profa d dna fr xral cap excmo excma ilmo ilma mons sto sta s av avda r dpto dta esq p.ex
    ex p aprox máx mín núm tel fig cf vs v`,
    sometimes: 'etc cía s.a s.l ee.uu a.m p.m a.c d.c jr ltda inc ltd co corp vol ed',
    beforeNumber: 'núm nº n.º n páx páxs p pp vol vols cap caps art arts fig figs sec t km tel ap',
    starters: `
    o a os as un unha uns unhas el ela eles elas eu ti vostede nós este esta estes estas ese esa iso isto aquel aquela aquí
    alí en con sen por para segundo desde ata entre sobre pero e ou nin se non si cando onde como que quen cal porque aínda
    mentres tamén ademais entón logo despois antes agora hoxe onte mañá así seu súa seus súas é son foi foron era hai había
    todo toda todos todas algúns moitos moitas cada outro outra no na nos nas ao á do da dos das`,
});
export const portuguese = sentenceRules({
    never: `
    sr sra srta srs sras dr dra drs prof profa d dna eng arq gen cel cap ten sgt exmo exma ilmo ilma rev pe fr mons sto sta
    s v av r al dep dir esq pç p.ex ex p aprox máx mín tel fig cf vs`,
    sometimes: 'etc cia s.a ltda lda e.u.a eua a.m p.m a.c d.c jr inc ltd co corp vol ed séc',
    beforeNumber: 'núm nº n.º n pág págs pag p pp vol vols cap caps art arts fig figs sec t km tel',
    starters: `
    o a os as um uma uns umas ele ela eles elas eu tu você vocês nós este esta estes estas esse essa esses essas isto isso
    aquele aquela aquilo aqui ali lá em com sem por para segundo desde até entre sobre após mas e ou nem se não sim quando
    onde como que quem qual porque embora enquanto também além então depois antes agora hoje ontem amanhã assim seu sua
    seus suas meu minha nosso nossa é são foi foram era há havia tem têm todo toda todos todas alguns algumas muitos muitas
    cada outro outra no na nos nas ao à do da dos das pelo pela`,
});
export const french = sentenceRules({
    never: `
    m mm mme mmes mlle mlles me mgr dr drs pr prof st ste gén gal col cap cdt lt adj vve av bd boul pl fg rte c.-à-d càd cf
    ex p.ex env min max tél fig vs apr av.j j chap éd hab`,
    sometimes: 'etc cie s.a s.a.r.l ltd inc co corp jr j.-c c vol éd n.b p.s',
    beforeNumber: 'n no nos n° p pp vol t chap art fig al tél av',
    starters: `
    le la les un une des du de il elle ils elles on nous vous je tu ce cet cette ces cela ceci ça celui celle ceux ici là
    en dans avec sans pour par selon depuis entre sur sous après avant chez vers mais et ou ni or donc car si non oui quand
    où comment pourquoi que qui quel quelle quoi lorsque puisque comme bien aussi ensuite puis alors ainsi enfin
    aujourd'hui hier demain maintenant cependant toutefois son sa ses mon ma mes ton ta tes notre nos votre vos leur leurs
    est sont était il y tout toute tous toutes chaque plusieurs certains certaines autre autres aucun aucune au aux`,
});
export const italian = sentenceRules({
    never: `
    sig sigg dir amm psicol sig.ra sig.na sigra signa dr dott dott.ssa dottssa prof prof.ssa profssa ing avv arch rag geom cav comm on sen
    rev mons don s ss sta gen col cap magg ten serg ill.mo egr gent spett p.es es p.zza c.so v.le v p ca tel fig cfr cf vs
    pag pagg n nn`,
    sometimes: 'ecc etc s.p.a s.r.l spa srl s.n.c u.s.a a.c d.c a.m p.m jr inc ltd co corp vol ed u.s c.a',
    beforeNumber: 'n nn nr num pag pagg p pp vol voll cap capp art artt fig figg tab sez t tel § gen feb mar apr mag giu lug ago set sett ott nov dic',
    starters: `
    il lo la i gli le un uno una egli ella esso essa essi lui lei loro io tu noi voi questo questa questi queste quello
    quella quelli quelle ciò qui qua là lì in con senza per secondo da di dal dalla tra fra su dopo prima ma e ed o né se
    non sì quando dove come che chi cosa quale quanto perché anche inoltre poi quindi dunque allora così adesso ora oggi
    ieri domani tuttavia però mentre sebbene il suo sua suoi sue mio mia nostro nostra è sono era erano ha hanno c'è tutto
    tutta tutti tutte alcuni alcune molti molte ogni altro altra altri nel nella nei nelle al alla ai alle del della`,
});
export const catalan = sentenceRules({
    never: `
    sr sra srs sres srta dr dra prof profa d fra gral cap excm excma il·lm il·lma mn st sta s av avda c pl ctra dpt p.ex ex
    p aprox màx mín núm tel fig cf vs v`,
    sometimes: 'etc cia s.a s.l ee.uu a.m p.m a.c d.c jr ltda inc ltd co corp vol ed',
    beforeNumber: 'núm nº n.º n pàg pàgs p pp vol vols cap caps art arts fig figs sec t km tel ap',
    starters: `
    el la els les un una uns unes ell ella ells elles jo tu vostè nosaltres aquest aquesta aquests aquestes aquell aquella
    això allò aquí allà en amb sense per segons des fins entre sobre però i o ni si no sí quan on com què qui quin quina
    perquè encara mentre també a més llavors després abans ara avui ahir demà així el seu seva seus seves és són era hi ha
    tot tota tots totes alguns algunes molts moltes cada altre altra altres al als del dels`,
});
