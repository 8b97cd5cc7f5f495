/** Units of every kind, for the page's tests: sourdough, as a translator would meet it. */
import type { MemoryUnit } from './memory-desk.ts';

const SENTENCES = [
  [
    'Feed the starter twice a day.',
    'Alimenta la masa madre dos veces al día.',
    'Nutri il lievito madre due volte al giorno.',
    'غذِّ الخميرة مرتين في اليوم.',
  ],
  [
    'Let the dough rest until it has doubled.',
    'Deja reposar la masa hasta que doble.',
    'Lascia riposare l’impasto fino al raddoppio.',
    'اترك العجين يرتاح حتى يتضاعف.',
  ],
  [
    'Bake for **40 minutes** in a hot oven.',
    'Hornea **40 minutos** con el horno caliente.',
    'Inforna per **40 minuti** in forno caldo.',
    'اخبز لمدة **40 دقيقة** في فرن ساخن.',
  ],
  [
    'Hello {{name}}, your loaf is ready.',
    'Hola, {{name}}: tu pan está listo.',
    'Ciao {{name}}, il tuo pane è pronto.',
    'مرحبًا {{name}}، خبزك جاهز.',
  ],
] as const;

/** @param count of units in each language. */
export function sampleUnits(count = 24): Record<'es' | 'it' | 'ar', MemoryUnit[]> {
  const made = (column: 1 | 2 | 3): MemoryUnit[] =>
    Array.from({ length: count }, (_, index) => {
      const sentence = SENTENCES[index % SENTENCES.length] ?? SENTENCES[0];
      const source = index < SENTENCES.length ? sentence[0] : `${sentence[0]} Step ${index}.`;
      const target = index < SENTENCES.length ? sentence[column] : `${sentence[column]} ${index}.`;
      const unit: MemoryUnit = {
        namespace: index < count / 2 ? 'blog/bread' : 'ui/app',
        key: index < count / 2 ? `body.lead.p${index + 1}` : `steps.s${index + 1}`,
        source,
        target,
      };
      if (index % SENTENCES.length === 0)
        unit.terms = [
          {
            source: 'starter',
            accepted: ['masa madre', 'lievito madre'],
            deprecated: ['fermento'],
            note: 'The living culture.',
          },
        ];
      if (index % SENTENCES.length === 3) unit.codes = ['{{name}}'];
      if (index % SENTENCES.length === 2) unit.codes = ['**', '**'];
      return unit;
    });
  const units = { es: made(1), it: made(2), ar: made(3) };
  const [first, second, third, fourth, fifth, sixth] = units.es;
  Object.assign(first ?? {}, {
    stale: true,
    state: 'reviewed',
    origin: 'person',
    previous: 'Feed the starter once a day.',
    target: 'Alimenta la masa madre una vez al día.',
    suggestion: 'Alimenta la masa madre dos veces al día.',
  });
  Object.assign(second ?? {}, { target: 'Deja  reposar la masa hasta que doble.' });
  Object.assign(third ?? {}, { state: 'reviewed' });
  Object.assign(fourth ?? {}, { target: 'Hola, {{nombre}}: tu pan está listo.' });
  Object.assign(fifth ?? {}, { target: null });
  Object.assign(sixth ?? {}, { origin: 'person', note: 'Is “masa” right for pizza, too?' });
  return units;
}
