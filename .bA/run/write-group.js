import { GlossaError } from '../project/errors.js';
/** @returns whether the group could be written. */
export async function writeGroup(files, group, report) {
    try {
        const written = await files.write(group);
        report.written += written;
        return true;
    }
    catch (error) {
        if (!(error instanceof GlossaError))
            throw error;
        report.errors.push(error);
        return false;
    }
}
