/**
 * One leg of a route as running processes. The tagger in its middle keeps state from text to text (40 of 300 sentences
 * came out otherwise in another order), so it alone is started anew for each segment; the rest stays alive.
 */
import { commandsOf } from './installation.js';
import { freshStage, persistentStage } from './processes.js';
import { knownToItalian, openCompounds, separateProclitics, unknownIn, asPrepositions } from './tidy.js';
/** Prepares a leg; processes start with the first text. */
export async function startLeg(leg, installation, timeout) {
    const commands = await commandsOf(leg, installation);
    const options = { environment: installation.environment, timeout };
    const analyse = persistentStage(commands.analyse, options);
    const tag = freshStage(commands.tag, options);
    const transfer = persistentStage(commands.transfer, options);
    const generate = persistentStage(commands.generate, options);
    const english = leg.from === 'en';
    const spanish = leg.from === 'es';
    return {
        to: leg.to,
        async translate(stream) {
            const analysed = await analyse.run(leg.mode === 'spa-ita' ? knownToItalian(stream) : stream);
            const tagged = await tag.run(english ? openCompounds(analysed) : spanish ? asPrepositions(analysed) : analysed);
            const transferred = await transfer.run(tagged);
            const generated = await generate.run(english ? separateProclitics(transferred) : transferred);
            return { stream: generated, unknown: unknownIn(analysed) };
        },
        close() {
            for (const stage of [analyse, tag, transfer, generate])
                stage.close();
        },
    };
}
